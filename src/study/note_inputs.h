// SPDX-License-Identifier: MIT
// Notes every file of a study before any is read. Private to study/.
#pragma once

#include <vector>

#include "base/input_watch.h"
#include "project/project.h"
#include "study/study_tables.h"

namespace wardmap {

/// Notes the project file, all parts of its layers, frozen bands, weights and tables.
void note_inputs(const project::Project& project, const std::vector<project::Category>& categories,
                 const StudyTables& tables, InputWatch& watch);

} // namespace wardmap
