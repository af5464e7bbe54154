// SPDX-License-Identifier: MIT
#include "incidents/server_count.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/file_path.h"
#include "base/finding.h"
#include "base/refuse.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "gdal/access.h"
#include "gdal/postgres.h"
#include "geo/bulk_transform.h"
#include "incidents/columns.h"
#include "incidents/csv_rows.h"
#include "incidents/periods.h"
#include "incidents/plan_file.h"
#include "incidents/read_month.h"
#include "incidents/read_number.h"
#include "incidents/read_point.h"
#include "incidents/read_rows.h"
#include "incidents/server_statement.h"

namespace wardmap::incidents {
namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t most_wards = 200'000; // of a table on the server

std::string column(const std::string& name) {
    return "i." + gdal::quoted_name(name);
}

/// 27700 of "EPSG:27700".
std::optional<int> epsg_number(const std::string& crs) {
    const auto folded = text::fold_case(crs);
    if (!folded.starts_with("epsg:")) return std::nullopt;
    const auto number = text::parse_number(std::string_view(folded).substr(5));
    return number ? std::optional(static_cast<int>(*number)) : std::nullopt;
}

bool is_number_type(const std::string& type) {
    const std::set<std::string> numbers = {"smallint", "integer",          "bigint",
                                           "numeric",  "double precision", "real"};
    return numbers.contains(type);
}

bool is_text_type(const std::string& type) {
    return type == "text" || type.starts_with("character");
}

/// Names and types of the columns of a table or query, and its first rows as text.
struct Relation {
    std::vector<std::string> names;
    std::map<std::string, std::string> types; // "geometry", "text", "timestamp with time zone"
    Rows sample;
};

const FilePath& server_of(const Source& source) {
    return *std::find_if(source.files.begin(), source.files.end(),
                         [](const FilePath& file) { return gdal::is_postgres(file.resolved); });
}

class ServerCounting {
public:
    ServerCounting(const Request& request, const WardSet& wards)
        : m_request(request), m_wards(wards), m_source(server_of(request.source)),
          m_session(m_source.resolved, m_source.written) {
        refuse_what_cannot_be();
        find_ward_srid();
        make_parts();
        look_at_incidents();
        if (!request.source.wards.empty()) look_at_own_wards();
        make_point();
    }

    [[nodiscard]] std::string sql() const {
        std::string sql = to_sql(m_statement) + "\n";
        if (!sends_table()) return sql;
        return fmt::format("-- {} is a temporary table of {}: their numbers in the order of their "
                           "codes, and their polygons (EPSG:{})\n{}",
                           sent_wards,
                           text::with_count(m_wards.wards.size(), m_wards.noun.singular),
                           m_ward_srid, sql);
    }

    Count run() {
        if (sends_table()) send_wards();
        check_transformation();
        const auto rows = m_session.rows(to_sql(m_statement));
        for (const auto& row : rows) {
            take(row);
        }
        return finish();
    }

private:
    [[noreturn]] void refuse(std::string found, std::string expected, std::string help = "") const {
        wardmap::refuse({m_source.written}, std::move(found), std::move(expected), std::move(help));
    }

    void warn(std::string found, std::string help = "") {
        m_count.findings.push_back(Finding{.severity = Severity::warning,
                                           .place = {m_source.written},
                                           .found = std::move(found),
                                           .help = std::move(help)});
    }

    void refuse_what_cannot_be() const {
        const auto& source = m_request.source;
        if (source.files.size() > 1) {
            refuse("a database is named beside other sources of incidents",
                   "one database, or files", "count them one by one");
        }
        if (source.tables.empty() == source.query.empty()) {
            refuse(source.query.empty() ? "no table of incidents is named"
                                        : "both tables and a query are named",
                   "one of them; the tables are " + text::some(tables(), "or"),
                   "--table NAME or --query SELECT (in a project: table = \"...\")");
        }
        const auto parts = source.query.empty() ? source.tables.size() : 1;
        if (source.wards.size() > 1 && source.wards.size() != parts) {
            refuse(fmt::format("there are {} tables of wards for {} of incidents",
                               source.wards.size(), parts),
                   "one table of wards, or one beside each table of incidents");
        }
        if (!source.sheet.empty()) {
            refuse("a sheet is named, and this is a database", "a table of it",
                   "--table NAME (in a project: table = \"...\")");
        }
        if (!m_request.ward_of_area.empty()) {
            refuse("a lookup of areas is given, and a server counts points only", "no lookup",
                   "join the lookup in a query, and count points");
        }
        if (m_request.repeats == Repeats::left_out) {
            refuse("rows with the id of an earlier row are not left out by a server",
                   "a query that gives each id once", "SELECT DISTINCT ON (id) * FROM ...");
        }
    }

    [[nodiscard]] std::vector<std::string> tables() const {
        std::vector<std::string> names;
        for (const auto& row : m_session.rows(
                 "SELECT CASE WHEN n.nspname = 'public' THEN c.relname ELSE n.nspname || '.' || "
                 "c.relname END AS name FROM pg_class c JOIN pg_namespace n ON n.oid = "
                 "c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname NOT IN "
                 "('pg_catalog', 'information_schema', 'pg_toast') AND c.relname NOT IN "
                 "('spatial_ref_sys', 'geometry_columns', 'geography_columns') ORDER BY 1")) {
            names.push_back(row.front());
        }
        return names;
    }

    void find_ward_srid() {
        const auto srid = epsg_number(m_wards.crs);
        if (!srid) {
            refuse(fmt::format("the boundaries are in {}, which has no EPSG code", m_wards.crs),
                   "boundaries whose reference system the server knows",
                   "crs = \"EPSG:27700\" in [project]");
        }
        m_ward_srid = *srid;
    }

    /// A table by its name; throws unless the server has it.
    [[nodiscard]] std::string known_table(const std::string& name) const {
        auto quoted = gdal::quoted_name(name);
        const auto found =
            m_session.rows("SELECT 1 AS one FROM (SELECT to_regclass(" + gdal::quoted_text(quoted) +
                           ") AS t) t WHERE t.t IS NOT NULL");
        if (!found.empty()) return quoted;
        const auto names = tables();
        refuse("there is no table " + text::quoted(name), "one of " + text::some(names, "or"),
               did_you_mean(name, names));
    }

    void make_parts() {
        const auto& source = m_request.source;
        std::vector<std::string> from;
        if (!source.query.empty()) {
            gdal::check_reads_only(source.query, m_source.written);
            gdal::check_query_access(source.query, m_source.written);
            auto query = source.query;
            while (!query.empty() && (query.back() == ';' || query.back() == ' ' ||
                                      query.back() == '\n' || query.back() == '\t')) {
                query.pop_back();
            }
            from.push_back("(" + query + "\n)");
        }
        for (const auto& table : source.tables) {
            from.push_back(known_table(table));
        }
        for (std::size_t i = 0; i < from.size(); ++i) {
            ServerPart part{from[i], {sent_wards, "ward", "geom", {}}};
            if (!source.wards.empty()) {
                part.wards.from = known_table(source.wards[source.wards.size() == 1 ? 0 : i]);
            }
            m_statement.parts.push_back(std::move(part));
        }
        if (!source.wards.empty() || may_send_table()) return;
        std::vector<std::string> rows;
        for (std::size_t i = 0; i < m_wards.wards.size(); ++i) {
            rows.push_back(ward_row(i, m_wards.wards[i], m_ward_srid));
        }
        m_statement.inline_wards = text::join(rows, ",\n");
    }

    [[nodiscard]] bool may_send_table() const {
        return !m_session
                    .rows("SELECT 1 AS one FROM pg_database WHERE datname = current_database() AND "
                          "has_database_privilege(oid, 'TEMPORARY') AND NOT pg_is_in_recovery()")
                    .empty();
    }

    [[nodiscard]] bool sends_table() const {
        return m_request.source.wards.empty() && m_statement.inline_wards.empty();
    }

    /// `rows`: of the sample, at most; `with_shapes`: it has geometries too, as PostGIS writes
    /// them.
    [[nodiscard]] Relation look_at(const std::string& from, std::size_t rows,
                                   bool with_shapes) const {
        Relation relation;
        relation.names = m_session.columns(fmt::format("SELECT * FROM {} i LIMIT 0", from));
        std::vector<std::string> types;
        for (std::size_t i = 0; i < relation.names.size(); ++i) {
            types.push_back(
                fmt::format("pg_typeof({})::text AS c{}", column(relation.names[i]), i));
        }
        const auto first = m_session.rows(
            fmt::format("SELECT {} FROM {} i LIMIT 1", text::join(types, ", "), from));
        if (first.empty()) refuse(from + " has no rows", "one row per incident");
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < relation.names.size(); ++i) {
            const auto& name = relation.names[i];
            const auto& type = relation.types[name] = first.front()[i];
            const bool is_left_out = type == "geometry" && !with_shapes;
            texts.push_back(fmt::format("{}::text AS c{}", is_left_out ? "''" : column(name), i));
        }
        relation.sample = m_session.rows(
            fmt::format("SELECT {} FROM {} i LIMIT {}", text::join(texts, ", "), from, rows));
        return relation;
    }

    void look_at_incidents() {
        m_relation = look_at(m_statement.parts.front().incidents, rows_of_sample, true);
        m_relation.sample.insert(m_relation.sample.begin(), m_relation.names);
        m_columns = find_columns(m_relation.sample, wanted_columns(), m_source.written);
        append(m_count.findings, m_columns.findings);
        if (m_columns.type) {
            const auto& name = m_relation.names[*m_columns.type];
            m_statement.type =
                column(name) + (is_text_type(m_relation.types.at(name)) ? "" : "::text");
        }
        m_count.has_types = m_columns.type.has_value();
        m_count.has_dates = m_columns.date.has_value();
        m_count.is_police_uk = m_columns.is_police_uk;
        m_needs_date = m_request.from || m_request.to || (m_request.by_month && m_columns.date);
        if (m_needs_date) make_month();
    }

    /// A geometry comes before columns of coordinates.
    [[nodiscard]] ColumnNames wanted_columns() const {
        auto wanted = m_request.source.columns;
        if (!(wanted.x + wanted.reference + wanted.point + wanted.area).empty()) return wanted;
        const auto shape = std::find_if(
            m_relation.names.begin(), m_relation.names.end(),
            [&](const std::string& name) { return m_relation.types.at(name).starts_with("geo"); });
        if (shape != m_relation.names.end()) wanted.point = *shape;
        return wanted;
    }

    void make_month() {
        if (!m_columns.date) {
            refuse("no column holds dates, but months are asked for",
                   "one of " + text::some(m_relation.names, "or"),
                   "--date with the column of dates (in a project: date = \"...\")");
        }
        const auto& name = m_relation.names[*m_columns.date];
        const auto& type = m_relation.types.at(name);
        if (type == "date" || type.starts_with("timestamp")) {
            make_buckets(column(name), type);
            return;
        }
        if (!is_text_type(type) || !begins_with_months(name)) {
            refuse(fmt::format("column {} is of the type {} and does not hold dates such as "
                               "2014-01-31",
                               text::quoted(name), type),
                   "a date, a timestamp, or text that begins with year and month",
                   fmt::format("--query \"SELECT *, to_date({0}, 'DD/MM/YYYY') AS date FROM ...\" "
                               "--date date",
                               name));
        }
        m_statement.month = fmt::format("left({}, 7)", column(name));
        m_month_is_text = true;
    }

    /// Months by their beginnings: functions that take a part of a date by its name are not left to
    /// foreign servers.
    void make_buckets(const std::string& date, const std::string& type) {
        const bool has_zone = type == "timestamp with time zone";
        const auto local = has_zone ? " AT TIME ZONE 'Europe/London'" : "";
        Month last = no_month;
        for (const auto& part : m_statement.parts) {
            const auto span = m_session.rows(
                fmt::format("SELECT to_char(min({0}){1}, 'YYYY-MM') AS first, to_char(max({0}){1}, "
                            "'YYYY-MM') AS last FROM {2} i",
                            date, local, part.incidents));
            const auto from = month_labelled(span.front()[0]);
            const auto to = month_labelled(span.front()[1]);
            if (!from || !to) continue; // no row has a date
            m_first_month = m_months == 0 ? *from : std::min(m_first_month, *from);
            last = std::max(last, *to);
            m_months = last - m_first_month + 1;
        }
        constexpr Month most_months = 2'400;
        if (m_months > most_months) {
            refuse(fmt::format("the dates are from {} to {}", month_label(m_first_month),
                               month_label(last)),
                   "dates of incidents",
                   "--query \"SELECT * FROM ... WHERE date > '2000-01-01'\" leaves others out");
        }
        std::vector<std::string> beginnings;
        for (Month month = m_first_month; month <= m_first_month + m_months; ++month) {
            const auto day = month_label(month) + "-01";
            beginnings.push_back(has_zone ? '"' + day + " 00:00 Europe/London\"" : day);
        }
        m_statement.month = fmt::format("width_bucket({}, '{{{}}}'::{}[])", date,
                                        text::join(beginnings, ","), type);
    }

    /// The month of a bucket, which counts from 1.
    [[nodiscard]] Month month_of_bucket(const std::string& text) const {
        const int bucket = std::stoi(text);
        if (bucket >= 1 && bucket <= m_months) return m_first_month + bucket - 1;
        refuse("incidents were added while they were counted", "a table that stays as it is",
               "count again");
    }

    [[nodiscard]] bool begins_with_months(const std::string& name) const {
        const auto at = index_of(name);
        return std::all_of(m_relation.sample.begin() + 1, m_relation.sample.end(),
                           [&](const std::vector<std::string>& row) {
                               const auto cell = std::string(text::trimmed(row[at]));
                               return cell.empty() || month_of(cell.substr(0, 7)) != no_month;
                           });
    }

    [[nodiscard]] std::size_t index_of(const std::string& name) const {
        const auto at = std::find(m_relation.names.begin(), m_relation.names.end(), name);
        return static_cast<std::size_t>(at - m_relation.names.begin());
    }

    [[nodiscard]] static Month month_of(const std::string& text) {
        if (text.size() < 7 || text[4] != '-') return no_month;
        return read_month(text, DayOrder::day_first).month;
    }

    /// A table that several parts use is read once.
    void look_at_own_wards() {
        std::map<std::string, ServerWards> known; // by table
        for (auto& part : m_statement.parts) {
            const auto [at, is_new] = known.try_emplace(part.wards.from, part.wards);
            if (is_new) look_at_wards(at->second);
            part.wards = at->second;
        }
    }

    /// The server's own wards: which of its columns is the code, and which the polygon.
    void look_at_wards(ServerWards& wards) {
        const auto table = look_at(wards.from, most_wards, false);
        std::size_t best = 0;
        std::string shape;
        std::set<std::string> found;
        for (std::size_t c = 0; c < table.names.size(); ++c) {
            if (table.types.at(table.names[c]) == "geometry") {
                if (shape.empty()) shape = table.names[c];
                continue;
            }
            std::set<std::string> codes;
            for (const auto& row : table.sample) {
                if (m_numbers.contains(row[c])) codes.insert(row[c]);
            }
            if (codes.size() > found.size()) {
                best = c;
                found = std::move(codes);
            }
        }
        if (shape.empty()) refuse(wards.from + " has no column of geometries", "a table of wards");
        refuse_missing(wards.from, found);
        wards.ward = gdal::quoted_name(table.names[best]);
        wards.shape = gdal::quoted_name(shape);
        std::map<std::string, std::size_t> rows;
        for (const auto& row : table.sample) {
            ++rows[row[best]];
        }
        for (const auto& [code, n] : rows) {
            if (n == 1 || !m_numbers.contains(code)) continue;
            refuse(fmt::format("{} has {} rows of {}", wards.from, n, code),
                   "one row for each ward", "unite their polygons (ST_Union)");
        }
        if (table.sample.size() > found.size()) wards.only.assign(found.begin(), found.end());
        compare_shapes(wards);
    }

    void refuse_missing(const std::string& from, const std::set<std::string>& found) const {
        std::vector<std::string> missing;
        for (const auto& ward : m_wards.wards) {
            if (!found.contains(ward.code)) missing.push_back(ward.code);
        }
        if (missing.empty()) return;
        refuse(fmt::format("{} lacks {} of the {} wards: {}", from, missing.size(),
                           m_wards.wards.size(), text::some(missing)),
               "every ward of the boundaries by its code",
               "boundaries of the same year, or leave the server's own out");
    }

    /// Wards that are not those of the boundaries would be counted under their codes.
    void compare_shapes(const ServerWards& wards) {
        const auto rows = m_session.rows(
            fmt::format("SELECT i.{}::text AS code, ST_SRID(i.{}) AS srid, ST_Area(i.{})::text AS "
                        "area FROM {} i",
                        wards.ward, wards.shape, wards.shape, wards.from));
        constexpr double most = 0.001;
        std::vector<std::string> others;
        for (const auto& row : rows) {
            const auto number = m_numbers.find(row[0]);
            if (number == m_numbers.end()) continue;
            const int srid = std::stoi(row[1]);
            if (m_own_srid && *m_own_srid != srid) {
                refuse(fmt::format("the wards on the server are in EPSG:{} and in EPSG:{}",
                                   *m_own_srid, srid),
                       "wards in one reference system", "ST_Transform one of them");
            }
            m_own_srid = srid;
            const auto area = text::parse_number(row[2]);
            const auto& ward = m_wards.wards[number->second];
            if (srid == m_ward_srid && area &&
                std::abs(*area - ward.area_m2) > most * ward.area_m2) {
                others.push_back(ward.name);
            }
        }
        if (others.empty()) return;
        warn(fmt::format("in {} the area of {} differs from that of the boundaries by more than "
                         "0.1%: {}",
                         wards.from, text::with_count(others.size(), "ward"), text::some(others)),
             "load the same boundaries into the server");
    }

    /// The reference system of the wards in the statement.
    [[nodiscard]] int target_srid() const { return m_own_srid.value_or(m_ward_srid); }

    void make_point() {
        const auto& x = m_relation.names[m_columns.x];
        const auto& y = m_relation.names[m_columns.y];
        std::string point;
        if (m_columns.place == PlaceKind::point && m_relation.types.at(x).starts_with("geo")) {
            point = geometry_point(x);
        } else if (m_columns.place == PlaceKind::x_and_y &&
                   is_number_type(m_relation.types.at(x)) &&
                   is_number_type(m_relation.types.at(y))) {
            m_point_srid = stated_srid().value_or(srid_by_size());
            point = fmt::format("CASE WHEN {0} = 0 AND {1} = 0 THEN NULL ELSE "
                                "ST_SetSRID(ST_MakePoint({0}, {1}), {2}) END",
                                column(x), column(y), m_point_srid);
        } else {
            refuse(fmt::format("column {} of the type {} holds no points that the server counts",
                               text::quoted(x), m_relation.types.at(x)),
                   "a geometry, or two columns of numbers", "export the table as CSV");
        }
        m_statement.point = m_point_srid == target_srid()
                                ? point
                                : fmt::format("ST_Transform({}, {})", point, target_srid());
    }

    [[nodiscard]] std::optional<int> stated_srid() const {
        const auto& crs = m_request.source.crs;
        if (crs.empty()) return std::nullopt;
        const auto srid = epsg_number(crs);
        if (!srid) refuse(text::quoted(crs) + " has no EPSG code", "crs = \"EPSG:27700\"");
        return srid;
    }

    std::string geometry_point(const std::string& name) {
        auto point = column(name);
        if (m_relation.types.at(name) == "geography") point += "::geometry";
        for (const auto& part : m_statement.parts) {
            const auto others =
                m_session.rows(fmt::format("SELECT ST_GeometryType({0}) AS type FROM {1} i WHERE "
                                           "ST_GeometryType({0}) <> 'ST_Point' LIMIT 1",
                                           point, part.incidents));
            if (others.empty()) continue;
            refuse(fmt::format("column {} of {} holds an {}", text::quoted(name), part.incidents,
                               others.front().front()),
                   "one point for each incident");
        }
        const auto stored = m_session.rows(
            fmt::format("SELECT ST_SRID({0}) AS srid FROM {1} i WHERE {0} IS NOT NULL LIMIT 1",
                        point, m_statement.parts.front().incidents));
        const int own = stored.empty() ? 0 : std::stoi(stored.front().front());
        m_point_srid = stated_srid().value_or(own == 0 ? srid_by_size() : own);
        if (own == m_point_srid) return point;
        return fmt::format("ST_SetSRID({}, {})", point, m_point_srid);
    }

    [[nodiscard]] int srid_by_size() const {
        std::vector<geo::Point> points;
        for (std::size_t row = 1; row < m_relation.sample.size(); ++row) {
            const auto& cells = m_relation.sample[row];
            if (m_columns.place == PlaceKind::point) {
                if (const auto read = read_point(cells[m_columns.x])) points.push_back(read->at);
                continue;
            }
            const auto x = read_number(cells[m_columns.x], Comma::none);
            const auto y = read_number(cells[m_columns.y], Comma::none);
            if (x && y && (*x != 0 || *y != 0)) points.push_back({*x, *y});
        }
        const auto crs = points.empty() ? std::nullopt : crs_by_size(points);
        if (!crs) {
            refuse("the reference system of the points is not stated, and not clear from them",
                   "longitude and latitude, or British National Grid",
                   "--crs with the coordinate reference system (in a project: crs = \"EPSG:...\")");
        }
        return *epsg_number(*crs);
    }

    /// Into a temporary table, some at a time.
    void send_wards() {
        constexpr std::size_t batch_bytes = 4'000'000;
        m_session.run("BEGIN READ WRITE");
        m_session.run(
            fmt::format("CREATE TEMPORARY TABLE {} (ward integer, geom geometry)", sent_wards));
        std::string rows;
        for (std::size_t i = 0; i < m_wards.wards.size(); ++i) {
            rows += (rows.empty() ? "" : ",\n") + ward_row(i, m_wards.wards[i], m_ward_srid);
            if (rows.size() < batch_bytes && i + 1 < m_wards.wards.size()) continue;
            m_session.run(fmt::format("INSERT INTO {} VALUES {}", sent_wards, rows));
            rows.clear();
        }
        m_session.run(fmt::format("CREATE INDEX ON {} USING gist (geom)", sent_wards));
        m_session.run(fmt::format("ANALYZE {}", sent_wards));
        m_session.run("COMMIT");
    }

    /// Whether the server transforms as Wardmap does: it may lack a grid.
    void check_transformation() {
        if (m_point_srid == target_srid() || target_srid() != m_ward_srid) return;
        const geo::BulkTransform own(fmt::format("EPSG:{}", m_point_srid), m_wards.crs,
                                     m_wards.extent(), m_source.written);
        std::vector<geo::Point> points = {own.source_box().centre()};
        const auto from = points.front();
        std::vector<char> reached;
        own(points, reached);
        if (reached.front() == 0) return;
        const auto theirs = m_session.rows(
            fmt::format("SELECT ST_X(p)::text AS x, ST_Y(p)::text AS y FROM (SELECT "
                        "ST_Transform(ST_SetSRID(ST_MakePoint({}, {}), {}), {}) AS p) p",
                        text::shortest(from.x), text::shortest(from.y), m_point_srid, m_ward_srid));
        const auto x = text::parse_number(theirs.front()[0]);
        const auto y = text::parse_number(theirs.front()[1]);
        if (!x || !y) return;
        const double difference = std::hypot(*x - points.front().x, *y - points.front().y);
        constexpr double most_m = 0.01;
        if (difference <= most_m) return;
        warn(fmt::format("the server transforms EPSG:{} to EPSG:{} differently from Wardmap, by "
                         "{} m in the middle of the area: incidents so near a border may count to "
                         "the ward beside it",
                         m_point_srid, m_ward_srid, text::number(difference, 2)),
             "install the same PROJ grids on the server, or store the points in the reference "
             "system of the wards");
    }

    /// Ward, type, month, incidents, without a location.
    void take(const std::vector<std::string>& row) {
        std::size_t at = 1;
        std::string type;
        Month month = no_month;
        if (!m_statement.type.empty()) type = std::string(text::trimmed(row[at++]));
        if (!m_statement.month.empty()) {
            const auto& cell = row[at++];
            month = cell.empty()      ? no_month
                    : m_month_is_text ? month_of(cell)
                                      : month_of_bucket(cell);
        }
        const auto incidents = std::stoull(row[at]);
        const auto unplaced = std::stoull(row[at + 1]);
        auto& slot = m_slots[{type, month}];
        if (slot.wards.empty()) slot.wards.resize(m_wards.wards.size(), 0);
        const auto fate = fate_of(type, month);
        if (fate != Fate::counted) {
            incidents::at(slot.rows, fate) += incidents;
        } else if (row.front().empty()) {
            incidents::at(slot.rows, Fate::without_place) += unplaced;
            incidents::at(slot.rows, Fate::outside) += incidents - unplaced;
        } else {
            incidents::at(slot.rows, Fate::counted) += incidents;
            slot.wards[ward_of(row.front())] += static_cast<std::uint32_t>(incidents);
        }
    }

    [[nodiscard]] std::size_t ward_of(const std::string& ward) const {
        return m_request.source.wards.empty() ? static_cast<std::size_t>(std::stoull(ward))
                                              : m_numbers.at(ward);
    }

    [[nodiscard]] Fate fate_of(const std::string& type, Month month) const {
        const auto& wanted = m_request.types;
        const bool is_wanted =
            wanted.empty() ||
            std::any_of(wanted.begin(), wanted.end(), [&](const std::string& other) {
                return fold_type(other) == fold_type(type);
            });
        if (!is_wanted) return Fate::other_type;
        if (!m_needs_date) return Fate::counted;
        if (month == no_month) return Fate::unreadable_date;
        if (m_request.from && month < *m_request.from) return Fate::other_period;
        if (m_request.to && month > *m_request.to) return Fate::other_period;
        return Fate::counted;
    }

    Count finish() {
        std::map<std::string, Fates> types;
        Fates all{};
        for (auto& [key, slot] : m_slots) {
            for (std::size_t fate = 0; fate < fates; ++fate) {
                types[key.first][fate] += slot.rows[fate];
                all[fate] += slot.rows[fate];
            }
            const auto asked_for = at(slot.rows, Fate::counted) + at(slot.rows, Fate::outside) +
                                   at(slot.rows, Fate::without_place);
            if (asked_for > 0) {
                m_count.figures.push_back({key.first, key.second, std::move(slot.wards)});
            }
        }
        m_count.types.assign(types.begin(), types.end());
        m_count.wards.resize(m_wards.wards.size());
        FileAccount account;
        account.file = m_source.written;
        account.rows = all;
        account.place = fmt::format("points in EPSG:{}, counted by the server", m_point_srid);
        m_count.files.push_back(std::move(account));
        return std::move(m_count);
    }

    struct Slot {
        std::vector<std::uint32_t> wards;
        Fates rows{};
    };

    [[nodiscard]] static std::map<std::string, std::size_t> numbers_of(const WardSet& wards) {
        std::map<std::string, std::size_t> numbers;
        for (std::size_t i = 0; i < wards.wards.size(); ++i) {
            numbers[wards.wards[i].code] = i;
        }
        return numbers;
    }

    const Request& m_request;
    const WardSet& m_wards;
    const FilePath& m_source;
    gdal::PostgresSession m_session;
    std::map<std::string, std::size_t> m_numbers = numbers_of(m_wards); // of wards, by code
    int m_ward_srid = 0;                                                // of the boundaries
    std::optional<int> m_own_srid;                                      // of the server's own wards
    int m_point_srid = 0;
    Relation m_relation; // the incidents; the first row of its sample holds the names
    Columns m_columns;
    bool m_needs_date = false;
    bool m_month_is_text = false;
    Month m_first_month = 2000 * 12; // of the first bucket; any, if no row has a date
    Month m_months = 0;
    ServerStatement m_statement;
    std::map<std::pair<std::string, Month>, Slot> m_slots;
    Count m_count;
};

} // namespace

bool is_on_server(const Source& source) {
    return std::any_of(source.files.begin(), source.files.end(),
                       [](const FilePath& file) { return gdal::is_postgres(file.resolved); });
}

Count count_on_server(const Request& request, const WardSet& wards) {
    return ServerCounting(request, wards).run();
}

std::string server_sql(const Request& request, const WardSet& wards) {
    return ServerCounting(request, wards).sql();
}

} // namespace wardmap::incidents
