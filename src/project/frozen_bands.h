// SPDX-License-Identifier: MIT
// Bands stored in a file, so that next year's map can use this year's bands.
#pragma once

#include <string>
#include <vector>

#include "base/file_path.h"

namespace wardmap::project {

struct FrozenBands {
    std::string measure;             // as in the project file: "rate"
    double per = 1000;               // rate only
    std::string method;              // how they were computed: "natural breaks (Fisher)"
    std::vector<double> breaks;      // ends of all bands, ascending, except a band of zeros
    bool zero_apart = false;         // 0 has a separate band
    std::vector<std::string> labels; // empty, or one for each band, lowest first
};

/// Throws InputError with every error in the file, or if it does not exist.
[[nodiscard]] FrozenBands read_frozen_bands(const FilePath& file);

/// The file's text; `about` is a comment describing the bands.
[[nodiscard]] std::string frozen_text(const FrozenBands& bands, const std::string& about);

} // namespace wardmap::project
