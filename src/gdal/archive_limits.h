// SPDX-License-Identifier: MIT
// The member list of a zip, checked before anything is unpacked. Private to gdal/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace wardmap::gdal {

struct ArchiveMember {
    std::string name;
    std::uint64_t packed = 0;   // bytes
    std::uint64_t unpacked = 0; // bytes, according to the archive
};

/// The members that the archive lists; none if it is not a zip or its list is too damaged to read.
[[nodiscard]] std::vector<ArchiveMember> archive_members(const std::string& path);

/// Throws InputError for an archive with more, larger or more tightly packed members than
/// base/limits.h allows. `most_bytes` limits all members together.
void check_archive(const std::string& path, const std::string& shown_as,
                   const std::string& expected, std::uintmax_t most_bytes);

} // namespace wardmap::gdal
