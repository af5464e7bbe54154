// SPDX-License-Identifier: MIT
// Counts as a table: a row for each ward, type and period.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "incidents/count.h"
#include "incidents/periods.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::incidents {

/// Every ward has a figure for every type and period that occurs, even if it is zero; a period
/// without any incident is absent: missing, not zero.
struct CountTable {
    bool has_types = false;
    bool has_periods = false;
    std::vector<std::string> types;   // sorted; a single unnamed one if there are no types
    std::vector<std::string> periods; // oldest first; a single unnamed one if there are no periods
    /// By ward, then type, then period.
    std::vector<std::uint64_t> incidents;
    std::uint64_t sum = 0;
};

[[nodiscard]] CountTable count_table(const Count& count, const WardSet& wards, Step step);

/// Columns ward_code, ward_name, type, period, incidents, without those of types or periods if
/// there are none (CSV in UTF-8, LF). Texts that a spreadsheet would read as a formula are preceded
/// by an apostrophe.
[[nodiscard]] std::string to_csv(const CountTable& table, const WardSet& wards);

} // namespace wardmap::incidents
