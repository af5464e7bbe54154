// SPDX-License-Identifier: MIT
// The account of every input row and every ward, as a note to read and as data.
#pragma once

#include <string>

#include "audit/audience.h"

namespace wardmap {
struct Study;
}

namespace wardmap::audit {

/// Reads like a colleague's note: what came in, what joined, what did not and why, repairs, totals,
/// bands, warnings. `more` are findings of later steps.
[[nodiscard]] std::string audit_text(const Study& study, const Findings& more,
                                     Audience readers = Audience::everyone);

/// The same as data; see docs/audit.md.
[[nodiscard]] std::string audit_json(const Study& study, const Findings& more,
                                     Audience readers = Audience::everyone);

} // namespace wardmap::audit
