// SPDX-License-Identifier: MIT
// Placing and drawing of ward names.
#pragma once

#include <vector>

#include "maps/labels/label.h"
#include "maps/symbols/fill.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap {
struct CategoryResult;
struct StudyArea;
} // namespace wardmap

namespace wardmap::maps {

/// Wards whose band is not stable; empty if that is not known.
[[nodiscard]] std::vector<bool> unstable_names(const CategoryResult& category);

/// Names and numbers; those marked in `italic` (one entry per ward, or empty) are in italics.
/// `disc` is the colour of the circles that hold some of them.
[[nodiscard]] std::vector<paint::Item> label_items(const std::vector<bool>& italic,
                                                   const Labelling& labelling,
                                                   const std::vector<Fill>& fills,
                                                   paint::Colour disc = paint::black);

/// The wards to be named: one entry per ward in each vector.
struct NamesWanted {
    const std::vector<geo::MultiPolygon>& shapes; // on the sheet
    const std::vector<bool>& wanted;
    const std::vector<double>& importance; // or none
};

/// Places the names of the wanted wards.
[[nodiscard]] Labelling label_wards(const StudyArea& study, const NamesWanted& names,
                                    const LabelOptions& options, const paint::TextMetrics& metrics);

} // namespace wardmap::maps
