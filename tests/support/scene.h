// SPDX-License-Identifier: MIT
// Small scenes, for tests of painting.
#pragma once

#include <string>

#include "paint/scene.h"

namespace wardmap::testing {

inline constexpr paint::Colour blue{0x20, 0x40, 0xC0};

inline paint::Shape box(double x0, double y0, double x1, double y1, paint::Colour fill) {
    paint::Shape shape;
    shape.rings = {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}};
    shape.fill = fill;
    return shape;
}

inline paint::Scene small_scene() {
    paint::Scene scene;
    scene.width_mm = 40;
    scene.height_mm = 30;
    scene.title = "Test sheet";
    scene.description = "Two boxes.";
    return scene;
}

/// Number of occurrences.
inline std::size_t count(const std::string& where, const std::string& what) {
    std::size_t n = 0;
    for (auto at = where.find(what); at != std::string::npos; at = where.find(what, at + 1)) {
        ++n;
    }
    return n;
}

} // namespace wardmap::testing
