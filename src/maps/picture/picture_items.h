// SPDX-License-Identifier: MIT
// A picture as items to paint.
#pragma once

#include <cstddef>
#include <vector>

#include "maps/picture/picture.h"
#include "paint/scene.h"

namespace wardmap::maps {

/// Number of wards without space for their mark.
[[nodiscard]] std::size_t unmarked_wards(const PictureInputs& inputs, const Picture& picture);

/// Layers, wards, overlays, names, marks and insets as items.
[[nodiscard]] std::vector<paint::Item>
picture_items(const PictureInputs& inputs, const Drawing& drawing, const Picture& picture);

} // namespace wardmap::maps
