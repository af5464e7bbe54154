// SPDX-License-Identifier: MIT
// Runs all stages for one project: boundaries, tables, joins, measures, bands.
#pragma once

#include <string>
#include <vector>

#include "base/input_watch.h"
#include "base/progress.h"
#include "study/study.h"

namespace wardmap::project {
struct Project;
}

namespace wardmap {

struct RunOptions {
    std::vector<std::string> categories; // ids; empty: all. An unknown id is an InputError
    int threads = 0;                     // 0: as many as the machine has
    Progress progress;
};

/// Throws InputError with the findings of all tables together if any of them has errors.
[[nodiscard]] Study run_study(const project::Project& project, const RunOptions& options);

/// The same with a watch on its inputs, which a publication checks again at the end. `watch` may
/// already have noted files, such as the project file; the study's inputs are added.
[[nodiscard]] Study run_study(const project::Project& project, const RunOptions& options,
                              InputWatch& watch);

/// All findings of a study, in order of the stages.
[[nodiscard]] Findings all_findings(const Study& study);

} // namespace wardmap
