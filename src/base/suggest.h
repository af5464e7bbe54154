// SPDX-License-Identifier: MIT
// The only "did you mean": for commands, keys, columns, ward names. Suggestions are never applied.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace wardmap {

/// Number of insertions, deletions, substitutions and swaps of neighbours between two texts
/// (optimal string alignment), on code points after case folding.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `word`, if one is near enough (a third of its letters, at least 1).
/// Ties go to the earlier candidate.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word,
                                                 std::span<const std::string> candidates);

/// `did you mean "X"?`, or "" if no candidate is near.
[[nodiscard]] std::string did_you_mean(std::string_view word,
                                       std::span<const std::string> candidates);

} // namespace wardmap
