// SPDX-License-Identifier: MIT
// The map of a sheet with its insets and names, and what else is drawn on it.
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

/// One view with the names that stand in it. `labels.request` is the ward's index.
struct LabelledView {
    View view;
    Labelling labels;
    ContextNames context;                     // names of places and sites
    std::vector<DistrictName> districts = {}; // of the main view alone
};

struct Picture {
    LabelledView main;
    std::vector<Inset> insets;
    std::vector<LabelledView> inset_views; // one for each inset
    std::vector<std::size_t> key;          // the ward of number i + 1
    std::vector<std::size_t> unplaced;     // wards without a name
};

/// Names of places and sites that found no room.
[[nodiscard]] std::size_t nameless_sites(const Picture& picture);

/// Something drawn on every view of a map, the main one and the insets: cut at `view.box` where
/// that is an inset. Overlays stand between the wards and the names, in their order.
using Overlay = std::function<std::vector<paint::Item>(const View& view)>;

/// Marks inside the wards that are `marked`, clear of their names and of `others`.
using Marks = std::function<Marked(const LabelledView& panel, const std::vector<bool>& marked,
                                   const std::vector<geo::Box>& others)>;

/// How the wards are drawn. Every vector but `overlays` has one entry per ward, or none.
struct Drawing {
    std::vector<Fill> fills;
    std::vector<std::string> texts;        // the figure that is each ward's title in an SVG
    std::vector<std::string> figures = {}; // as the key prints them: "22.3"
    std::vector<bool> italic;              // names that are set so
    paint::Colour disc;                    // of circles
    std::vector<Overlay> overlays;
    Marks marks = {};
    std::string mark_word = {}; // what such a mark is called
};

/// What every picture of a study is made with.
struct PictureInputs {
    const StudyArea& study;
    const BaseMap& ground;
    const style::Style& style;
    const paint::TextMetrics& metrics;
    std::vector<double> radii; // of circles that names keep off, one for each ward; or none
    std::vector<double> importance = {}; // of naming each ward; or none
    std::size_t least_numbers = 0;       // that the key has to have room for
    const Drawing* drawing = nullptr;    // whose marks want room, if any
    double outline_pt = 0;               // of the widest outline along borders, on large wards
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
/// numbers them by importance; in the order of their places if none is given.
void drop_unexplained(Picture& picture, std::size_t explained,
                      const std::vector<double>& importance);

/// How much it matters that a ward can be read: from half for a low value to 3.5 for a high one
/// with a firm reading. Empty if all matter alike.
[[nodiscard]] std::vector<double> ward_weights(const PictureInputs& inputs);

} // namespace wardmap::maps
