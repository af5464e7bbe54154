// SPDX-License-Identifier: MIT
// A place for what is needed for a moment.
#pragma once

#include <filesystem>

namespace wardmap {

/// A new empty folder among the system's temporary files, removed with all it holds at the end.
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
