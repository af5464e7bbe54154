// SPDX-License-Identifier: MIT
// Which attributes hold code, name, legacy code and Welsh name.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"

namespace wardmap::wards {

struct Fields {
    std::size_t code = 0;
    std::size_t name = 0;
    std::optional<std::size_t> legacy;
    std::optional<std::size_t> welsh;
    std::vector<std::size_t> district; // with its code, its name
};

/// Takes the fields that are given; guesses the others from ONS names of any year (WD11CD to
/// WD25CD, lower case, CMWD11CD, LAD13CD, LSOA11CD, MSOA21CD) or plain words (ward_code, code). A
/// ward code is preferred to one of a larger area. Fields of the district (LAD23CD, LAD23NM, LADCD)
/// are taken too. Throws InputError where a given field is not
/// there, or no pair can be guessed.
[[nodiscard]] Fields find_fields(const std::vector<std::string>& fields, const std::string& code,
                                 const std::string& name, const std::string& legacy,
                                 const std::string& district, const std::string& shown_as,
                                 Findings& findings);

/// The same for the code of a layer of tiles ([tiles] code), whose names are not needed.
[[nodiscard]] std::size_t find_tile_code(const std::vector<std::string>& fields,
                                         const std::string& code, const std::string& shown_as,
                                         Findings& findings);

} // namespace wardmap::wards
