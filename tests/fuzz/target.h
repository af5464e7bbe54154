// SPDX-License-Identifier: MIT
// Shared by the fuzz targets. A target accepts any bytes: an Error is the right answer to bad ones;
// any other exception ends the program, as does a broken guarantee, and the input is kept.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include <unistd.h>

#include "base/error.h"

namespace wardmap::testing {

/// The bytes as text.
inline std::string text_of(const std::uint8_t* bytes, std::size_t size) {
    return {reinterpret_cast<const char*>(bytes), size};
}

/// Calls `read`, which may refuse its input with an Error.
template <typename Read>
void may_refuse(const Read& read) {
    try {
        read();
    } catch (const Error&) {
        return;
    }
}

/// Ends the program if a guarantee does not hold.
inline void must_hold(bool holds, const char* promise) {
    if (holds) return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

/// One file in memory-backed storage, rewritten for every input: for readers that take a path.
class FuzzedFile {
public:
    explicit FuzzedFile(const char* name) {
        const auto parent = std::filesystem::exists("/dev/shm")
                                ? std::filesystem::path("/dev/shm")
                                : std::filesystem::temp_directory_path();
        m_folder = parent / ("wardmap-fuzz-" + std::to_string(::getpid()));
        m_path = m_folder / name;
        std::filesystem::create_directories(m_path.parent_path());
    }
    FuzzedFile(const FuzzedFile&) = delete;
    FuzzedFile& operator=(const FuzzedFile&) = delete;
    ~FuzzedFile() {
        std::error_code ignored;
        std::filesystem::remove_all(m_folder, ignored);
    }

    void write(std::string_view content) const {
        std::ofstream out(m_path, std::ios::binary | std::ios::trunc);
        out.write(content.data(), static_cast<std::streamsize>(content.size()));
    }

    [[nodiscard]] std::string path() const { return m_path.string(); }
    [[nodiscard]] std::string folder() const { return m_folder.string(); }

private:
    std::filesystem::path m_folder;
    std::filesystem::path m_path;
};

/// Splits an input at every "\n---\n"; the seeds of workbooks hold several parts in one file.
inline std::string next_part(std::string_view& rest) {
    constexpr std::string_view mark = "\n---\n";
    const auto end = rest.find(mark);
    std::string part(rest.substr(0, end));
    rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + mark.size());
    return part;
}

} // namespace wardmap::testing
