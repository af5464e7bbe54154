// SPDX-License-Identifier: MIT
// The kind of an area by its GSS code: a ward, an LSOA, a district.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "wards/area_noun.h"

namespace wardmap::wards {

/// The noun for areas with such a code: "E05004996" is a ward, "E01032739" an LSOA, "E12000008" a
/// region, "E92000001" a country. Nothing if the text is not a GSS code of England, Wales, Scotland
/// or Northern Ireland. (Register of Geographic Codes, Office for National Statistics.)
[[nodiscard]] std::optional<AreaNoun> noun_of(const std::string& code);

/// The common noun of all of these; wards if they differ or are not known.
[[nodiscard]] AreaNoun noun_of_all(const std::vector<std::string>& codes);

} // namespace wardmap::wards
