// SPDX-License-Identifier: MIT
// Writes a run's files into the stage of the output folder and lists them.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/output_folder.h"

namespace wardmap {

/// A file that was written. `path` is relative to the output folder.
struct Written {
    std::string path;
    std::string sha256;
    std::size_t bytes = 0;
};

/// Thread-safe.
class StagedFiles {
public:
    explicit StagedFiles(const OutputFolder& folder) : m_folder(folder) {}

    /// `path` is relative to the output folder. Throws OutputError, Interrupted.
    void add(const std::string& path, const std::string& content);

    /// Sorted by path.
    [[nodiscard]] std::vector<Written> written() const;

    [[nodiscard]] const OutputFolder& folder() const { return m_folder; }

private:
    const OutputFolder& m_folder;
    std::mutex m_mutex;
    std::map<std::string, Written> m_written;
};

} // namespace wardmap
