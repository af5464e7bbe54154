// SPDX-License-Identifier: MIT
// Where a layout of tiles comes from.
#pragma once

#include <string>

#include "base/file_path.h"

namespace wardmap::wards {

/// What the project file says of its tiles. Empty means: find out.
struct TileSource {
    FilePath file;
    // Of vector files only:
    std::string layer;
    std::string code; // field with the ward's code; guessed as that of boundaries is
    std::string where;
    std::string crs;
    std::string encoding;
};

} // namespace wardmap::wards
