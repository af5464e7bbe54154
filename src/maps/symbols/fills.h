// SPDX-License-Identifier: MIT
// The fill of each ward: its band's colour, or the pattern of its state.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "maps/symbols/fill.h"
#include "paint/colour.h"
#include "paint/scene.h"

namespace wardmap {
struct CategoryResult;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {

/// Colours of the bands, lowest band first; a rank's lowest number is the darkest.
[[nodiscard]] std::vector<paint::Colour> band_colours(const CategoryResult& category,
                                                      const style::Style& style);

/// The band of a change that contains no change; nothing for other measures.
[[nodiscard]] std::optional<std::size_t> middle_band(const CategoryResult& category);

/// Horizontal hatching over the bands of falls if the palette is grey, because they are as dark as
/// those of rises.
void mark_fall(Fill& fill, const CategoryResult& category, const Palette& palette);
[[nodiscard]] Palette palette_of(const CategoryResult& category, const style::Style& style);

/// The fill of a state; `band` for those that have one.
[[nodiscard]] Fill fill_of(Look look, std::optional<std::size_t> band, const Palette& palette);

/// SVG class for a fill: "ward band-2 suppressed".
[[nodiscard]] std::string css_of(const std::string& what, const Fill& fill);

[[nodiscard]] Look look_of(const CategoryResult& category, std::size_t ward);

/// One fill per ward.
[[nodiscard]] std::vector<Fill> fills_of(const CategoryResult& category, const Palette& palette);

} // namespace wardmap::maps
