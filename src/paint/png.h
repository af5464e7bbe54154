// SPDX-License-Identifier: MIT
// Pixels of a PNG, for tests.
#pragma once

#include <string>
#include <vector>

#include "paint/colour.h"

namespace wardmap::paint {

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<Colour> pixels; // row by row from the top

    [[nodiscard]] Colour at(int x, int y) const {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
};

/// Throws OutputError for bytes that are not a PNG.
[[nodiscard]] Picture decode_png(const std::string& bytes);

} // namespace wardmap::paint
