// SPDX-License-Identifier: MIT
// Names of districts on a map of their wards.
#pragma once

#include <vector>

#include "maps/ground/districts.h"
#include "maps/ground/view.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {

/// A placed name, in capitals, and the space that it takes. Millimetres on the sheet.
struct DistrictName {
    std::vector<paint::Text> lines;
    geo::Box box;
};

/// One for each district whose name fits wholly or mostly within it, clear of `taken`, near the
/// middle of its wards. Other districts have no name, only their lines.
[[nodiscard]] std::vector<DistrictName> district_names(const View& view, const Districts& districts,
                                                       const std::vector<geo::Box>& taken,
                                                       const style::Style& style,
                                                       const paint::TextMetrics& metrics);

} // namespace wardmap::maps
