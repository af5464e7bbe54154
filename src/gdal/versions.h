// SPDX-License-Identifier: MIT
// Version of GDAL loaded at run time.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wardmap::gdal {

[[nodiscard]] std::vector<std::pair<std::string, std::string>> library_versions();

} // namespace wardmap::gdal
