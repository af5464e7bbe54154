// SPDX-License-Identifier: MIT
// The products of a study, written beside the output folder and swapped into place.
#pragma once

#include <string>
#include <vector>

#include "base/progress.h"
#include "project/style.h"
#include "study/study.h"

namespace wardmap::publish {

struct Options {
    std::string folder;                     // output folder; made where it is not there
    std::vector<project::Product> products; // empty: those of the project
    int threads = 0;
    bool lint =
        false; // every sheet is looked over; faults are an InputError, and nothing is written
    Progress progress;
};

/// One file that was written. `path` is relative to the output folder.
struct Written {
    std::string path;
    std::string sha256;
    std::size_t bytes = 0;
};

/// Writes every product, the audit and the manifest. Files in the folder that are not Wardmap's
/// (not in the manifest there) stay; a file of theirs that stands where one of ours would go is an
/// OutputError. After any failure the former content stands unchanged. Returns what was written,
/// ordered by path.
std::vector<Written> publish(const Study& study, const project::Style& style,
                             const Options& options);

} // namespace wardmap::publish
