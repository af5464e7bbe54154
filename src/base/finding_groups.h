// SPDX-License-Identifier: MIT
// Findings as they are printed: those of one kind and file together, so that a thousand rows with
// one fault are one message.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"

namespace wardmap {

/// The most lines of findings that are printed at once.
inline constexpr std::size_t most_lines = 40;
/// The most findings of a group that are printed; the others are counted.
inline constexpr std::size_t most_examples = 5;

/// Errors, then warnings, then notes; those of one severity, file and kind as one text with their
/// number, up to `most_examples` of them with their lines, and what was expected and the way out
/// once. Findings without a kind belong together if they found the same. `where` has all of them:
/// "and 32 more: see audit.json"; may be empty.
[[nodiscard]] std::vector<std::string> grouped_texts(const Findings& findings,
                                                     std::string_view where);

/// As many of these texts as fit into `most_lines`, at least one; if some are left out, a last one
/// with their number: "12 more warnings: see audit.json".
[[nodiscard]] std::vector<std::string> screenful(const Findings& findings, std::string_view where);

} // namespace wardmap
