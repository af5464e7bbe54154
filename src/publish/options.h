// SPDX-License-Identifier: MIT
// How a run of products is made.
#pragma once

#include <string>
#include <vector>

#include "base/progress.h"

namespace wardmap::publish {

struct Options {
    std::string folder;                // output folder; made where it is not there
    std::vector<std::string> products; // "maps", "data"; empty: those of the project
    int threads = 0;
    bool lint =
        false; // every sheet is looked over; faults are an InputError, and nothing is written
    Progress progress;
};

} // namespace wardmap::publish
