// SPDX-License-Identifier: MIT
// The boundary between two bands.
#pragma once

namespace wardmap::bands {

/// How a cut is printed.
enum class Place {
    keep,     // as it is: its value is set by the scheme
    roundest, // only membership matters: the roundest value between the adjacent members
    above,    // directly above its value: the band below holds that value alone (a band of zeros)
};

/// A figure is above the cut if it is at least `at`.
struct Cut {
    double at = 0;
    Place place = Place::keep;

    bool operator==(const Cut&) const = default;
};

} // namespace wardmap::bands
