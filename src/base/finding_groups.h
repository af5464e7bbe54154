// SPDX-License-Identifier: MIT
// Findings as printed: grouped by kind and file, so that a thousand rows with the same fault make
// one message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace wardmap {

/// Maximum number of lines of findings printed at once.
inline constexpr std::size_t most_lines = 40;
/// Maximum number of findings printed for a group; the others are counted.
inline constexpr std::size_t most_examples = 5;

/// Errors, then warnings, then notes. Findings of one severity, file and kind make one text with
/// their number, up to `most_examples` of them with their lines, and what was expected and the help
/// once. Findings without a kind are grouped if their `found` is the same. `where` names the file
/// that has all of them ("and 32 more: see audit.json"); may be empty.
[[nodiscard]] std::vector<std::string> grouped_texts(const Findings& findings,
                                                     std::string_view where);

/// As many of these texts as fit into `most_lines`, at least one; if some are omitted, a last one
/// gives their number: "12 more warnings: see audit.json".
[[nodiscard]] std::vector<std::string> screenful(const Findings& findings, std::string_view where);

} // namespace wardmap
