// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace wardmap {

/// "0.1.0", from the build.
[[nodiscard]] std::string version();

} // namespace wardmap
