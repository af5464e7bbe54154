// SPDX-License-Identifier: MIT
// The map of a sheet with its insets, names and overlays.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "maps/ground/view.h"
#include "maps/labels/context_names.h"
#include "maps/labels/district_names.h"
#include "maps/labels/label.h"
#include "maps/labels/mark_places.h"
#include "maps/picture/insets.h"
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

/// One view with its names. `labels.request` is the ward's index.
struct LabelledView {
    View view;
    Labelling labels;
    ContextNames context;                     // names of places and sites
    std::vector<DistrictName> districts = {}; // main view only
};

struct Picture {
    LabelledView main;
    std::vector<Inset> insets;
    std::vector<LabelledView> inset_views; // one for each inset
    std::vector<std::size_t> key;          // the ward of number i + 1
    std::vector<std::size_t> unplaced;     // wards without a name
};

/// Number of places and sites whose name does not fit.
[[nodiscard]] std::size_t nameless_sites(const Picture& picture);

/// Drawn on every view of a map, the main one and the insets: clipped to `view.box` in an inset.
/// Overlays are between the wards and the names, in their order.
using Overlay = std::function<std::vector<paint::Item>(const View& view)>;

/// Marks inside the wards that are `marked`, clear of their names and of `others`.
using Marks = std::function<Marked(const LabelledView& panel, const std::vector<bool>& marked,
                                   const std::vector<geo::Box>& others)>;

/// How the wards are drawn. Every vector except `overlays` has one entry per ward, or is empty.
struct Drawing {
    std::vector<Fill> fills;
    std::vector<std::string> texts;        // the figure that is each ward's title in an SVG
    std::vector<std::string> figures = {}; // as printed in the key: "22.3"
    std::vector<bool> italic;              // names in italics
    paint::Colour disc;                    // of circles
    std::vector<Overlay> overlays;
    Marks marks = {};
    std::string mark_word = {}; // noun for such a mark
};

/// Inputs of every picture of a study.
struct PictureInputs {
    const StudyArea& study;
    const BaseMap& ground;
    const style::Style& style;
    const paint::TextMetrics& metrics;
    std::vector<double> radii;           // of circles that names avoid, one for each ward; or empty
    std::vector<double> importance = {}; // of naming each ward; or empty
    std::size_t least_numbers = 0;       // minimum number of entries that the key must hold
    const Drawing* drawing = nullptr;    // whose marks need space, if any
    double outline_pt = 0;               // of the widest outline along borders, on large wards
};

/// The space for insets: within `box`, clear of the taken parts.
struct InsetRoom {
    geo::Box box;
    std::vector<geo::Box> taken;
};

/// Fits the map into a box, with insets where there is space, and places the names.
[[nodiscard]] Picture picture_of(const PictureInputs& inputs, const geo::Box& box,
                                 const InsetRoom& room);

/// Keeps the `explained` most important numbers on the map, which the key can hold, and numbers
/// them by importance; in order of position if no importance is given.
void drop_unexplained(Picture& picture, std::size_t explained,
                      const std::vector<double>& importance);

/// Importance of each ward's legibility: from 0.5 for a low value to 3.5 for a high one with a firm
/// reading. Empty if all are equally important.
[[nodiscard]] std::vector<double> ward_weights(const PictureInputs& inputs);

} // namespace wardmap::maps
