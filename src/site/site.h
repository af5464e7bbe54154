// SPDX-License-Identifier: MIT
// Location of a site among the wards.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "geo/polygon.h"

namespace wardmap {
struct Study;
}

namespace wardmap::site {

struct Site {
    std::string name;        // as the user wrote it
    std::string note;        // how it was read, in a sentence
    geo::Point at;           // in the wards' CRS; for a red line, its centre
    geo::MultiPolygon shape; // for a red line; empty for a point
    double doubt_m = 0;      // a point may be anywhere within a square of this half-width

    [[nodiscard]] bool is_point() const { return shape.empty(); }
};

struct Near {
    std::size_t ward = 0;
    double distance_m = 0;  // from the edge of the site to the nearest edge of the ward
    bool neighbour = false; // neighbour of a ward that contains the site, by the project's rule
};

struct Share {
    std::size_t ward = 0;
    double share = 0; // of the site's area; 1 for a point
};

/// How a site is outside the wards.
enum class Outside {
    none,
    part,    // part of a red line, or of the square that may contain a point
    hole,    // the whole site is in a hole of a ward
    far_off, // the whole site is beyond all wards, or between them
};

struct Location {
    std::vector<Share> wards; // largest share first; empty if the whole site is outside
    double outside = 0;       // share of a red line outside every ward
    Outside how = Outside::none;
    std::vector<std::size_t> on_border; // other wards that may contain a point
    std::vector<Near> others;           // every other ward, nearest first
};

/// A grid reference, "easting,northing" in the wards' CRS or "lat,lon". Throws InputError with the
/// reason.
[[nodiscard]] Site site_at(const std::string& reference, const std::string& wards_crs);

/// The union of a file's polygons. Throws InputError if there is no polygon, no CRS, or an invalid
/// polygon.
[[nodiscard]] Site site_in(const std::string& file, const std::string& wards_crs);

/// Sets the name of a site in its profile, followed by its reference: "Land at High Street (TQ 760
/// 556)"; an empty name changes nothing.
[[nodiscard]] Site named(Site site, const std::string& name);

[[nodiscard]] Location locate(const Study& study, const Site& site);

/// "the site is outside the boundaries of this project ...": with the nearest ward and its
/// distance. Empty if the site is in a ward.
[[nodiscard]] std::string outside_words(const Study& study, const Location& location);

/// Throws InputError if the site is not in any ward.
void stop_if_outside(const Study& study, const Site& site, const Location& location);

} // namespace wardmap::site
