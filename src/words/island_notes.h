// SPDX-License-Identifier: MIT
// Sentences about displaced islands.
#pragma once

#include <string>
#include <vector>

namespace wardmap {
struct Study;
}

namespace wardmap::words {

/// "In a box: Bryher and St Agnes are 57 km further west; moved nearer, at the same scale."
[[nodiscard]] std::vector<std::string> island_notes(const Study& study);

} // namespace wardmap::words
