// SPDX-License-Identifier: MIT
// Folder of the files supplied with Wardmap.
#pragma once

#include <filesystem>

namespace wardmap::project {

/// The folder that holds `styles/`: WARDMAP_DATA_DIR in the environment, else share/wardmap beside
/// the program's own bin folder (an installed Wardmap), else the source tree it was built from (a
/// package: the folder it was built for). Throws OutputError if there is none.
[[nodiscard]] std::filesystem::path data_folder();

} // namespace wardmap::project
