// SPDX-License-Identifier: MIT
// The project's layout of tiles. Private to study/.
#pragma once

#include "study/surroundings/surroundings.h"

namespace wardmap::project {
struct Project;
}

namespace wardmap {

/// The tiles of project.tiles, one for each ward, joined by code or legacy code, scaled to the size
/// of the average ward and centred on the area. Findings are added to the study's. Throws
/// InputError if a ward has no tile or two, or tiles overlap. Precondition: there are wards, and
/// project.tiles.
[[nodiscard]] Tiles read_tiles(const project::Project& project, const WardSet& wards,
                               Findings& findings);

} // namespace wardmap
