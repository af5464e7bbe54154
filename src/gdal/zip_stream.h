// SPDX-License-Identifier: MIT
// Members of a zip archive, read from start to end without unpacking the archive.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace wardmap::gdal {

/// The names of the files in an archive, sorted. Throws InputError for anything but a zip archive,
/// and for one larger or more tightly packed than base/limits.h allows.
[[nodiscard]] std::vector<std::string> zip_members(const std::string& path,
                                                   const std::string& shown_as);

class ZipStream {
public:
    /// Throws InputError if the member cannot be read.
    ZipStream(const std::string& path, const std::string& member, const std::string& shown_as);
    ZipStream(const ZipStream&) = delete;
    ZipStream& operator=(const ZipStream&) = delete;

    /// The next bytes; fewer than requested only at the end. Throws InputError for damaged data.
    [[nodiscard]] std::size_t read(char* to, std::size_t bytes);

private:
    std::string m_shown_as;
    std::uint64_t m_size = 0; // unpacked, according to the archive
    std::uint64_t m_read = 0;
    struct Close {
        void operator()(void* file) const;
    };
    std::unique_ptr<void, Close> m_file;
};

} // namespace wardmap::gdal
