// SPDX-License-Identifier: MIT
// Choice of the projected CRS for mapping and measuring.
#pragma once

#include <optional>
#include <string>

#include "geo/polygon.h"

namespace wardmap::geo {

/// The CRS in metres for a place (x: degrees of longitude, y: of latitude, WGS 84): EPSG:27700 for
/// Great Britain; else the national grid whose area of use, in PROJ's database, contains the place
/// (if several do, the one with its centre nearest); else the UTM zone of its centre. Precondition:
/// the box is not empty.
[[nodiscard]] std::string crs_for(const Box& degrees);

/// Distortion of a projected CRS at a place: the worst of the corners and the centre of its box.
struct Distortion {
    bool outside = false; // its centre is outside the area of use (false if unknown)
    double areas = 1;     // measured area / true area
    double turned = 0;    // grid convergence in degrees, at the centre
    double stretched = 0; // greatest angular distortion, in degrees
};
/// Nothing if PROJ cannot determine it.
[[nodiscard]] std::optional<Distortion> distortion_at(const std::string& crs, const Box& degrees);

/// "EPSG:32615 (WGS 84 / UTM zone 15N)"; the text itself if PROJ does not know it.
[[nodiscard]] std::string crs_name(const std::string& crs);

} // namespace wardmap::geo
