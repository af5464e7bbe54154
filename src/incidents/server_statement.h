// SPDX-License-Identifier: MIT
// The statement with which a server counts incidents into wards. Private to incidents/.
#pragma once

#include <string>
#include <vector>

#include "wards/ward.h"

namespace wardmap::incidents {

/// Wards as the statement names them.
struct ServerWards {
    std::string from;              // a table
    std::string ward;              // its column that identifies wards and gives their order
    std::string shape;             // its column of polygons
    std::vector<std::string> only; // wards that count, if it has others too
};

/// Incidents, and the wards that are on the same server as they are.
struct ServerPart {
    std::string incidents; // a table or a SELECT in brackets
    ServerWards wards;
};

/// Expressions are of the columns of `i`, the incidents.
struct ServerStatement {
    std::vector<ServerPart> parts;
    std::string point;        // in the reference system of the wards
    std::string type;         // empty: not grouped by
    std::string month;        // empty: not grouped by
    std::string inline_wards; // rows of wardmap_wards, where no temporary table is allowed
};

inline constexpr const char* sent_wards = "wardmap_wards"; // (ward integer, geom geometry)

/// A row for each ward (null: none), type and month: the number of incidents, and how many of them
/// have no location. An incident that several wards touch belongs to the first of these.
[[nodiscard]] std::string to_sql(const ServerStatement& statement);

/// "(0, ST_GeomFromText('MULTIPOLYGON(((...)))', 27700))".
[[nodiscard]] std::string ward_row(std::size_t number, const Ward& ward, int srid);

} // namespace wardmap::incidents
