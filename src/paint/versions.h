// SPDX-License-Identifier: MIT
// Run-time versions of the drawing libraries, not those compiled against.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wardmap::paint {

[[nodiscard]] std::vector<std::pair<std::string, std::string>> library_versions();

} // namespace wardmap::paint
