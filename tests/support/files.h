// SPDX-License-Identifier: MIT
// Files for tests: a temporary folder, and the official open data if available.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include <unistd.h>

#include "support/catch.h"
#include "support/skips.h"

namespace wardmap::testing {

/// A new empty folder, removed with its content at the end of the scope.
class TempFolder {
public:
    TempFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "wardmap-XXXXXX").string();
        m_path = ::mkdtemp(pattern.data());
    }
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;
    ~TempFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }

    /// Writes `content` under the folder and returns the file's path.
    std::string write(const std::string& name, const std::string& content) const {
        const auto file = m_path / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << content;
        return file.string();
    }

private:
    std::filesystem::path m_path;
};

inline std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    REQUIRE(in);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// The root of this repository. Defined in support/main.cpp, so that no other file's compilation
/// depends on where the checkout is.
[[nodiscard]] std::string source_dir();

/// A file of this repository.
inline std::string source_file(const std::string& relative) {
    return source_dir() + "/" + relative;
}

/// A file of the official open data (see geodata/README.md), or nothing if it is absent: the folder
/// that WARDMAP_TEST_DATA names, else `../shared/data` beside the checkout.
inline std::optional<std::string> official_data(const std::string& relative) {
    const char* const named = std::getenv("WARDMAP_TEST_DATA");
    const auto folder = named != nullptr
                            ? std::filesystem::path(named)
                            : std::filesystem::path(source_dir()).parent_path() / "shared/data";
    const auto file = folder / relative;
    if (!std::filesystem::exists(file)) return std::nullopt;
    return file.string();
}

/// Skips a test if the official data are not available.
#define WARDMAP_REQUIRE_OFFICIAL_DATA(variable, relative)                                          \
    const auto variable##_found = ::wardmap::testing::official_data(relative);                     \
    if (!variable##_found) {                                                                       \
        WARDMAP_SKIP("official data that are not here, " relative                                  \
                     " (WARDMAP_TEST_DATA names their folder)");                                   \
    }                                                                                              \
    const std::string variable = *variable##_found /* NOLINT */

} // namespace wardmap::testing
