// SPDX-License-Identifier: MIT
// The layout of tiles that the project gives. Private to study/.
#pragma once

#include "study/surroundings/surroundings.h"

namespace wardmap::project {
struct Project;
}

namespace wardmap {

/// The tiles of project.tiles, one for each ward, joined by code or legacy code; brought to the
/// size of the average ward and about the centre of the area. What there is to say goes to the
/// study's findings. Throws InputError if a ward has no tile or two, or tiles overlap.
/// Precondition: there are wards, and project.tiles.
[[nodiscard]] Tiles read_tiles(const project::Project& project, const WardSet& wards,
                               Findings& findings);

} // namespace wardmap
