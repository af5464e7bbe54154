// SPDX-License-Identifier: MIT
// Text from files as messages show it: short, on one line, and nothing in it that a terminal obeys.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wardmap::text {

/// The longest text from a file within a message, in characters.
inline constexpr std::size_t longest_shown = 120;
/// The longest sentence of a message, in characters.
inline constexpr std::size_t longest_sentence = 1500;
/// The longest list of names within a message.
inline constexpr std::size_t most_named = 20;

/// `s` with control characters as \n, \x1B, direction overrides and invisible characters as \u202E,
/// bytes that are no UTF-8 as \xE9; after `most` characters "… (4,880 more characters)".
[[nodiscard]] std::string shown(std::string_view s, std::size_t most = longest_shown);

/// "A, B or C", each as `shown`; of more than `most_named` the first, "and 380 more".
[[nodiscard]] std::string some(const std::vector<std::string>& parts,
                               std::string_view last = "and");

} // namespace wardmap::text
