// SPDX-License-Identifier: MIT
// A path that a user wrote in a project file.
#pragma once

#include <string>

namespace wardmap {

/// The path as written, for messages and the manifest, and resolved against the folder of the file
/// that names it, for opening.
struct FilePath {
    std::string written;
    std::string resolved;

    [[nodiscard]] bool empty() const { return written.empty(); }
};

} // namespace wardmap
