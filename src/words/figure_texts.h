// SPDX-License-Identifier: MIT
// The figure of each ward, for the title of its shape.
#pragma once

#include <string>
#include <vector>

namespace wardmap {
struct CategoryResult;
}

namespace wardmap::words {

/// Each ward's figure as printed: "1.2 incidents per 1,000 residents (band 1.1–2.0)"; if it is not
/// known, only its state.
[[nodiscard]] std::vector<std::string> figure_texts(const CategoryResult& category);

} // namespace wardmap::words
