// SPDX-License-Identifier: MIT
// What can be published from a study.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace wardmap::project {

/// The products of a study.
enum class Product { maps, readings, data, book, snippets, briefing, explorer };

inline constexpr std::array<std::pair<std::string_view, Product>, 7> product_names = {{
    {"maps", Product::maps},
    {"readings", Product::readings},
    {"data", Product::data},
    {"book", Product::book},
    {"snippets", Product::snippets},
    {"briefing", Product::briefing},
    {"explorer", Product::explorer},
}};

} // namespace wardmap::project
