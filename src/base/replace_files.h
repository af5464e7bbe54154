// SPDX-License-Identifier: MIT
// Replaces the files in a folder, all or none, where the folder cannot be exchanged as a whole.
// Private to base/.
#pragma once

#include <filesystem>

#include "base/journal.h"

namespace wardmap {

/// Moves the former files, and folders left empty by that, into the work folder and the new files
/// out of it. If a step fails, the former state is restored; if the process is killed, `roll_back`
/// restores it. Throws OutputError.
void replace_files(const WorkFolder& work, const std::filesystem::path& folder,
                   const std::vector<std::string>& former, const std::vector<std::string>& added);

/// Restores the former files of an unfinished replacement and settles the journal. Throws
/// OutputError; may be retried.
void roll_back(const WorkFolder& work, const std::filesystem::path& folder, const Journal& journal);

} // namespace wardmap
