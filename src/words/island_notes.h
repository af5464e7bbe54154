// SPDX-License-Identifier: MIT
// Sentences about far islands that are drawn nearer.
#pragma once

#include <string>
#include <vector>

namespace wardmap {
struct Study;
}

namespace wardmap::words {

/// "In a box: Bryher and St Agnes lie 57 km further west; drawn nearer, at the same scale."
[[nodiscard]] std::vector<std::string> island_notes(const Study& study);

} // namespace wardmap::words
