// SPDX-License-Identifier: MIT
// Text from files, made safe for products.
#pragma once

#include <string>
#include <string_view>

namespace wardmap::text {

/// `s` without characters that XML forbids or that change the text around them: control characters
/// other than tab and line ends, and the marks that turn the direction of writing (U+061C, U+200E,
/// U+200F, U+202A to U+202E, U+2066 to U+2069). Bytes that are not UTF-8 are kept.
[[nodiscard]] std::string without_controls(std::string_view s);

} // namespace wardmap::text
