// SPDX-License-Identifier: MIT
#include "incidents/server_statement.h"

#include <cstddef>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "gdal/postgres.h"
#include "geo/polygon.h"

namespace wardmap::incidents {
namespace {

std::string ring_text(const geo::Ring& ring) {
    std::string text = "(";
    for (const auto& p : ring) {
        text += text::shortest(p.x) + ' ' + text::shortest(p.y) + ',';
    }
    return text + text::shortest(ring.front().x) + ' ' + text::shortest(ring.front().y) + ')';
}

std::string shape_text(const geo::MultiPolygon& shape) {
    std::vector<std::string> parts;
    for (const auto& part : shape.parts) {
        std::vector<std::string> rings = {ring_text(part.outer)};
        for (const auto& hole : part.holes) {
            rings.push_back(ring_text(hole));
        }
        parts.push_back("(" + text::join(rings, ",") + ")");
    }
    return "MULTIPOLYGON(" + text::join(parts, ",") + ")";
}

/// Only these wards of a table that has others.
std::string only(const ServerWards& wards, char alias) {
    if (wards.only.empty()) return {};
    std::vector<std::string> codes;
    for (const auto& code : wards.only) {
        codes.push_back(gdal::quoted_text(code));
    }
    return fmt::format(" AND {}.{} IN ({})", alias, wards.ward, text::join(codes, ", "));
}

/// ", i.type, i.month", ", type, month" and "1, 2, 3".
struct Groups {
    std::string of_part;
    std::string of_all;
    std::string numbers = "1";
};

Groups groups_of(const ServerStatement& statement) {
    Groups groups;
    int number = 1;
    for (const auto& [expression, name] :
         {std::pair(&statement.type, "type"), std::pair(&statement.month, "month")}) {
        if (expression->empty()) continue;
        groups.of_part += fmt::format(", i.{}", name);
        groups.of_all += fmt::format(", {}", name);
        groups.numbers += fmt::format(", {}", ++number);
    }
    return groups;
}

std::string part_sql(const ServerStatement& statement, const ServerPart& part) {
    std::string columns = statement.point + " AS point";
    if (!statement.type.empty()) columns += ", " + statement.type + " AS type";
    if (!statement.month.empty()) columns += ", " + statement.month + " AS month";
    const auto& wards = part.wards;
    const auto groups = groups_of(statement);
    return fmt::format(
        "SELECT a.{ward} AS ward{names}, count(*) FILTER (WHERE b.{ward} IS NULL) AS incidents, "
        "count(*) FILTER (WHERE i.point IS NULL OR "
        "ST_IsEmpty(i.point)) AS unplaced\n"
        "FROM (SELECT {columns} FROM {incidents} i) i\n"
        "LEFT JOIN {wards} a ON ST_Intersects(a.{shape}, i.point){only_a}\n"
        "LEFT JOIN {wards} b ON b.{ward} < a.{ward} AND ST_Intersects(b.{shape}, i.point){only_b}\n"
        "GROUP BY {numbers}",
        fmt::arg("ward", wards.ward), fmt::arg("names", groups.of_part),
        fmt::arg("columns", columns), fmt::arg("incidents", part.incidents),
        fmt::arg("wards", wards.from), fmt::arg("shape", wards.shape),
        fmt::arg("only_a", only(wards, 'a')), fmt::arg("only_b", only(wards, 'b')),
        fmt::arg("numbers", groups.numbers));
}

} // namespace

std::string to_sql(const ServerStatement& statement) {
    std::string sql;
    if (!statement.inline_wards.empty()) {
        sql = fmt::format("WITH {} (ward, geom) AS MATERIALIZED (VALUES\n{})\n", sent_wards,
                          statement.inline_wards);
    }
    if (statement.parts.size() == 1) return sql + part_sql(statement, statement.parts.front());
    std::vector<std::string> parts;
    for (const auto& part : statement.parts) {
        parts.push_back("(" + part_sql(statement, part) + ")");
    }
    const auto groups = groups_of(statement);
    return fmt::format("{}SELECT ward{}, sum(incidents)::bigint AS incidents, "
                       "sum(unplaced)::bigint AS unplaced\nFROM ({}) parts\nGROUP BY {}",
                       sql, groups.of_all, text::join(parts, "\nUNION ALL\n"), groups.numbers);
}

std::string ward_row(std::size_t number, const Ward& ward, int srid) {
    return fmt::format("({}, ST_GeomFromText('{}', {}))", number, shape_text(ward.shape), srid);
}

} // namespace wardmap::incidents
