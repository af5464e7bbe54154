// SPDX-License-Identifier: MIT
// Background and frames of displaced islands.
#pragma once

#include <string>
#include <vector>

#include "maps/ground/view.h"
#include "paint/scene.h"

namespace wardmap::maps {

/// White below each box, to hide context layers that do not belong there.
[[nodiscard]] std::vector<paint::Item> island_backgrounds(const View& view);

/// A frame around each box.
[[nodiscard]] std::vector<paint::Item> island_frames(const View& view);

} // namespace wardmap::maps
