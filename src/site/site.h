// SPDX-License-Identifier: MIT
// Where a site lies among the wards.
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
    geo::Point at;           // in the wards' CRS; of a red line its middle
    geo::MultiPolygon shape; // of a red line; empty for a point
    double doubt_m = 0;      // a point may be anywhere within a square that reaches so far

    [[nodiscard]] bool is_point() const { return shape.empty(); }
};

struct Near {
    std::size_t ward = 0;
    double distance_m = 0;  // from the edge of the site to the nearest edge of the ward
    bool neighbour = false; // of a ward that the site is in, by the project's rule
};

struct Share {
    std::size_t ward = 0;
    double share = 0; // of the site's area; 1 for a point
};

/// BaseMap that no ward covers, seen from a site.
enum class Outside {
    none,
    part,    // of a red line, or of the square that a point may be in
    hole,    // the whole site is in a hole of a ward
    far_off, // the whole site is beyond all wards, or between them
};

struct Location {
    std::vector<Share> wards; // largest share first; empty if the whole site is outside
    double outside = 0;       // share of a red line outside every ward
    Outside how = Outside::none;
    std::vector<std::size_t> on_border; // other wards that a point may be in
    std::vector<Near> others;           // every other ward, nearest first
};

/// A grid reference, "easting,northing" in the wards' CRS or "lat,lon". Throws InputError saying
/// what is wrong.
[[nodiscard]] Site site_at(const std::string& reference, const std::string& wards_crs);

/// The polygons of a file together. Throws InputError for no polygon, no CRS, an invalid one.
[[nodiscard]] Site site_in(const std::string& file, const std::string& wards_crs);

/// The name of a site in its profile, with the place it was given by: "Land at High Street (TQ
/// 760 556)"; an empty name changes nothing.
[[nodiscard]] Site named(Site site, const std::string& name);

[[nodiscard]] Location locate(const Study& study, const Site& site);

/// "the site is outside the boundaries of this project ...": which ward is nearest, and how far.
/// Empty if the site is in a ward.
[[nodiscard]] std::string outside_words(const Study& study, const Location& location);

/// Throws InputError if the site is in no ward.
void stop_if_outside(const Study& study, const Site& site, const Location& location);

} // namespace wardmap::site
