// SPDX-License-Identifier: MIT
// Checks that the files a run reads do not change during the run.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace wardmap {

/// Changes when a file is written or replaced; all 0 unless it is a regular file.
struct FileStamp {
    std::uint64_t device = 0;
    std::uint64_t inode = 0;
    std::int64_t bytes = 0;
    std::int64_t written_ns = 0; // since 1970
    std::int64_t changed_ns = 0; // its links and rights too

    bool operator==(const FileStamp&) const = default;
};

/// Checks files before and after they are read, so that a hash is that of the bytes read.
class InputWatch {
public:
    struct File {
        std::string written; // the path as the user wrote it
        std::string resolved;
        std::string sha256;
        FileStamp stamp;
    };

    /// Call before a file is read. Includes a database's log (SQLite's "-wal"), which is read with
    /// it. A path that does not exist or is not a file is left to its reader.
    void note(const std::string& written, const std::string& resolved);

    /// Call after it was read: returns the file, and its log if it had one, named as here. Throws
    /// InputError if one has changed, or was not noted.
    [[nodiscard]] std::vector<File> check_again(const std::string& written,
                                                const std::string& resolved) const;

    /// Call before publishing: throws InputError with all noted files whose content has changed.
    void stop_if_changed() const;

private:
    void note_one(const std::string& written, const std::string& resolved);
    [[nodiscard]] File check_one_again(const std::string& written,
                                       const std::string& resolved) const;

    std::map<std::string, File> m_files; // by resolved path
};

} // namespace wardmap
