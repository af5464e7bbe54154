// SPDX-License-Identifier: MIT
// Bands kept in a file of their own, so that next year's map is drawn in this year's.
#pragma once

#include <string>
#include <vector>

#include "base/file_path.h"

namespace wardmap::project {

struct FrozenBands {
    std::string measure;             // as in the project file: "rate"
    double per = 1000;               // rate only
    std::string method;              // how they were found: "natural breaks (Fisher)"
    std::vector<double> breaks;      // ends of all bands, rising; not those of a band of zeros
    bool zero_apart = false;         // 0 has a band of its own besides
    std::vector<std::string> labels; // empty, or one for each band, lowest first
};

/// Throws InputError with every fault of the file, and if it is not there.
[[nodiscard]] FrozenBands read_frozen_bands(const FilePath& file);

/// The file's text; `about` is a comment that says what the bands are of.
[[nodiscard]] std::string frozen_text(const FrozenBands& bands, const std::string& about);

} // namespace wardmap::project
