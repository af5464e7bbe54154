// SPDX-License-Identifier: MIT
// How each ward is filled: its band's colour, or the pattern of its state.
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

/// The band of a change that holds no change; nothing for other measures.
[[nodiscard]] std::optional<std::size_t> middle_band(const CategoryResult& category);

/// Level lines over the bands of falls where the palette is grey: they are as dark as those of
/// rises.
void mark_fall(Fill& fill, const CategoryResult& category, const Palette& palette);
[[nodiscard]] Palette palette_of(const CategoryResult& category, const style::Style& style);

/// The fill of a look; `band` for those that have one.
[[nodiscard]] Fill fill_of(Look look, std::optional<std::size_t> band, const Palette& palette);

/// SVG class of what is filled so: "ward band-2 suppressed".
[[nodiscard]] std::string css_of(const std::string& what, const Fill& fill);

[[nodiscard]] Look look_of(const CategoryResult& category, std::size_t ward);

/// One fill per ward.
[[nodiscard]] std::vector<Fill> fills_of(const CategoryResult& category, const Palette& palette);

} // namespace wardmap::maps
