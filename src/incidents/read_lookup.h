// SPDX-License-Identifier: MIT
// The ward of each small area, from a table such as an ONS best-fit lookup.
#pragma once

#include <map>
#include <string>

namespace wardmap {
struct WardSet;
}

namespace wardmap::incidents {

/// Ward codes by area code. The ward column is the one with most codes of these wards; the area
/// column is the one with codes of smaller areas (E01..., W01..., or named LSOA). Throws InputError
/// if there are no such columns, or an area has two of the wards.
[[nodiscard]] std::map<std::string, std::string> read_lookup(const std::string& path,
                                                             const WardSet& wards);

} // namespace wardmap::incidents
