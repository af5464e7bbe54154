// SPDX-License-Identifier: MIT
// One category, or one step of it, as data for the page. Private to explorer/.
#pragma once

#include <nlohmann/json.hpp>

#include "explorer/looks.h"
#include "explorer/texts.h"

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::style {
struct Style;
}

namespace wardmap::explorer {

/// Title, legend, lines below the map, and for each ward the texts of the sheets and their tables.
/// A suppressed figure appears only as the text that says so.
[[nodiscard]] nlohmann::ordered_json category_data(const Study& study,
                                                   const CategoryResult& category,
                                                   const style::Style& style, Texts& texts,
                                                   Looks& looks);

} // namespace wardmap::explorer
