// SPDX-License-Identifier: MIT
// Aliases written into the text of a project file that people keep by hand.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace wardmap::project {

/// The text with these aliases at the end of its [aliases], or with such a table at its end;
/// everything else, comments too, stays as it is. Ends of lines are those of the text.
[[nodiscard]] std::string
with_aliases(const std::string& text,
             const std::vector<std::pair<std::string, std::string>>& aliases);

} // namespace wardmap::project
