// SPDX-License-Identifier: MIT
// Codes that are none of the wards: of another year, another kind of area, or spoilt.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "tables/table.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::join {

/// "it looks like an LSOA", "a spreadsheet has made a number of it": what a key that names none of
/// the wards may be; "" if nothing can be said, and for a code of the wards' own kind.
[[nodiscard]] std::string what_it_looks_like(const std::string& key, const WardSet& wards);

/// The year in a field's name after the Office for National Statistics: "WD13CD" gives 2013.
[[nodiscard]] std::optional<int> year_of_field(const std::string& field);

/// Codes of a column that are none of the wards.
struct OtherCodes {
    std::size_t column = 0;
    std::vector<std::string> codes;     // none of the wards; at least one
    std::size_t all = 0;                // codes in the column
    std::vector<std::size_t> uncovered; // wards without a figure
};

/// That codes of a column belong to other boundaries: how many, of which year as far as names and
/// numbers say, which wards have no figure, and what to fetch.
[[nodiscard]] Finding other_vintage(const tables::Table& table, const OtherCodes& other,
                                    const WardSet& wards, Severity severity);

/// That rows joined by name have codes of other wards with the same names. `names` are those wards,
/// as many as `other.codes`; `column` is the one that they were joined by.
[[nodiscard]] Finding same_names(const tables::Table& table, const OtherCodes& other,
                                 const std::vector<std::string>& names, const std::string& column,
                                 const WardSet& wards, Severity severity);

} // namespace wardmap::join
