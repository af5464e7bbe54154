// SPDX-License-Identifier: MIT
// Options of a run.
#pragma once

#include <string>
#include <vector>

#include "base/file_lock.h"
#include "base/input_watch.h"
#include "base/progress.h"
#include "project/product.h"

namespace wardmap::publish {

struct Options {
    std::string folder;                     // output folder; created if needed
    std::vector<project::Product> products; // empty: those of the project
    int threads = 0;
    bool lint = false; // check every sheet; problems raise InputError, and nothing is written
    Progress progress;
    Notice notice;                     // called when a run waits for another
    const InputWatch* watch = nullptr; // of the inputs of the study; null: they are not checked
};

} // namespace wardmap::publish
