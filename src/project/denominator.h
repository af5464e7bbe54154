// SPDX-License-Identifier: MIT
// What counts are related to.
#pragma once

#include <string>

namespace wardmap::project {

/// What counts are related to: residents, households.
struct Denominator {
    std::string id;
    std::string label; // "residents, 2011 Census"
    std::string unit;  // "residents": as in "per 1,000 residents"; default: the id
    std::string source;
};

} // namespace wardmap::project
