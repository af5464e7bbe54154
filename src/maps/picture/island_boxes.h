// SPDX-License-Identifier: MIT
// Far islands in their boxes: what is drawn around them, and the sentences about them.
#pragma once

#include <string>
#include <vector>

#include "maps/ground/view.h"
#include "paint/scene.h"

namespace wardmap::maps {

/// White below each box, so that nothing drawn for orientation shows if it does not be.
[[nodiscard]] std::vector<paint::Item> island_backgrounds(const View& view);

/// A line around each box.
[[nodiscard]] std::vector<paint::Item> island_frames(const View& view);

} // namespace wardmap::maps
