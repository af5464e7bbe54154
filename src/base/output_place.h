// SPDX-License-Identifier: MIT
// Where an output folder really is, and whether it can be written.
#pragma once

#include <filesystem>
#include <string>

namespace wardmap {

/// An output folder with its links resolved.
struct OutputPlace {
    std::filesystem::path folder; // absolute; links on the way and of the folder itself followed
    /// Whether a run has to work inside the folder: it is a mount point, the folder that holds it
    /// cannot be written, or this process works in it. Otherwise beside it.
    bool works_inside = false;
    std::filesystem::path lock_file; // beside the folder; empty if nothing can be written there

    /// Where the folder of a run is made.
    [[nodiscard]] std::filesystem::path work_parent() const;
    /// How its name begins.
    [[nodiscard]] std::string work_prefix() const;
};

/// Looks and writes nothing. Throws OutputError for a file, for what cannot be written, and for
/// something of the user's that has the name of the lock file.
[[nodiscard]] OutputPlace find_output_place(const std::string& target);

} // namespace wardmap
