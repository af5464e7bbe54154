// SPDX-License-Identifier: MIT
// What is the user's in an output folder, and how it stays. Links are never followed. Private to
// base/.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace wardmap {

/// The content of a folder, separated by a list of the files that the former run wrote. Paths are
/// relative to the folder.
struct OutputContent {
    std::vector<std::string> former;      // regular files of the list that are there
    std::vector<std::string> own;         // anything else but folders
    std::vector<std::string> own_folders; // with something of the user's, or with nothing of ours;
                                          // parents first
};

/// Throws std::filesystem::filesystem_error if something cannot be read.
[[nodiscard]] OutputContent read_output(const std::filesystem::path& folder,
                                        const std::set<std::string>& former);

/// Whether a path from outside can name a file below a folder: relative, no "..".
[[nodiscard]] bool stays_inside(const std::string& path);

/// Of a list of paths those that are regular files of the folder, with no link on the way.
[[nodiscard]] std::vector<std::string> files_there(const std::filesystem::path& folder,
                                                   const std::set<std::string>& paths);

/// Throws OutputError if something that is not among `former` is in the way of a new file.
void refuse_clashes(const std::filesystem::path& folder, const std::vector<std::string>& former,
                    const std::vector<std::string>& added);

/// Gives a folder all that is the user's in another: the same files by hard links, folders with
/// rights and times. False if it cannot be done without losing something.
[[nodiscard]] bool share_own_files(const std::filesystem::path& from,
                                   const std::filesystem::path& to,
                                   const std::set<std::string>& former);

/// Moves what is the user's in `from` and not in `to`, so what came while the two were exchanged;
/// of two files of one name both stay, one with ".kept" behind it. `added`: files of this run.
void rescue_own_files(const std::filesystem::path& from, const std::filesystem::path& to,
                      const std::set<std::string>& former, const std::set<std::string>& added);

} // namespace wardmap
