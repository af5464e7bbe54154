// SPDX-License-Identifier: MIT
// The location of boundaries, and whether the map's CRS suits them. Private to wards/.
#pragma once

#include <optional>
#include <string>

#include "base/finding.h"
#include "geo/transform.h"
#include "wards/read_wards.h"

namespace wardmap::wards {

/// The box of the coordinates in degrees (WGS 84, x the longitude); nothing if they cannot be
/// transformed.
[[nodiscard]] std::optional<geo::Box> place_of(const std::string& source_crs, const geo::Box& box,
                                               const std::string& shown_as);

struct Placed {
    const BoundarySource& source;
    std::optional<geo::Box> degrees;
};

/// The CRS of the map: the requested one, else the one for the place, named in a note outside Great
/// Britain. Throws InputError for a CRS that is not projected in metres, for a place outside its
/// area of use, for web Mercator or any other that changes areas by more than 2%, and for degrees
/// that only make sense swapped. A map turned by more than 10 degrees, or with angles changed by
/// more than 2, is a warning.
[[nodiscard]] std::string choose_target(const Placed& placed, const std::string& asked,
                                        Findings& findings);

/// Warns if the datum of the source is not known, or PROJ has no transformation for it.
void warn_of_ballpark(const Placed& placed, const geo::Transform& transform, Findings& findings);

} // namespace wardmap::wards
