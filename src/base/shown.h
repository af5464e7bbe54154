// SPDX-License-Identifier: MIT
// Text from files as shown in messages: short, on one line, without terminal control characters.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace wardmap::text {

/// Maximum length of text from a file within a message, in characters.
inline constexpr std::size_t longest_shown = 120;
/// Maximum length of a sentence in a message, in characters.
inline constexpr std::size_t longest_sentence = 1500;
/// Maximum number of names listed in a message.
inline constexpr std::size_t most_named = 20;

/// `s` with control characters as \n, \x1B, direction overrides and invisible characters as \u202E,
/// bytes that are not UTF-8 as \xE9; longer text is cut after `most` characters: "… (4,880 more
/// characters)".
[[nodiscard]] std::string shown(std::string_view s, std::size_t most = longest_shown);

/// "A, B or C", each as `shown`; if there are more than `most_named`, the first of them "and 380
/// more".
[[nodiscard]] std::string some(const std::vector<std::string>& parts,
                               std::string_view last = "and");

} // namespace wardmap::text
