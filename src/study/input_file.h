// SPDX-License-Identifier: MIT
// What the manifest says of an input.
#pragma once

#include <string>

namespace wardmap {

/// A file that was read, for the manifest. `path` is as the project file writes it.
struct InputFile {
    std::string path;
    std::string sha256;
    bool secret = false; // some of its figures are withheld: from the hash of a table that is known
                         // but for a few small counts these can be found by trying
};

} // namespace wardmap
