// SPDX-License-Identifier: MIT
// The audit of a count, as text and as JSON.
#pragma once

#include <string>

#include "base/finding.h"
#include "incidents/count.h"
#include "incidents/count_table.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::incidents {

/// All rows by outcome, in total and by type; files, places, borders; findings last.
[[nodiscard]] std::string audit_text(const Count& count, const CountTable& table,
                                     const WardSet& wards, const Findings& findings);

/// The same as JSON, with the places of each ward.
[[nodiscard]] std::string audit_json(const Count& count, const CountTable& table,
                                     const WardSet& wards, const Findings& findings);

/// "without a location".
[[nodiscard]] std::string_view fate_words(Fate fate);

} // namespace wardmap::incidents
