// SPDX-License-Identifier: MIT
// Categories with their bands.
#pragma once

#include <vector>

#include "bands/banding.h"
#include "study/measured.h"

namespace wardmap {

struct BandedCategory : MeasuredCategory {
    bands::Banding banding; // for the requested categories, and those they borrow from
};

struct Banded {
    std::vector<DenominatorResult> denominators;
    std::vector<BandedCategory> categories; // the requested ones
};

} // namespace wardmap
