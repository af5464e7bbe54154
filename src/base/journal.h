// SPDX-License-Identifier: MIT
// A run's intended changes to an output folder, on disk before they are made: the next run reads
// them if this one is killed. Private to base/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace wardmap {

/// The folder of one run. It holds `new/`, and a journal while the run puts that in place.
struct WorkFolder {
    std::filesystem::path path;

    [[nodiscard]] std::filesystem::path stage() const { return path / "new"; }
    [[nodiscard]] std::filesystem::path former() const { return path / "former"; }
    [[nodiscard]] std::filesystem::path journal() const { return path / "journal"; }
    [[nodiscard]] std::filesystem::path emptied() const { return path / "emptied"; }

    /// Whether it holds only these: any other folder is the user's. Throws OutputError if it cannot
    /// be read.
    [[nodiscard]] bool is_ours() const;
};

struct Journal {
    enum class Method {
        exchange, // the stage and the output folder are exchanged
        replace,  // file by file
    };
    Method method = Method::replace;
    std::uint64_t stage_inode = 0;
    // Relative to the output folder:
    std::vector<std::string> former;  // files of the former run that exist
    std::vector<std::string> added;   // files of this run
    std::vector<std::string> folders; // made for them, parents first; of `replace` only
};

/// Writes it atomically. Throws OutputError.
void write_journal(const WorkFolder& work, const Journal& journal);

/// The journal; nothing if there is none. Throws OutputError if it cannot be read.
[[nodiscard]] std::optional<Journal> read_journal(const WorkFolder& work);

/// Removes the journal: only cleaning up is left to do. Throws OutputError.
void settle_journal(const WorkFolder& work);

} // namespace wardmap
