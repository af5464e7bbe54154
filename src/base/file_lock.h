// SPDX-License-Identifier: MIT
// One run at a time: a lock owned by this process and released when it ends, however it ends.
#pragma once

#include <filesystem>
#include <functional>
#include <string>

#include "base/file_operations.h"

namespace wardmap {

/// One sentence shown to the user during a run.
using Notice = std::function<void(const std::string&)>;

/// flock(2) on a file or folder, held from `take_...` until the object ends. Movable.
class FileLock {
public:
    /// An empty lock.
    FileLock() = default;
    FileLock(FileLock&&) noexcept = default;
    FileLock& operator=(FileLock&& other) noexcept {
        std::swap(m_descriptor, other.m_descriptor);
        std::swap(m_file, other.m_file);
        return *this;
    }
    FileLock(const FileLock&) = delete;
    FileLock& operator=(const FileLock&) = delete;
    /// Removes the lock file, then releases the lock: a waiting process finds the file gone and
    /// makes another.
    ~FileLock();

    /// Creates the file if needed and records the owner in it. Waits for other processes, with a
    /// notice for each; throws Interrupted on a signal while waiting, OutputError if the file
    /// cannot be made or is not a lock file of Wardmap. Messages name `output`.
    [[nodiscard]] static FileLock take_file(const std::filesystem::path& file,
                                            const std::filesystem::path& output,
                                            const Notice& notice);

    /// The same for an existing folder. Returns an empty lock if there is no folder, or if its file
    /// system cannot lock folders.
    [[nodiscard]] static FileLock take_folder(const std::filesystem::path& folder,
                                              const Notice& notice);

    [[nodiscard]] bool is_held() const { return m_descriptor.is_open(); }

private:
    Descriptor m_descriptor;
    std::filesystem::path m_file; // to be removed; empty: none
};

/// Throws OutputError if there is something at the path of a lock file that is not one.
void refuse_foreign_lock(const std::filesystem::path& file);

} // namespace wardmap
