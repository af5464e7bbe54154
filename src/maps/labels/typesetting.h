// SPDX-License-Identifier: MIT
// Ways of setting a name, and whether they fit into a ward.
#pragma once

#include <string>
#include <vector>

#include "geo/polygon.h"
#include "maps/labels/label.h"

namespace wardmap::maps {

inline constexpr double label_gap = 0.5; // between labels, and from obstacles

/// A name in one to three lines at a given size, as boxes around its centre.
struct TypesetName {
    std::vector<std::string> lines;
    double size_pt = 0;
    std::vector<double> widths;
    double ascent = 0;
    double descent = 0;
    double pitch = 0; // baseline to baseline

    [[nodiscard]] double height() const {
        return static_cast<double>(lines.size() - 1) * pitch + ascent + descent;
    }
    /// The box of line i with the whole centred at `centre`.
    [[nodiscard]] geo::Box box(std::size_t i, geo::Point centre) const;
    [[nodiscard]] Label at(std::size_t request, geo::Point centre) const;
};

/// One variant for each number of lines (1 to 3) that the words allow, each with the narrowest
/// longest line.
[[nodiscard]] std::vector<TypesetName> typeset_variants(const std::string& name, double size_pt,
                                                        const MeasureLabel& measure);

/// The same at another size: widths scale with the size.
[[nodiscard]] TypesetName scaled_to(const TypesetName& setting, double size_pt);

/// Whether a box is wholly inside a polygon.
[[nodiscard]] bool is_within(const geo::Box& box, const geo::Polygon& polygon);

/// Boxes that together approximate a disc.
[[nodiscard]] std::vector<geo::Box> boxes_of(const Disc& disc);

/// The obstacles, and the discs as boxes.
[[nodiscard]] std::vector<geo::Box> all_obstacles(const LabelOptions& options);

/// Whether the segment from a to b intersects the box.
[[nodiscard]] bool crosses(geo::Point a, geo::Point b, const geo::Box& box);

/// Whether two boxes are closer than `gap`.
[[nodiscard]] inline bool too_close(const geo::Box& a, const geo::Box& b, double gap) {
    return a.grown(gap).overlaps(b);
}

} // namespace wardmap::maps
