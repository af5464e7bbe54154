// SPDX-License-Identifier: MIT
// A picture reduced to at most 256 colours, which takes a third of the bytes. Private to paint/.
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

/// Unchanged, if it has no more than 256 colours.
[[nodiscard]] std::optional<IndexedPicture> indexed(const Picture& picture);

/// The colours in `kept` are exact; all others become the nearest of the palette, at most
/// `max_channel_error` (of 255) away in any channel, and less if fewer than 256 colours suffice.
/// Nothing if 256 do not suffice.
[[nodiscard]] std::optional<IndexedPicture>
indexed(const Picture& picture, const std::vector<Colour>& kept, int max_channel_error);

} // namespace wardmap::paint
