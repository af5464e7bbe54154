// SPDX-License-Identifier: MIT
// Codes that are none of the wards: of another year, another kind of area, or spoilt.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "tables/table.h"
#include "wards/ward.h"

namespace wardmap::join {

/// "it looks like an LSOA", "a spreadsheet has made a number of it": what a key that names no ward
/// may be; "" where there is nothing to say.
[[nodiscard]] std::string what_it_looks_like(const std::string& key);

/// The year in a field's name after the Office for National Statistics: "WD13CD" gives 2013.
[[nodiscard]] std::optional<int> year_of_field(const std::string& field);

/// That most codes of a column belong to other boundaries: how many, of which year as far as names
/// and numbers tell, and what to fetch. `strangers` are those that are no ward, out of `codes`.
[[nodiscard]] Finding other_vintage(const tables::Table& table, std::size_t column,
                                    const std::vector<std::string>& strangers, std::size_t codes,
                                    const WardSet& wards);

} // namespace wardmap::join
