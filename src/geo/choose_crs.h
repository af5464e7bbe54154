// SPDX-License-Identifier: MIT
// The projected coordinate system in which a place is mapped and measured.
#pragma once

#include <optional>
#include <string>

#include "geo/polygon.h"

namespace wardmap::geo {

/// The CRS in metres for a place (x: degrees of longitude, y: of latitude, WGS 84): EPSG:27700 for
/// Great Britain; else the national grid whose area of use, after PROJ's database, holds the place
/// (the one nearest to the middle of its area where several do); else the UTM zone of its centre.
/// Precondition: the box is not empty.
[[nodiscard]] std::string crs_for(const Box& degrees);

/// What a projected CRS makes of a place: the worst of the corners and the centre of its box.
struct Distortion {
    bool outside =
        false;         // its centre is not within the area of use (false where that is not known)
    double areas = 1;  // area as measured, by the true area
    double turned = 0; // degrees between north and the grid's north, at the centre
    double stretched = 0; // greatest change of an angle, in degrees
};
/// Nothing where PROJ cannot say.
[[nodiscard]] std::optional<Distortion> distortion_at(const std::string& crs, const Box& degrees);

/// "EPSG:32615 (WGS 84 / UTM zone 15N)"; the text itself where PROJ does not know it.
[[nodiscard]] std::string crs_name(const std::string& crs);

} // namespace wardmap::geo
