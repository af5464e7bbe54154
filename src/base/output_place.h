// SPDX-License-Identifier: MIT
// The real location of an output folder, and whether it can be written.
#pragma once

#include <filesystem>
#include <string>

namespace wardmap {

/// An output folder with its links resolved.
struct OutputPlace {
    std::filesystem::path folder; // absolute; with all links resolved
    /// Whether a run has to work inside the folder, because it is a mount point, its parent cannot
    /// be written, or it is this process's working directory. Otherwise the run works beside it.
    bool works_inside = false;
    std::filesystem::path lock_file; // beside the folder; empty if nothing can be written there

    /// Where a run's work folder is created.
    [[nodiscard]] std::filesystem::path work_parent() const;
    /// The prefix of its name.
    [[nodiscard]] std::string work_prefix() const;
};

/// Writes nothing. Throws OutputError for a file, for a place that cannot be written, and if the
/// user has something with the name of the lock file.
[[nodiscard]] OutputPlace find_output_place(const std::string& target);

} // namespace wardmap
