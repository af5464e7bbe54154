// SPDX-License-Identifier: MIT
// The figure of each ward, as the title of its shape says it.
#pragma once

#include <string>
#include <vector>

namespace wardmap {
struct CategoryResult;
}

namespace wardmap::words {

/// Each ward's figure as printed: "1.2 incidents per 1,000 residents (band 1.1–2.0)"; of one that
/// is not known its state alone.
[[nodiscard]] std::vector<std::string> figure_texts(const CategoryResult& category);

} // namespace wardmap::words
