// SPDX-License-Identifier: MIT
// The user's own files in an output folder, and how they are kept. Links are never followed.
// Private to base/.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace wardmap {

/// The content of a folder, divided by the list of files that the previous run wrote. Paths are
/// relative to the folder.
struct OutputContent {
    std::vector<std::string> former; // regular files of the list that exist
    std::vector<std::string> own;    // everything else except folders
    std::vector<std::string>
        own_folders; // holding something of the user's, or nothing of ours; parents first
};

/// Throws std::filesystem::filesystem_error if something cannot be read.
[[nodiscard]] OutputContent read_output(const std::filesystem::path& folder,
                                        const std::set<std::string>& former);

/// Whether a path from outside stays below a folder: relative, no "..".
[[nodiscard]] bool stays_inside(const std::string& path);

/// The paths that are regular files in the folder, reached without links.
[[nodiscard]] std::vector<std::string> files_there(const std::filesystem::path& folder,
                                                   const std::set<std::string>& paths);

/// Throws OutputError if anything not in `former` is in the way of a new file.
void refuse_clashes(const std::filesystem::path& folder, const std::vector<std::string>& former,
                    const std::vector<std::string>& added);

/// Copies the user's content of one folder to another: files as hard links, folders with rights and
/// times. False if that would lose anything.
[[nodiscard]] bool share_own_files(const std::filesystem::path& from,
                                   const std::filesystem::path& to,
                                   const std::set<std::string>& former);

/// Moves the user's content that is in `from` and not in `to`: what arrived during the exchange. Of
/// two files with one name both are kept, one with ".kept" appended. `added`: files of this run.
void rescue_own_files(const std::filesystem::path& from, const std::filesystem::path& to,
                      const std::set<std::string>& former, const std::set<std::string>& added);

} // namespace wardmap
