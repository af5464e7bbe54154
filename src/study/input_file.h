// SPDX-License-Identifier: MIT
// An input in the manifest.
#pragma once

#include <string>

namespace wardmap {

/// An input file, for the manifest. `path` is as written in the project file.
struct InputFile {
    std::string path;
    std::string sha256;
    bool secret = false; // has suppressed figures: if all but a few small counts are known, they
                         // could be recovered by hashing guesses
};

} // namespace wardmap
