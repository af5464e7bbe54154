// SPDX-License-Identifier: MIT
// Text from files as products may hold it.
#pragma once

#include <string>
#include <string_view>

namespace wardmap::text {

/// `s` without characters that XML forbids and that change what stands around them: control
/// characters other than tab and line ends, and the marks that turn the direction of writing
/// (U+061C, U+200E, U+200F, U+202A to U+202E, U+2066 to U+2069). Bytes that are not UTF-8 stay.
[[nodiscard]] std::string without_controls(std::string_view s);

} // namespace wardmap::text
