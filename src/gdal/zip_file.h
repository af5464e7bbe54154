// SPDX-License-Identifier: MIT
// Zip archives in memory, through GDAL: for office documents. Same entries, same bytes.
#pragma once

#include <string>
#include <vector>

namespace wardmap::gdal {

struct ZipEntry {
    std::string name; // with "/" between folders
    std::string content;
};

/// The entries of an archive on disk: an office document's list of contents first, then by name.
/// Throws OutputError.
[[nodiscard]] std::vector<ZipEntry> entries_of(const std::string& path);

/// The bytes of an archive with these entries, in their order, without dates. Throws OutputError.
[[nodiscard]] std::string zip_of(const std::vector<ZipEntry>& entries);

} // namespace wardmap::gdal
