// SPDX-License-Identifier: MIT
#include "base/staged_files.h"

#include "base/hash.h"
#include "base/interrupt.h"

namespace wardmap {

void StagedFiles::add(const std::string& path, const std::string& content) {
    stop_if_interrupted();
    m_folder.write(path, content);
    Written written{path, sha256(content), content.size()};
    const std::lock_guard guard(m_mutex);
    m_written[path] = std::move(written);
}

std::vector<Written> StagedFiles::written() const {
    std::vector<Written> files;
    for (const auto& [path, file] : m_written) {
        files.push_back(file);
    }
    return files;
}

} // namespace wardmap
