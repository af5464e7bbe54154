// SPDX-License-Identifier: MIT
// What a zipped file says of its members, looked at before anything is unpacked. Private to geo/.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace wardmap::gdal {

struct ArchiveMember {
    std::string name;
    std::uint64_t packed = 0;   // bytes
    std::uint64_t unpacked = 0; // bytes, as the archive says
};

/// The members that the archive lists; none if it is not a zip, or one damaged so that its list
/// cannot be read.
[[nodiscard]] std::vector<ArchiveMember> archive_members(const std::string& path);

/// Throws InputError for an archive with more members, larger ones, or ones packed more tightly
/// than base/limits.h allows. `most_bytes` is that of all members together.
void check_archive(const std::string& path, const std::string& shown_as,
                   const std::string& expected, std::uintmax_t most_bytes);

} // namespace wardmap::gdal
