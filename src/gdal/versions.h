// SPDX-License-Identifier: MIT
// Version of GDAL that runs.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wardmap::gdal {

[[nodiscard]] std::vector<std::pair<std::string, std::string>> library_versions();

} // namespace wardmap::gdal
