// SPDX-License-Identifier: MIT
// Colours of a bivariate map.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "maps/symbols/fill.h"
#include "paint/bivariate_palette.h"

namespace wardmap {
struct BivariateResult;
struct BivariateWard;
} // namespace wardmap

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {

/// [up][across]: the project's palette, else the style's.
[[nodiscard]] paint::BivariateColours bivariate_colours(const BivariateResult& result,
                                                        const style::Style& style);

/// The colour or pattern of each ward.
[[nodiscard]] std::vector<Fill> bivariate_fills(const BivariateResult& result,
                                                const style::Style& style);

/// Place of a class in that palette.
[[nodiscard]] std::size_t index_of(std::size_t up, std::size_t across);

/// The nine colours as a palette of bands, low rows first.
[[nodiscard]] Palette palette_of(const BivariateResult& result, const style::Style& style);

/// A ward's state, and the index of its class; nothing if it has none.
[[nodiscard]] Look look_of(const BivariateWard& ward);
[[nodiscard]] std::optional<std::size_t> band_of(const BivariateWard& ward);

} // namespace wardmap::maps
