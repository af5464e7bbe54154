// SPDX-License-Identifier: MIT
// Which files a study reads, and their hashes for the manifest. Private to study/.
#pragma once

#include <vector>

#include "base/input_watch.h"
#include "project/project.h"
#include "study/input_file.h"
#include "study/inputs.h"
#include "study/published.h"
#include "study/study_tables.h"

namespace wardmap {

/// Looks at every file that a project names, before any is read.
void note_inputs(const project::Project& project, const std::vector<project::Category>& categories,
                 const StudyTables& tables, InputWatch& watch);

/// The files that were read, ordered by path. Throws InputError if one has changed since.
[[nodiscard]] std::vector<InputFile>
read_input_files(const Inputs& inputs, const Published& published, const InputWatch& watch);

} // namespace wardmap
