// SPDX-License-Identifier: MIT
// A ward's state and fill.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "paint/colour.h"
#include "paint/scene.h"

namespace wardmap::maps {

/// A ward's state. Each has its own legend row if it occurs.
enum class Look {
    band,              // a known figure
    suppressed_banded, // suppressed, but wholly within one band
    suppressed,        // suppressed, band not certain
    missing,
    not_calculable,
};

struct Fill {
    Look look = Look::missing;
    std::optional<std::size_t> band;
    paint::Colour colour = paint::white;
    std::optional<paint::Hatch> hatch;
    paint::Colour ink = paint::black; // colour of text on it
};

/// The colours of a category.
struct Palette {
    std::vector<paint::Colour> colours; // of the bands
    double hatch_mm = 1.5;              // spacing and width of the lines of a pattern
    double hatch_pt = 0.6;
    bool grey = false; // both sides of a change in the same greys: falls are hatched
};

} // namespace wardmap::maps
