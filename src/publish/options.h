// SPDX-License-Identifier: MIT
// How a run of products is made.
#pragma once

#include <string>
#include <vector>

#include "base/file_lock.h"
#include "base/input_watch.h"
#include "base/progress.h"
#include "project/product.h"

namespace wardmap::publish {

struct Options {
    std::string folder;                     // output folder; made if it is not there
    std::vector<project::Product> products; // empty: those of the project
    int threads = 0;
    bool lint =
        false; // every sheet is looked over; faults are an InputError, and nothing is written
    Progress progress;
    Notice notice;                     // of a run that waits for another
    const InputWatch* watch = nullptr; // of the inputs of the study; null: they are not looked at
};

} // namespace wardmap::publish
