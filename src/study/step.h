// SPDX-License-Identifier: MIT
// One period of a series.
#pragma once

#include <string>
#include <vector>

#include "tables/cell.h"

namespace wardmap {

/// One period of a series. Every vector has one entry per ward.
struct Step {
    std::string label;         // "2014-01"
    std::vector<Cell> figures; // per ward
    std::vector<Cell> around;  // per ward of the fringe
};

} // namespace wardmap
