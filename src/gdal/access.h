// SPDX-License-Identifier: MIT
// What opening a file may access.
#pragma once

#include <string>

namespace wardmap::gdal {

struct Access {
    bool network = false;      // network access, other than a named database server
    bool linked_files = false; // references to other files, as in a VRT
};

/// Applies to all files opened from now on, because GDAL's settings are global. Before the first
/// call nothing is allowed.
void set_access(const Access& access);

/// Throws InputError for a network path ("https://...", "/vsicurl/...") if the network is not
/// allowed, and for a file whose content refers to other files, whatever its name, if that is not
/// allowed: a VRT, a MapInfo view or seamless table, a service's address. `path` is as GDAL opens
/// it, possibly within a zip.
void check_access(const std::string& path, const std::string& shown_as);

/// Throws InputError for a query with functions that reach other files or the network.
void check_query_access(const std::string& query, const std::string& shown_as);

/// Null-terminated names of the drivers for layers; null if any may be used.
[[nodiscard]] const char* const* layer_drivers();

} // namespace wardmap::gdal
