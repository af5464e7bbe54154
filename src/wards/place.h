// SPDX-License-Identifier: MIT
// Where boundaries lie, and whether the coordinate system of the map suits them. Private to wards/.
#pragma once

#include <optional>
#include <string>

#include "base/finding.h"
#include "geo/transform.h"
#include "wards/read_wards.h"

namespace wardmap::wards {

/// The box of the coordinates in degrees (WGS 84, x the longitude); nothing if they cannot be
/// brought there.
[[nodiscard]] std::optional<geo::Box> place_of(const std::string& source_crs, const geo::Box& box,
                                               const std::string& shown_as);

struct Placed {
    const BoundarySource& source;
    std::optional<geo::Box> degrees;
};

/// The CRS of the map: the one that is asked for, else the one for the place, which a note names
/// outside Great Britain. Throws InputError for a CRS that is not projected in metres, for a place
/// outside its area of use, for web Mercator or any other that changes areas by more than 2%, and
/// for degrees that only make sense swapped. A map turned by more than 10 degrees, or with angles
/// changed by more than 2, is a warning.
[[nodiscard]] std::string choose_target(const Placed& placed, const std::string& asked,
                                        Findings& findings);

/// The datum of the source is not known, or PROJ has no transformation of it.
void warn_of_ballpark(const Placed& placed, const geo::Transform& transform, Findings& findings);

} // namespace wardmap::wards
