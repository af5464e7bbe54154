// SPDX-License-Identifier: MIT
// Where one band ends and the next begins.
#pragma once

namespace wardmap::bands {

/// How a cut is printed.
enum class Place {
    keep,     // where it is: the place is what the scheme decides
    roundest, // only membership counts: anywhere between the members beside it, where it is
              // roundest
    above,    // directly above its place: what is below is that place alone (a band of zeros)
};

/// A figure belongs above the cut where it is at least `at`.
struct Cut {
    double at = 0;
    Place place = Place::keep;

    bool operator==(const Cut&) const = default;
};

} // namespace wardmap::bands
