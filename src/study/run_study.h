// SPDX-License-Identifier: MIT
// Runs the whole way of the data for one project: boundaries, tables, joins, measures, bands.
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

/// Throws InputError with the findings of all tables together where any of them has errors.
[[nodiscard]] Study run_study(const project::Project& project, const RunOptions& options);

/// The same with a watch of its inputs, which a publication asks again at its end. `watch` may have
/// noted files already, such as the project file; what the study reads is noted too.
[[nodiscard]] Study run_study(const project::Project& project, const RunOptions& options,
                              InputWatch& watch);

/// All findings of a study in the order of the way of the data.
[[nodiscard]] Findings all_findings(const Study& study);

} // namespace wardmap
