// SPDX-License-Identifier: MIT
// Incidents in a PostgreSQL database with PostGIS, counted there: none of them comes here.
#pragma once

#include <string>

#include "incidents/count.h"
#include "wards/ward.h"

namespace wardmap::incidents {

/// Whether the incidents are in a database that counts them itself.
[[nodiscard]] bool is_on_server(const Source& source);

/// As `count_incidents`, without what is known only of single points: borders, places and
/// distances. Where the server allows a temporary table the wards go into one; else into the
/// statement. Throws InputError with what is wrong in the source, or the server's reason.
[[nodiscard]] Count count_on_server(const Request& request, const WardSet& wards);

/// The statement that `count_on_server` would send. The server is only asked for its
/// columns, and for the first and the last date.
[[nodiscard]] std::string server_sql(const Request& request, const WardSet& wards);

} // namespace wardmap::incidents
