// SPDX-License-Identifier: MIT
// Versions of the spatial libraries loaded at run time.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wardmap::geo {

[[nodiscard]] std::vector<std::pair<std::string, std::string>> library_versions();

} // namespace wardmap::geo
