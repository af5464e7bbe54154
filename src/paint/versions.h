// SPDX-License-Identifier: MIT
// Versions of the drawing libraries that run, not of those that were compiled against.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wardmap::paint {

[[nodiscard]] std::vector<std::pair<std::string, std::string>> library_versions();

} // namespace wardmap::paint
