// SPDX-License-Identifier: MIT
// The audit: an account of every input row and every ward, as text and as data.
#pragma once

#include <string>

#include "audit/audience.h"

namespace wardmap {
struct Study;
}

namespace wardmap::audit {

/// For reading: inputs, joined rows, rows not joined and why, repairs, totals, bands, warnings.
/// `more`: findings of later steps.
[[nodiscard]] std::string audit_text(const Study& study, const Findings& more,
                                     Audience readers = Audience::everyone);

/// The same as data; see docs/audit.md.
[[nodiscard]] std::string audit_json(const Study& study, const Findings& more,
                                     Audience readers = Audience::everyone);

} // namespace wardmap::audit
