// SPDX-License-Identifier: MIT
// Where a layout of tiles comes from.
#pragma once

#include <string>

#include "base/file_path.h"

namespace wardmap::wards {

/// The tiles as specified in the project file. Empty: detected.
struct TileSource {
    FilePath file;
    // Vector files only:
    std::string layer;
    std::string code; // field with the ward's code; detected as for boundaries
    std::string where;
    std::string crs;
    std::string encoding;
};

} // namespace wardmap::wards
