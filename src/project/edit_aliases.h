// SPDX-License-Identifier: MIT
// Adds aliases to the text of a hand-written project file.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wardmap::project {

/// The text with these aliases added at the end of its [aliases], or with such a table at its end;
/// everything else, including comments, is unchanged. Line ends are those of the text.
[[nodiscard]] std::string
with_aliases(const std::string& text,
             const std::vector<std::pair<std::string, std::string>>& aliases);

} // namespace wardmap::project
