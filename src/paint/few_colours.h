// SPDX-License-Identifier: MIT
// A picture in at most 256 colours, which takes a third of the bytes. Private to paint/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "paint/png.h"

namespace wardmap::paint {

struct IndexedPicture {
    std::vector<Colour> palette;
    std::string indices; // into the palette, one byte a pixel, row by row from the top
};

/// As it is, where it has no more than 256 colours.
[[nodiscard]] std::optional<IndexedPicture> indexed(const Picture& picture);

/// The colours of `kept` stay as they are; all others become the nearest of the palette, at most
/// `max_channel_error` (of 255) away in any channel, and less where fewer than 256 colours do for
/// that. Nothing if they do not do.
[[nodiscard]] std::optional<IndexedPicture>
indexed(const Picture& picture, const std::vector<Colour>& kept, int max_channel_error);

} // namespace wardmap::paint
