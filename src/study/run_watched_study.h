// SPDX-License-Identifier: MIT
// A study whose inputs are watched until its products are published.
#pragma once

#include "base/input_watch.h"
#include "project/project.h"
#include "study/run_study.h"
#include "study/study.h"

namespace wardmap {

/// As run_study without a watch, which looks at the inputs until the study is done. `watch` may
/// have noted files already, such as the project file; what the study reads is noted too.
[[nodiscard]] Study run_study(const project::Project& project, const StudyOptions& options,
                              InputWatch& watch);

} // namespace wardmap
