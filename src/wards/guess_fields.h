// SPDX-License-Identifier: MIT
// Which attributes hold code, name, legacy code and Welsh name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "gdal/vector_source.h"
#include "wards/read_wards.h"

namespace wardmap::wards {

struct Fields {
    std::size_t code = 0;
    std::size_t name = 0;
    std::optional<std::size_t> legacy;
    std::optional<std::size_t> welsh;
    std::vector<std::size_t> district; // with its code, its name
};

/// Uses the fields named by the source; finds the others by ONS names of any year (WD11CD to
/// WD25CD, lower case, CMWD11CD, LAD13CD, LSOA11CD, MSOA21CD) or plain words (ward_code, code), a
/// ward before a larger area; else by their content. If no field holds codes, the names serve as
/// codes, and the other way round. Fields of the district (LAD23CD, BOROUGH, or codes of districts)
/// are found too. Throws InputError if a named field does not exist, or no field names the areas.
[[nodiscard]] Fields find_fields(const gdal::Layer& layer, const BoundarySource& source,
                                 Findings& findings);

/// The same for the code of a layer of tiles ([tiles] code), whose names are not needed.
[[nodiscard]] std::size_t find_tile_code(const std::vector<std::string>& fields,
                                         const std::string& code, const std::string& shown_as,
                                         Findings& findings);

} // namespace wardmap::wards
