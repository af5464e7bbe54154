// SPDX-License-Identifier: MIT
// A temporary folder.
#pragma once

#include <filesystem>

namespace wardmap {

/// A new empty folder among the system's temporary files, removed with its content on destruction.
class TempFolder {
public:
    /// Throws OutputError.
    TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder();

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

private:
    std::filesystem::path m_path;
};

} // namespace wardmap
