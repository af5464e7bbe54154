// SPDX-License-Identifier: MIT
// What a run writes: into the stage of the output folder, with an account of it. Private to
// publish/.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/atomic_folder.h"
#include "publish/publish.h"

namespace wardmap::publish {

/// Safe for several threads.
class Files {
public:
    explicit Files(const AtomicFolder& folder) : m_folder(folder) {}

    /// `path` is relative to the output folder.
    void add(const std::string& path, const std::string& content);

    /// In the order of their paths.
    [[nodiscard]] std::vector<Written> written() const;

    [[nodiscard]] const AtomicFolder& folder() const { return m_folder; }

private:
    const AtomicFolder& m_folder;
    std::mutex m_mutex;
    std::map<std::string, Written> m_written;
};

} // namespace wardmap::publish
