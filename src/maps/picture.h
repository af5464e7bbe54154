// SPDX-License-Identifier: MIT
// The map of a sheet with its insets and names, and what else is drawn on it.
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "maps/fills.h"
#include "maps/insets.h"
#include "maps/labels.h"
#include "maps/view.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"
#include "project/style.h"
#include "study/study.h"

namespace wardmap::maps {

/// One view with the names that stand in it. `labels.request` is the ward's index.
struct LabelledView {
    View view;
    Labelling labels;
};

struct Picture {
    LabelledView main;
    std::vector<Inset> insets;
    std::vector<LabelledView> inset_views; // one for each inset
    std::vector<std::size_t> key;          // the ward of number i + 1
    std::vector<std::size_t> unplaced;     // wards without a name
};

/// Something drawn on every view of a map, the main one and the insets: cut at `view.box` where
/// that is an inset. Overlays stand between the wards and the names, in their order.
using Overlay = std::function<std::vector<paint::Item>(const View& view)>;

/// What every picture of a study is made with.
struct PictureInputs {
    const Study& study;
    const Ground& ground;
    const project::Style& style;
    const paint::TextMetrics& metrics;
    std::vector<double> radii; // of circles that names keep off, one for each ward; or none
    std::vector<double> importance = {}; // of naming each ward; or none
};

/// Where insets may stand: within `box`, off the taken parts of it.
struct InsetRoom {
    geo::Box box;
    std::vector<geo::Box> taken;
};

/// Fits the map into a box, with insets where they find room, and places the names.
[[nodiscard]] Picture picture_of(const PictureInputs& inputs, const geo::Box& box,
                                 const InsetRoom& room);

/// Leaves the `explained` most important numbers on the map, for which the key has room, and
/// numbers them anew.
void drop_unexplained(Picture& picture, std::size_t explained,
                      const std::vector<double>& importance);

/// Wards, overlays, names and insets as items.
[[nodiscard]] std::vector<paint::Item>
picture_items(const PictureInputs& inputs, const CategoryResult& category, const Picture& picture,
              const std::vector<Fill>& fills, const std::vector<Overlay>& overlays);

} // namespace wardmap::maps
