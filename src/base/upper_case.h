// SPDX-License-Identifier: MIT
// Unicode upper case.
#pragma once

#include <string>
#include <string_view>

namespace wardmap::text {

/// "TYNE AND WEAR", "YNYS MÔN". Precondition: valid UTF-8.
[[nodiscard]] std::string upper_case(std::string_view s);

} // namespace wardmap::text
