// SPDX-License-Identifier: MIT
// Whether the files that a run reads stay as they are while it lasts.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

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

/// Looks at files before they are read and again after, so that a hash is that of the bytes read.
class InputWatch {
public:
    struct File {
        std::string written; // as the user writes the path
        std::string resolved;
        std::string sha256;
        FileStamp stamp;
    };

    /// Before a file is read; of a database its log (SQLite's "-wal") too, which is read with it.
    /// What is not there, or not a file, is left to its reader.
    void note(const std::string& written, const std::string& resolved);

    /// After it was read: the file, and its log if it had one, named as here. Throws InputError if
    /// one is not what it was, or was not noted.
    [[nodiscard]] std::vector<File> look_again(const std::string& written,
                                               const std::string& resolved) const;

    /// Before publishing: throws InputError with all noted files whose content is not what it was.
    void stop_if_changed() const;

private:
    void note_one(const std::string& written, const std::string& resolved);
    [[nodiscard]] File look_again_at_one(const std::string& written,
                                         const std::string& resolved) const;

    std::map<std::string, File> m_files; // by resolved path
};

} // namespace wardmap
