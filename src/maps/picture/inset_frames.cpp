// SPDX-License-Identifier: MIT
#include "maps/picture/inset_frames.h"

#include "style/style.h"

namespace wardmap::maps {
namespace {

double letter_mm(const style::Style& style) {
    return 1.5 * style.label_pt * paint::mm_per_pt;
}

/// Boxes along the edges of a window, which names must not cover.
std::vector<geo::Box> edges_of(const geo::Box& w) {
    return {{w.min_x, w.min_y, w.max_x, w.min_y},
            {w.min_x, w.max_y, w.max_x, w.max_y},
            {w.min_x, w.min_y, w.min_x, w.max_y},
            {w.max_x, w.min_y, w.max_x, w.max_y}};
}

} // namespace

geo::Box letter_box(const geo::Box& window, const style::Style& style) {
    const double size = letter_mm(style);
    return {window.min_x, window.min_y - size, window.min_x + size, window.min_y};
}

geo::Box inset_letter_box(const Inset& inset, const style::Style& style) {
    const double size = letter_mm(style);
    return {inset.box.min_x, inset.box.min_y, inset.box.min_x + size, inset.box.min_y + size};
}

std::vector<geo::Box> taken_by(const Picture& picture, const style::Style& style) {
    std::vector<geo::Box> taken;
    for (const auto& moved : picture.main.view.moved) {
        const auto edges = edges_of(moved);
        taken.insert(taken.end(), edges.begin(), edges.end());
    }
    for (const auto& inset : picture.insets) {
        taken.push_back(inset.plate);
        const auto edges = edges_of(inset.window);
        taken.insert(taken.end(), edges.begin(), edges.end());
        taken.push_back(letter_box(inset.window, style));
    }
    return taken;
}

std::vector<geo::Box> letter_of_inset(const Picture& picture, const Inset& inset,
                                      const style::Style& style) {
    if (picture.insets.size() <= 1) return {};
    return {inset_letter_box(inset, style)};
}

std::vector<bool> shown_in(const std::vector<Inset>& insets, std::size_t wards) {
    std::vector<bool> shown(wards, false);
    for (const auto& inset : insets) {
        for (const auto ward : inset.wards) {
            shown[ward] = true;
        }
    }
    return shown;
}

} // namespace wardmap::maps
