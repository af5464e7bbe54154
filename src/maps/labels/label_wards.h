// SPDX-License-Identifier: MIT
// Names of wards: placed, and drawn.
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

/// Wards whose band is not stable; none if that is not known.
[[nodiscard]] std::vector<bool> unstable_names(const CategoryResult& category);

/// Names and numbers; those in `italic`, one entry per ward or none, are set so. `disc` is the
/// colour of the circles that some are on.
[[nodiscard]] std::vector<paint::Item> label_items(const std::vector<bool>& italic,
                                                   const Labelling& labelling,
                                                   const std::vector<Fill>& fills,
                                                   paint::Colour disc = paint::black);

/// Which wards are to be named: one entry per ward each.
struct NamesWanted {
    const std::vector<geo::MultiPolygon>& shapes; // on the sheet
    const std::vector<bool>& wanted;
    const std::vector<double>& importance; // or none
};

/// Places the names of the wards that are wanted.
[[nodiscard]] Labelling label_wards(const StudyArea& study, const NamesWanted& names,
                                    const LabelOptions& options, const paint::TextMetrics& metrics);

} // namespace wardmap::maps
