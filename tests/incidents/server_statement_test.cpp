// SPDX-License-Identifier: MIT
#include "incidents/server_statement.h"

#include <string>

#include "support/catch.h"

using namespace wardmap;
using namespace wardmap::incidents;

namespace {

const ServerWards own_wards = {"\"s1\".\"wards\"", "\"code\"", "\"geom\"", {}};

} // namespace

TEST_CASE("A statement counts each incident to the first ward that it touches", "[incidents]") {
    ServerStatement statement;
    statement.parts = {{"\"crime\"", {sent_wards, "ward", "geom", {}}}};
    statement.point = "i.\"geom\"";
    CHECK(to_sql(statement) ==
          "SELECT a.ward AS ward, count(*) FILTER (WHERE b.ward IS NULL) AS incidents, "
          "count(*) FILTER (WHERE i.point IS NULL OR ST_IsEmpty(i.point)) AS unplaced\n"
          "FROM (SELECT i.\"geom\" AS point FROM \"crime\" i) i\n"
          "LEFT JOIN wardmap_wards a ON ST_Intersects(a.geom, i.point)\n"
          "LEFT JOIN wardmap_wards b ON b.ward < a.ward AND ST_Intersects(b.geom, i.point)\n"
          "GROUP BY 1");
    statement.inline_wards = "(0, x)";
    CHECK(to_sql(statement).starts_with("WITH wardmap_wards (ward, geom) AS MATERIALIZED (VALUES\n"
                                        "(0, x))\nSELECT a.ward"));
}

TEST_CASE("A statement has a part for each server, and the parts are added up", "[incidents]") {
    ServerStatement statement;
    auto two = own_wards;
    two.from = "\"s2\".\"wards\"";
    two.only = {"E05000001", "O'2"};
    statement.parts = {{"\"s1\".\"crime\"", own_wards}, {"\"s2\".\"crime\"", two}};
    statement.point = "i.\"geom\"";
    statement.type = "i.\"type\"";
    statement.month = "left(i.\"month\", 7)";
    const auto sql = to_sql(statement);
    CHECK(sql.starts_with("SELECT ward, type, month, sum(incidents)::bigint AS incidents, "
                          "sum(unplaced)::bigint AS unplaced\nFROM ((SELECT a.\"code\" AS ward, "
                          "i.type, i.month, count(*)"));
    CHECK(sql.find("\nUNION ALL\n(SELECT a.\"code\"") != std::string::npos);
    CHECK(sql.find("\"s2\".\"wards\" a ON ST_Intersects(a.\"geom\", i.point) AND a.\"code\" IN "
                   "('E05000001', 'O''2')\n") != std::string::npos);
    CHECK(sql.ends_with("GROUP BY 1, 2, 3)) parts\nGROUP BY 1, 2, 3"));
}

TEST_CASE("Polygons are sent with their holes and every digit", "[incidents]") {
    Ward ward;
    ward.shape.parts.push_back({{{0, 0}, {10.1, 0}, {10, 10}}, {{{1, 1}, {2, 1}, {2, 2}}}});
    ward.shape.parts.push_back({{{20, 0}, {30, 0}, {30, 10}}, {}});
    CHECK(ward_row(3, ward, 27700) ==
          "(3, ST_GeomFromText('MULTIPOLYGON(((0 0,10.1 0,10 10,0 0),(1 1,2 1,2 2,1 1)),"
          "((20 0,30 0,30 10,20 0)))', 27700))");
}
