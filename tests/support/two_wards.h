// SPDX-License-Identifier: MIT
// West and East, 1 km by 1 km, side by side near Maidstone.
#pragma once

#include "wards/ward.h"

namespace wardmap::testing {

inline WardSet two_wards() {
    WardSet set;
    set.crs = "EPSG:27700";
    for (const int i : {0, 1}) {
        Ward ward;
        ward.code = i == 0 ? "E05000001" : "E05000002";
        ward.name = i == 0 ? "West" : "East";
        const double x = 576'000 + 1'000 * i;
        ward.shape.parts.push_back(
            {{{x, 155'000}, {x + 1'000, 155'000}, {x + 1'000, 156'000}, {x, 156'000}}, {}});
        ward.area_m2 = 1e6;
        set.wards.push_back(ward);
    }
    return set;
}

} // namespace wardmap::testing
