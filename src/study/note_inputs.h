// SPDX-License-Identifier: MIT
// Notes every file of a study before any is read. Private to study/.
#pragma once

#include <vector>

#include "base/input_watch.h"
#include "study/study_tables.h"

namespace wardmap::project {
struct CategorySpec;
struct Project;
} // namespace wardmap::project

namespace wardmap {

/// Notes the project file, all parts of its layers, frozen bands, weights and tables.
void note_inputs(const project::Project& project,
                 const std::vector<project::CategorySpec>& categories, const StudyTables& tables,
                 InputWatch& watch);

} // namespace wardmap
