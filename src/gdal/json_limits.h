// SPDX-License-Identifier: MIT
// A look through a JSON file before GDAL opens it. Private to geo/.
#pragma once

#include <string>

namespace wardmap::gdal {

/// .json, .geojson, .topojson.
[[nodiscard]] bool is_json(const std::string& path);

/// Throws InputError, with the line, for values nested deeper or texts longer than base/limits.h
/// allows, and for a file too large to be read at once that is no collection of features.
void check_json(const std::string& path, const std::string& shown_as);

} // namespace wardmap::gdal
