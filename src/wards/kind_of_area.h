// SPDX-License-Identifier: MIT
// What an area is, by its GSS code: a ward, an LSOA, a district.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wards/area_noun.h"

namespace wardmap::wards {

/// What areas with such a code are: "E05004996" is a ward, "E01032739" an LSOA, "E12000008" a
/// region, "E92000001" a country. Nothing of a text that is no GSS code of England, Wales, Scotland
/// or Northern Ireland. (Register of Geographic Codes, Office for National Statistics.)
[[nodiscard]] std::optional<AreaNoun> noun_of(const std::string& code);

/// What all of these are; wards where they differ, or are not known.
[[nodiscard]] AreaNoun noun_of_all(const std::vector<std::string>& codes);

} // namespace wardmap::wards
