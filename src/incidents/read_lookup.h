// SPDX-License-Identifier: MIT
// In which ward each small area lies, from a table such as the best-fit lookups of the ONS.
#pragma once

#include <map>
#include <string>

namespace wardmap {
struct WardSet;
}

namespace wardmap::incidents {

/// Codes of wards by codes of areas. The column of wards is the one in which most cells are codes
/// of these wards; that of areas the one with codes of lower areas (E01..., W01..., or by the name
/// LSOA). Throws InputError if there are no such columns, or an area has two of the wards.
[[nodiscard]] std::map<std::string, std::string> read_lookup(const std::string& path,
                                                             const WardSet& wards);

} // namespace wardmap::incidents
