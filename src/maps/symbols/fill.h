// SPDX-License-Identifier: MIT
// What a ward shows and how it is filled.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "paint/colour.h"
#include "paint/scene.h"

namespace wardmap::maps {

/// What a ward shows. Each has a legend row of its own where it occurs.
enum class Look {
    band,              // a known figure
    suppressed_banded, // withheld, but wholly within one band
    suppressed,        // withheld, band not certain
    missing,
    not_calculable,
};

struct Fill {
    Look look = Look::missing;
    std::optional<std::size_t> band;
    paint::Colour colour = paint::white;
    std::optional<paint::Hatch> hatch;
    paint::Colour ink = paint::black; // of text on it
};

/// How a category is coloured.
struct Palette {
    std::vector<paint::Colour> colours; // of the bands
    double hatch_mm = 1.5;              // spacing and width of the lines of a pattern
    double hatch_pt = 0.6;
    bool grey = false; // both sides of a change in the same greys: falls bear lines
};

} // namespace wardmap::maps
