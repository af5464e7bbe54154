// SPDX-License-Identifier: MIT
// Labels: requests and placements.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::maps {

/// An item to be named. `shape` is in millimetres on the sheet.
struct LabelRequest {
    std::string name;
    geo::MultiPolygon shape;
    bool wanted = true;    // false: drawn here, but named elsewhere
    double importance = 0; // if not all can have a number beside them, the most important have
};

/// A circle that represents a request and may hold its label.
struct Disc {
    std::size_t request = 0; // index
    geo::Point centre;
    double radius = 0;
};

struct LabelOptions {
    double size_pt = 8;
    double min_size_pt = 6;          // minimum
    double least_margin_mm = 0.4;    // between a name and the border of its ward
    geo::Box frame;                  // labels stay inside it
    std::vector<geo::Box> obstacles; // labels avoid these: insets, their windows' edges, ...
    std::vector<Disc> discs;         // largest first, as drawn; names avoid them
    std::size_t first_number = 1;
};

/// Size of one line of `text` at `size_pt`, in millimetres.
struct LabelExtent {
    double width = 0;
    double ascent = 0;
    double descent = 0;
};

using MeasureLabel = std::function<LabelExtent(const std::string& text, double size_pt)>;

struct LabelLine {
    std::string text;
    geo::Point baseline_centre; // centre of the line on its baseline
};

/// One placed label. If `number` is set, `lines` holds that number, and the key holds the name.
struct Label {
    std::size_t request = 0; // index
    std::vector<LabelLine> lines;
    double size_pt = 0;
    geo::Box box; // around all lines
    std::optional<std::size_t> number;
    bool on_disc = false;
    /// From the label to a point in its ward, if the label is outside.
    std::optional<std::pair<geo::Point, geo::Point>> leader;
};

struct Labelling {
    std::vector<Label> labels;
    std::vector<std::size_t> key;      // requests named in the key; entry i has first_number + i
    std::vector<std::size_t> unplaced; // not even a number fits: listed on the sheet
};

} // namespace wardmap::maps
