// SPDX-License-Identifier: MIT
// Where ward names go: inside their ward where they fit, else a number and a line in a key.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::maps {

/// Something to be named. `shape` is in millimetres on the sheet.
struct LabelRequest {
    std::string name;
    geo::MultiPolygon shape;
};

struct LabelOptions {
    double size_pt = 8;
    double min_size_pt = 6;          // never smaller
    geo::Box frame;                  // labels stay inside
    std::vector<geo::Box> obstacles; // labels keep off: legend, scale bar, ...
};

/// Size of one line of `text` at `size_pt`, in millimetres.
struct LabelExtent {
    double width = 0;
    double ascent = 0;
    double descent = 0;
};
using MeasureLabel = std::function<LabelExtent(const std::string& text, double size_pt)>;
/// Splits a name into lines no wider than `width_mm`; returns one line where it cannot be split.
using WrapLabel = std::function<std::vector<std::string>(const std::string& text, double size_pt,
                                                         double width_mm)>;

struct LabelLine {
    std::string text;
    geo::Point baseline_centre; // centre of the line on its baseline
};

/// One placed label. Where `number` is set, `lines` holds that number, and the key holds the name.
struct Label {
    std::size_t request = 0; // index
    std::vector<LabelLine> lines;
    double size_pt = 0;
    geo::Box box; // around all lines
    std::optional<std::size_t> number;
    /// From the label to a point in its ward, where the label stands outside.
    std::optional<std::pair<geo::Point, geo::Point>> leader;
};

struct Labelling {
    std::vector<Label> labels;
    std::vector<std::size_t> key;      // requests named in the key; entry i has number i + 1
    std::vector<std::size_t> unplaced; // not even a number fits: listed on the sheet
};

/// Places every name: whole or wrapped, shrinking to `min_size_pt`, inside its ward; else a number
/// in the ward or, with a leader line, beside it. Guarantees: no two boxes overlap, none leaves the
/// frame or touches an obstacle, no type is smaller than `min_size_pt`; numbers rise from the top
/// left to the bottom right; the same requests give the same places. Cost: O(n log n) for usual
/// maps.
[[nodiscard]] Labelling place_labels(const std::vector<LabelRequest>& requests,
                                     const LabelOptions& options, const MeasureLabel& measure,
                                     const WrapLabel& wrap);

/// The point deepest inside the largest part (pole of inaccessibility; Garcia-Castellanos and
/// Lombardo 2007), found to `tolerance` by subdivision of a grid, and its distance to the border.
struct Pole {
    geo::Point at;
    double distance = 0;
};
[[nodiscard]] Pole pole_of_inaccessibility(const geo::MultiPolygon& shape, double tolerance);

} // namespace wardmap::maps
