// SPDX-License-Identifier: MIT
// Reads a list of sites.
#include <array>
#include <filesystem>
#include <optional>
#include <string_view>

#include <fmt/format.h>

#include "base/error.h"
#include "base/shown.h"
#include "base/text.h"
#include "publish/site_profiles.h"
#include "study/study.h"
#include "tables/read_table.h"

namespace wardmap::publish {
namespace {

using tables::Table;

/// Columns by their usual names.
std::optional<std::size_t> column_of(const Table& table,
                                     std::initializer_list<std::string_view> names) {
    for (const auto name : names) {
        if (const auto found = table.column(name)) return found;
    }
    return std::nullopt;
}

struct Columns {
    std::optional<std::size_t> name;
    std::optional<std::size_t> at;
    std::optional<std::size_t> easting;
    std::optional<std::size_t> northing;
    std::optional<std::size_t> lat;
    std::optional<std::size_t> lon;
    std::optional<std::size_t> file;
};

Columns columns_of(const Table& table) {
    Columns found{column_of(table, {"name", "site", "reference", "application"}),
                  column_of(table, {"at", "grid_reference", "grid reference", "grid ref", "ngr"}),
                  column_of(table, {"easting", "x"}),
                  column_of(table, {"northing", "y"}),
                  column_of(table, {"lat", "latitude"}),
                  column_of(table, {"lon", "longitude", "long", "lng"}),
                  column_of(table, {"file", "red_line", "red line"})};
    const bool placed =
        found.at || (found.easting && found.northing) || (found.lat && found.lon) || found.file;
    if (!placed) {
        throw InputError(Finding{
            .severity = Severity::error,
            .place = table.at(table.header_line),
            .found =
                "no column has the positions of the sites; there are: " + text::some(table.columns),
            .expected = "a first line with at, or easting and northing, or lat and lon, or file",
            .help = "name the column with the grid reference: name,at"});
    }
    return found;
}

/// The location of a site in one row.
struct Place {
    std::string reference; // a point
    std::string file;      // a red line
};

class Reader {
public:
    Reader(const std::string& list, const Study& study, double within_m)
        : m_list(list), m_study(study), m_within_m(within_m),
          m_table(tables::read_table({{list, list}, "", "", "", {1, 1}, "", "", {}, {}})),
          m_columns(columns_of(m_table)) {}

    std::vector<ListedSite> all() {
        std::vector<ListedSite> sites;
        Findings findings;
        for (const auto& row : m_table.rows) {
            try {
                sites.push_back(site_of(row));
            } catch (const InputError& error) {
                for (auto finding : error.findings()) {
                    finding.place = m_table.at(row.line);
                    findings.push_back(std::move(finding));
                }
            }
        }
        for (const auto& aside : m_table.asides) {
            if (aside.kind == tables::NonDataLine::Kind::blank) continue;
            findings.push_back({.severity = Severity::error,
                                .place = m_table.at(aside.line),
                                .found = fmt::format("this line is not a row of sites: {}",
                                                     text::quoted(aside.text)),
                                .expected = "a place in each line",
                                .help = "delete the line",
                                .kind = "lines are not rows of sites"});
        }
        stop_on_errors(findings);
        return sites;
    }

private:
    [[nodiscard]] std::string cell(const tables::Row& row,
                                   const std::optional<std::size_t>& column) const {
        return column ? row.cells[*column] : std::string();
    }

    [[nodiscard]] std::string pair(const tables::Row& row, const std::optional<std::size_t>& first,
                                   const std::optional<std::size_t>& second) const {
        const auto a = cell(row, first);
        const auto b = cell(row, second);
        if (a.empty() && b.empty()) return {};
        return a + "," + b;
    }

    [[nodiscard]] Place place_of(const tables::Row& row) const {
        Place place;
        std::size_t ways = 0;
        for (const auto& text :
             {cell(row, m_columns.at), pair(row, m_columns.easting, m_columns.northing),
              pair(row, m_columns.lat, m_columns.lon)}) {
            if (text.empty()) continue;
            place.reference = text;
            ++ways;
        }
        place.file = cell(row, m_columns.file);
        if (!place.file.empty()) ++ways;
        if (ways != 1) {
            throw InputError(Finding{
                .severity = Severity::error,
                .found = ways == 0 ? "the row has no position"
                                   : "the row has positions in several columns",
                .expected = "one place",
                .help = ways == 0 ? "fill in the place, or delete the row" : "leave one of them",
                .kind = ways == 0 ? "rows have no position"
                                  : "rows have positions in several columns"});
        }
        return place;
    }

    [[nodiscard]] ListedSite site_of(const tables::Row& row) const {
        const auto place = place_of(row);
        auto found =
            place.file.empty()
                ? site::site_at(place.reference, m_study.wards.crs)
                : site::site_in((std::filesystem::path(m_list).parent_path() / place.file).string(),
                                m_study.wards.crs);
        const auto text = place.file.empty() ? place.reference : place.file;
        auto name = cell(row, m_columns.name);
        found = site::named(std::move(found), name);
        if (name.empty()) name = text;
        auto location = site::locate(m_study, found);
        return {row.line,
                m_list,
                name,
                text,
                {m_study, std::move(found), std::move(location), m_within_m}};
    }

    const std::string& m_list;
    const Study& m_study;
    double m_within_m;
    Table m_table;
    Columns m_columns;
};

} // namespace

std::vector<ListedSite> read_sites(const std::string& list, const Study& study, double within_m) {
    return Reader(list, study, within_m).all();
}

} // namespace wardmap::publish
