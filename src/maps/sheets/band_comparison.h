// SPDX-License-Identifier: MIT
// Alternative bands of one category, side by side on A4: small maps, each with its legend, its fit
// and all its figures on a strip.
#pragma once

#include <vector>

#include "paint/scene.h"
#include "paint/text_metrics.h"
#include "study/band_choices.h"

namespace wardmap::style {
struct Style;
}

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::maps {

/// Up to six choices on one page of larger tiles, else twelve on each page; colours are the
/// style's. Throws InputError if a legend's guarantee is broken.
[[nodiscard]] std::vector<paint::Scene>
lay_out_band_comparison(const Study& study, const CategoryResult& category,
                        const std::vector<BandChoice>& choices, const style::Style& style,
                        const paint::TextMetrics& metrics);

} // namespace wardmap::maps
