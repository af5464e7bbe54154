// SPDX-License-Identifier: MIT
// Where a site lies among the wards, and what the study says of the wards it lies in.
#pragma once

#include <string>
#include <vector>

#include "study/study.h"

namespace wardmap::site {

struct Site {
    std::string name;        // as the user wrote it
    std::string note;        // how it was read, in a sentence
    geo::Point at;           // of a point, in the wards' CRS
    geo::MultiPolygon shape; // of a red line; empty for a point
    double tolerance_m = 0;  // a point this near a border may lie on either side
};

struct Near {
    std::size_t ward = 0;
    double distance_m = 0; // from the edge of the site
};

struct Share {
    std::size_t ward = 0;
    double share = 0; // of the site's area; 1 for a point
};

struct Location {
    std::vector<Share> wards;           // largest share first
    double outside = 0;                 // share of the site outside every ward
    std::vector<std::size_t> on_border; // other wards within the tolerance of a point
    std::vector<Near> others;           // every other ward, nearest first
};

/// A grid reference, "easting,northing" or "lat,lon". Throws InputError saying what is wrong.
[[nodiscard]] Site site_at(const std::string& reference, const std::string& wards_crs);

/// The polygons of a file together. Throws InputError for no polygon, no CRS, an invalid one.
[[nodiscard]] Site site_in(const std::string& file, const std::string& wards_crs);

/// Throws InputError where the site lies in no ward, with the nearest ward and its distance.
[[nodiscard]] Location locate(const Study& study, const Site& site);

[[nodiscard]] std::string profile_text(const Study& study, const Site& site,
                                       const Location& location, double within_m);
[[nodiscard]] std::string profile_json(const Study& study, const Site& site,
                                       const Location& location, double within_m);

} // namespace wardmap::site
