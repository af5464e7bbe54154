// SPDX-License-Identifier: MIT
// The products of a study, written beside the output folder and swapped into place.
#pragma once

#include <string>
#include <vector>

#include "base/input_watch.h"
#include "base/progress.h"
#include "base/staged_files.h"
#include "project/style.h"
#include "study/study.h"

namespace wardmap::publish {

struct Options {
    std::string folder;                // output folder; made where it is not there
    std::vector<std::string> products; // "maps", "data"; empty: those of the project
    int threads = 0;
    bool lint =
        false; // every sheet is looked over; faults are an InputError, and nothing is written
    Progress progress;
    Notice notice;                     // of a run that waits for another
    const InputWatch* watch = nullptr; // of the inputs of the study; null: they are not looked at
};

/// Writes every product, the audit and the manifest. Whatever else is in the folder (not in the
/// manifest there) stays; if it has the name of a new file, OutputError. A watched input that has
/// changed since it was read is an InputError. After any failure the former content is there
/// unchanged. Returns what was written, ordered by path.
std::vector<Written> publish(const Study& study, const project::Style& style,
                             const Options& options);

} // namespace wardmap::publish
