// SPDX-License-Identifier: MIT
// A spatial index of what labels must avoid. Private to labels/.
#pragma once

#include <vector>

#include "geo/box_grid.h"
#include "geo/polygon.h"
#include "maps/labels/typesetting.h"

namespace wardmap::maps {

inline constexpr double near_mm = 3; // side of a cell of the sheet

class NearBoxes {
public:
    explicit NearBoxes(const geo::Box& frame) : m_grid(frame, near_mm) {}

    void add(const geo::Box& box) {
        m_grid.add(box, m_boxes.size());
        m_boxes.push_back(box);
    }

    [[nodiscard]] bool any_too_close(const geo::Box& box) const {
        return any(box.grown(label_gap),
                   [&](const geo::Box& other) { return too_close(box, other, label_gap); });
    }

    /// Whether `is` holds for a box that may touch this one.
    template <typename Is>
    [[nodiscard]] bool any(const geo::Box& box, const Is& is) const {
        return m_grid.any(box, [&](std::size_t i) { return is(m_boxes[i]); });
    }

private:
    geo::BoxGrid m_grid;
    std::vector<geo::Box> m_boxes;
};

} // namespace wardmap::maps
