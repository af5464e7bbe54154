// SPDX-License-Identifier: MIT
// A category's colours and patterns as a QGIS style (QML), so that its map opens as on the sheet.
#pragma once

#include <string>

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::style {
struct Style;
}

namespace wardmap::data {

/// A rule for each row of the legend, with the legend's text, on the columns ID_band and ID_state
/// of the ward table; counts drawn as circles stay circles.
[[nodiscard]] std::string qgis_style(const Study& study, const CategoryResult& category,
                                     const style::Style& style);

} // namespace wardmap::data
