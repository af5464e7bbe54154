// SPDX-License-Identifier: MIT
// The map itself as drawing items: wards, borders, names.
#pragma once

#include <string>
#include <vector>

#include "maps/ground/view.h"
#include "maps/symbols/fill.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap {
struct StudyArea;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {

/// A code as an SVG and CSS id with a prefix: letters, digits, - and _.
[[nodiscard]] std::string id_of(const std::string& prefix, const std::string& code);

/// The items, with a prefix before the id of each shape and layer that has one.
[[nodiscard]] std::vector<paint::Item> with_ids_after(const std::string& prefix,
                                                      std::vector<paint::Item> items);

/// The items as one layer of an SVG; empty if there are none.
[[nodiscard]] std::vector<paint::Item> layer(std::string id, std::string label,
                                             std::vector<paint::Item> items);

/// How the wards are drawn: one entry per ward.
struct WardSymbols {
    const std::vector<Fill>& fills;
    const std::vector<std::string>& texts; // the figure that is each ward's title in an SVG
    std::string id_prefix;
};

/// Fills, then hatched wards. Each fill is also stroked thinly in its own colour, to avoid visible
/// seams. Ids are prefix and code, titles name and `texts`.
[[nodiscard]] std::vector<paint::Item> ward_shapes(const StudyArea& study,
                                                   const WardSymbols& symbols, const View& view,
                                                   const style::Style& style);

/// Lines between the wards and around them.
[[nodiscard]] std::vector<paint::Item>
ward_borders(const View& view, const std::vector<Fill>& fills, const style::Style& style);

/// The shapes, then the borders, so that no fill covers a line.
[[nodiscard]] std::vector<paint::Item> ward_items(const StudyArea& study,
                                                  const WardSymbols& symbols, const View& view,
                                                  const style::Style& style);

/// Wards around the area in grey, below all others.
[[nodiscard]] std::vector<paint::Item> around_items(const View& view);

} // namespace wardmap::maps
