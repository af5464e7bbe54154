// SPDX-License-Identifier: MIT
// Far islands in their boxes: what is drawn around them, and what is said of them.
#pragma once

#include <string>
#include <vector>

#include "maps/view.h"
#include "paint/scene.h"
#include "study/study.h"

namespace wardmap::maps {

/// White below each box, so that nothing drawn for orientation shows where it does not lie.
[[nodiscard]] std::vector<paint::Item> moved_paper(const View& view);

/// A line around each box.
[[nodiscard]] std::vector<paint::Item> moved_frames(const View& view);

/// "In a box: Bryher and St Agnes lie 57 km further west; drawn nearer, at the same scale."
[[nodiscard]] std::vector<std::string> moved_lines(const Study& study);

} // namespace wardmap::maps
