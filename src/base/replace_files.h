// SPDX-License-Identifier: MIT
// New files in the place of former ones within one folder, all or none, for a folder that cannot
// be exchanged as a whole. Private to base/.
#pragma once

#include <filesystem>

#include "base/journal.h"

namespace wardmap {

/// Moves the former files, and folders that are empty without them, into the work folder and the
/// new files out of it. If a step fails, the former state is there again; if the process is killed,
/// `roll_back` brings it about. Throws OutputError.
void replace_files(const WorkFolder& work, const std::filesystem::path& folder,
                   const std::vector<std::string>& former, const std::vector<std::string>& added);

/// Restores the former files of a replacement that did not come to its end, and settles the
/// journal. Throws OutputError; it may be tried again.
void roll_back(const WorkFolder& work, const std::filesystem::path& folder, const Journal& journal);

} // namespace wardmap
