// SPDX-License-Identifier: MIT
// Codes of no ward: of another year, another kind of area, or corrupted.
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

/// What a key that names no ward may be: "it looks like an LSOA", "a spreadsheet has converted it
/// to a number"; "" if unknown, and for a code of the wards' kind.
[[nodiscard]] std::string what_it_looks_like(const std::string& key, const WardSet& wards);

/// The year in a field name of the Office for National Statistics: "WD13CD" gives 2013.
[[nodiscard]] std::optional<int> year_of_field(const std::string& field);

/// Codes in a column that belong to no ward.
struct OtherCodes {
    std::size_t column = 0;
    std::vector<std::string> codes;     // codes of no ward; at least one
    std::size_t all = 0;                // codes in the column
    std::vector<std::size_t> uncovered; // wards without a figure
};

/// Reports that codes of a column belong to other boundaries: how many, of which year as far as
/// names and numbers show, which wards have no figure, and what to fetch.
[[nodiscard]] Finding other_vintage(const tables::Table& table, const OtherCodes& other,
                                    const WardSet& wards, Severity severity);

/// Reports that rows joined by name have codes of other wards with the same names. `names` are
/// those wards, one for each of `other.codes`; `column` is the column they were joined by.
[[nodiscard]] Finding same_names(const tables::Table& table, const OtherCodes& other,
                                 const std::vector<std::string>& names, const std::string& column,
                                 const WardSet& wards, Severity severity);

} // namespace wardmap::join
