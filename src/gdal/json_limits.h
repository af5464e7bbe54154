// SPDX-License-Identifier: MIT
// Checks a JSON file before GDAL opens it. Private to gdal/.
#pragma once

#include <string>

namespace wardmap::gdal {

/// .json, .geojson, .topojson.
[[nodiscard]] bool is_json(const std::string& path);

/// Throws InputError, with the line, for values nested deeper or texts longer than base/limits.h
/// allows, and for a file that is too large to be read as a whole and is not a collection of
/// features.
void check_json(const std::string& path, const std::string& shown_as);

} // namespace wardmap::gdal
