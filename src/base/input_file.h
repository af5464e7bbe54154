// SPDX-License-Identifier: MIT
// Files that a run reads: what they were, and whether they still are.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/finding.h"

namespace wardmap {

/// What changes when a file is written or replaced; all 0 for what is no regular file.
struct FileStamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t bytes = 0;
    std::int64_t written_ns = 0; // since 1970
    std::int64_t changed_ns = 0; // its links and rights too

    bool operator==(const FileStamp&) const = default;
};

/// A file that was read, for the manifest. `path` is as the project file writes it.
struct InputFile {
    std::string path;
    std::string sha256;
    bool secret = false; // some of its figures are withheld: from the hash of a table that is known
                         // but for a few small counts these can be found by trying
    std::string resolved = {}; // empty: not a file, but what a database gave
    FileStamp stamp = {};
};

/// A file as it is now. Throws InputError if it cannot be read, or changes meanwhile.
[[nodiscard]] InputFile look_at_input(const std::string& written, const std::string& resolved);

/// Throws InputError with all files whose content is not what it was.
void stop_if_changed(const std::vector<InputFile>& files);

/// What there is to say of one that did.
[[nodiscard]] Finding changed_input(const std::string& written);

/// Looks at files before they are read and again after, so that a hash is that of the bytes read.
class InputWatch {
public:
    /// Before a file is read; of a database its log (SQLite's "-wal") too, which is read with it.
    /// What is not there, or not a file, is left to its reader.
    void note(const std::string& resolved);

    /// After it was read: the file, and its log if it had one. Throws InputError if one is not what
    /// it was, or was not noted.
    [[nodiscard]] std::vector<InputFile> look_again(const std::string& written,
                                                    const std::string& resolved) const;

private:
    void note_one(const std::string& resolved);
    [[nodiscard]] InputFile look_again_at_one(const std::string& written,
                                              const std::string& resolved) const;

    std::map<std::string, InputFile> m_files; // by resolved path
};

} // namespace wardmap
