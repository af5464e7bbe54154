// SPDX-License-Identifier: MIT
// What a run writes: into the stage of the output folder, with an account of it.
#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/output_folder.h"

namespace wardmap {

/// One file that was written. `path` is relative to the output folder.
struct Written {
    std::string path;
    std::string sha256;
    std::size_t bytes = 0;
};

/// Safe for several threads.
class StagedFiles {
public:
    explicit StagedFiles(const OutputFolder& folder) : m_folder(folder) {}

    /// `path` is relative to the output folder. Throws OutputError, Interrupted.
    void add(const std::string& path, const std::string& content);

    /// In the order of their paths.
    [[nodiscard]] std::vector<Written> written() const;

    [[nodiscard]] const OutputFolder& folder() const { return m_folder; }

private:
    const OutputFolder& m_folder;
    std::mutex m_mutex;
    std::map<std::string, Written> m_written;
};

} // namespace wardmap
