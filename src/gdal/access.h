// SPDX-License-Identifier: MIT
// What the files that are opened may lead to.
#pragma once

#include <string>

namespace wardmap::gdal {

struct Access {
    bool network = false;      // fetch from elsewhere, other than a database server that is named
    bool linked_files = false; // refer to other files, as a VRT does
};

/// For all files opened from here on: GDAL's own settings are those of the process. Before the
/// first call nothing is allowed.
void set_access(const Access& access);

/// Throws InputError for a path that leads elsewhere ("https://...", "/vsicurl/...") if the network
/// is not allowed, and for a file that is known by its content to refer to others, whatever its
/// name, if that is not allowed: a VRT, a MapInfo view or seamless table, a service's address.
/// `path` as GDAL opens it, also within a zip.
void check_access(const std::string& path, const std::string& shown_as);

/// Throws InputError for a query with functions that reach other files or the network.
void check_query_access(const std::string& query, const std::string& shown_as);

/// Names of the drivers for layers, ended by null; null if any may be used.
[[nodiscard]] const char* const* layer_drivers();

} // namespace wardmap::gdal
