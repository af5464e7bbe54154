// SPDX-License-Identifier: MIT
#include "incidents/columns.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "base/error.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "geo/grid_reference.h"
#include "incidents/read_point.h"

namespace wardmap::incidents {
namespace {

using Rows = std::vector<std::vector<std::string>>;
using Names = std::vector<std::string_view>;

constexpr std::size_t most_title_lines = 20;

/// Lower-case letters and digits only: "Crime ID" and "crime_id" are the same name.
std::string plain_name(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        if (c >= 'A' && c <= 'Z') plain += static_cast<char>(c - 'A' + 'a');
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) plain += c;
    }
    return plain;
}

const std::array<std::pair<std::string_view, std::string_view>, 14> pair_names = {
    {{"longitude", "latitude"},
     {"long", "lat"},
     {"lon", "lat"},
     {"lng", "lat"},
     {"easting", "northing"},
     {"eastings", "northings"},
     {"east", "north"},
     {"x", "y"},
     {"xcoord", "ycoord"},
     {"xcoordinate", "ycoordinate"},
     {"coordx", "coordy"},
     {"gridx", "gridy"},
     {"pointx", "pointy"},
     {"geox", "geoy"}}};
const Names reference_names = {"gridreference", "gridref", "osgridref",   "osgridreference",
                               "osgr",          "ngr",     "mapreference"};
const Names point_names = {"geometry", "geom", "wkt", "thegeom", "wkbgeometry", "point", "shape"};
const Names date_names = {
    "month",      "date",         "incidentdate",  "dateofincident", "offencedate",  "datefrom",
    "occurredon", "dateoccurred", "startdate",     "committed",      "daterecorded", "recordeddate",
    "recorded",   "reporteddate", "datereported",  "calldate",       "created",      "datetime",
    "timestamp",  "period",       "committedfrom", "occurred",       "eventdate",    "dateandtime"};
const Names type_names = {"crimetype",         "type",        "category",      "incidenttype",
                          "offencetype",       "offence",     "crimecategory", "incidentcategory",
                          "offencegroup",      "eventtype",   "calltype",      "offencedescription",
                          "offencename",       "incident",    "description",   "nature",
                          "homeofficeoffence", "closingcode", "dispatchreason"};
const Names id_names = {"crimeid",
                        "incidentid",
                        "id",
                        "crimereference",
                        "crimereferencenumber",
                        "crimenumber",
                        "crimeno",
                        "incidentnumber",
                        "incidentno",
                        "incidentref",
                        "incidentreference",
                        "urn",
                        "referencenumber",
                        "uniqueid",
                        "caseid",
                        "casenumber",
                        "eventid",
                        "callid",
                        "ref"};
const Names area_names = {"lsoacode", "lsoa",   "lsoa11cd", "lsoa21cd",
                          "lsoa01cd", "lsoa11", "lsoa21"};
const Names force_names = {"fallswithin", "reportedby", "force", "forcename", "policeforce"};

/// The column with the first of these names that exists.
std::optional<std::size_t> named(const std::vector<std::string>& plain, const Names& names) {
    for (const auto name : names) {
        const auto at = std::find(plain.begin(), plain.end(), name);
        if (at != plain.end()) return static_cast<std::size_t>(at - plain.begin());
    }
    return std::nullopt;
}

/// A column whose name contains the word, such as "Incident Easting".
std::optional<std::size_t> with_word(const std::vector<std::string>& plain, std::string_view word) {
    for (std::size_t i = 0; i < plain.size(); ++i) {
        if (plain[i].find(word) != std::string::npos) return i;
    }
    return std::nullopt;
}

bool is_area_code(std::string_view cell) {
    return cell.size() == 9 && (cell.starts_with("E01") || cell.starts_with("W01")) &&
           std::all_of(cell.begin() + 3, cell.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Inspects the rows below the header.
class Look {
public:
    Look(const Rows& rows, std::size_t first, std::vector<std::string> names,
         const ColumnNames& wanted, const std::string& shown_as)
        : m_rows(rows), m_names(std::move(names)), m_wanted(wanted), m_shown_as(shown_as) {
        m_columns.first_row = first;
        for (const auto& name : m_names) {
            m_plain.push_back(plain_name(name));
        }
    }

    /// Whether a place was found.
    bool run() {
        m_columns.names = m_names;
        if (!find_place()) return false;
        m_columns.date = chosen(m_wanted.date, date_names);
        m_columns.type = chosen(m_wanted.type, type_names);
        m_columns.id = chosen(m_wanted.id, id_names);
        m_columns.force = named(m_plain, force_names);
        if (!m_columns.date) guess_date();
        if (!m_columns.type) guess_type();
        find_day_order();
        m_columns.is_police_uk = named(m_plain, {"fallswithin"}) && named(m_plain, {"crimetype"}) &&
                                 named(m_plain, {"crimeid"}) && named(m_plain, {"month"});
        return true;
    }

    [[nodiscard]] Columns take() { return std::move(m_columns); }

    /// Throws if a column named by the user does not exist.
    void check_wanted() const {
        Findings faults;
        for (const auto* const name :
             {&m_wanted.x, &m_wanted.y, &m_wanted.reference, &m_wanted.point, &m_wanted.date,
              &m_wanted.type, &m_wanted.id, &m_wanted.area}) {
            if (name->empty() || index_of(*name)) continue;
            faults.push_back(Finding{.severity = Severity::error,
                                     .place = {m_shown_as},
                                     .found = "there is no column " + text::quoted(*name),
                                     .expected = "one of " + text::some(m_names, "or"),
                                     .help = did_you_mean(*name, m_names)});
        }
        stop_on_errors(faults);
    }

    [[nodiscard]] bool has_all_wanted() const {
        for (const auto* const name :
             {&m_wanted.x, &m_wanted.y, &m_wanted.reference, &m_wanted.point, &m_wanted.date,
              &m_wanted.type, &m_wanted.id, &m_wanted.area}) {
            if (!name->empty() && !index_of(*name)) return false;
        }
        return true;
    }

private:
    [[nodiscard]] std::optional<std::size_t> index_of(const std::string& name) const {
        const auto exact = std::find(m_names.begin(), m_names.end(), name);
        if (exact != m_names.end()) return static_cast<std::size_t>(exact - m_names.begin());
        const auto plain = plain_name(name);
        const auto near = std::find(m_plain.begin(), m_plain.end(), plain);
        if (near == m_plain.end() || plain.empty()) return std::nullopt;
        return static_cast<std::size_t>(near - m_plain.begin());
    }

    [[nodiscard]] std::optional<std::size_t> chosen(const std::string& wanted,
                                                    const Names& names) const {
        return wanted.empty() ? named(m_plain, names) : index_of(wanted);
    }

    /// Share of the filled cells of a column that satisfy a predicate; 0 for an empty column.
    [[nodiscard]] double share(std::size_t column,
                               const std::function<bool(const std::string&)>& holds) const {
        std::size_t filled = 0;
        std::size_t fitting = 0;
        for (std::size_t row = m_columns.first_row; row < m_rows.size(); ++row) {
            if (column >= m_rows[row].size()) continue;
            const auto cell = std::string(text::trimmed(m_rows[row][column]));
            if (cell.empty()) continue;
            ++filled;
            if (holds(cell)) ++fitting;
        }
        return filled == 0 ? 0 : static_cast<double>(fitting) / static_cast<double>(filled);
    }

    [[nodiscard]] std::optional<std::size_t>
    by_content(const std::function<bool(const std::string&)>& holds) const {
        constexpr double most_cells = 0.8;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            if (share(i, holds) >= most_cells) return i;
        }
        return std::nullopt;
    }

    bool find_place() {
        if (find_wanted_place()) return true;
        if (find_named_pair()) return true;
        const auto reference = [](const std::string& cell) {
            return geo::grid_square(cell).has_value();
        };
        const auto point = [](const std::string& cell) { return read_point(cell).has_value(); };
        auto at = named(m_plain, reference_names);
        if (!at) at = by_content(reference);
        if (at && share(*at, reference) > 0) return set_place(PlaceKind::grid_reference, *at, *at);
        at = named(m_plain, point_names);
        if (!at || share(*at, point) == 0) at = by_content(point);
        if (at) return set_place(PlaceKind::point, *at, *at);
        if (find_pair_by_content()) return true;
        at = named(m_plain, area_names);
        if (!at || share(*at, is_area_code) == 0) at = by_content(is_area_code);
        return at && set_place(PlaceKind::area_code, *at, *at);
    }

    bool find_wanted_place() {
        if (!m_wanted.x.empty() && !m_wanted.y.empty()) {
            return set_place(PlaceKind::x_and_y, *index_of(m_wanted.x), *index_of(m_wanted.y));
        }
        for (const auto& [name, kind] : {std::pair(&m_wanted.reference, PlaceKind::grid_reference),
                                         std::pair(&m_wanted.point, PlaceKind::point),
                                         std::pair(&m_wanted.area, PlaceKind::area_code)}) {
            if (!name->empty()) return set_place(kind, *index_of(*name), *index_of(*name));
        }
        return false;
    }

    bool find_named_pair() {
        for (const auto& [x, y] : pair_names) {
            const auto at_x = named(m_plain, {x});
            const auto at_y = named(m_plain, {y});
            if (at_x && at_y && has_numbers(*at_x) && has_numbers(*at_y)) {
                return set_place(PlaceKind::x_and_y, *at_x, *at_y);
            }
        }
        for (const auto& [x, y] : {pair_names[0], pair_names[4]}) {
            const auto at_x = with_word(m_plain, x);
            const auto at_y = with_word(m_plain, y);
            if (at_x && at_y && has_numbers(*at_x) && has_numbers(*at_y)) {
                return set_place(PlaceKind::x_and_y, *at_x, *at_y);
            }
        }
        return false;
    }

    /// Some of the cells are numbers, or all are empty.
    [[nodiscard]] bool has_numbers(std::size_t column) const {
        const auto number = [](const std::string& cell) {
            return read_number(cell, Comma::none) || read_number(cell, Comma::decimal) ||
                   has_thousands(cell);
        };
        const auto filled = [](const std::string&) { return true; };
        return share(column, filled) == 0 || share(column, number) > 0;
    }

    /// Two columns with longitudes and latitudes of Great Britain, or adjacent columns with
    /// eastings and northings.
    bool find_pair_by_content() {
        const auto within = [](double low, double high, bool decimals) {
            return [=](const std::string& cell) {
                const auto value = read_number(cell, Comma::none);
                return value && *value >= low && *value <= high &&
                       (!decimals || decimals_of(cell, Comma::none) >= 3);
            };
        };
        const auto longitude = by_content(within(-9, 3, true));
        const auto latitude = by_content(within(49, 61.5, true));
        if (longitude && latitude) {
            return guess_pair(*longitude, *latitude, "longitudes", "latitudes");
        }
        for (std::size_t i = 0; i + 1 < m_names.size(); ++i) {
            if (share(i, within(50'000, 700'000, false)) >= 0.8 &&
                share(i + 1, within(5'000, 1'300'000, false)) >= 0.8) {
                return guess_pair(i, i + 1, "eastings", "northings");
            }
        }
        return false;
    }

    bool guess_pair(std::size_t x, std::size_t y, const char* xs, const char* ys) {
        note(fmt::format("{} look like {}, {} like {}: they are read as such",
                         text::quoted(m_names[x]), xs, text::quoted(m_names[y]), ys));
        return set_place(PlaceKind::x_and_y, x, y);
    }

    bool set_place(PlaceKind kind, std::size_t x, std::size_t y) {
        m_columns.place = kind;
        m_columns.x = x;
        m_columns.y = y;
        if (kind == PlaceKind::x_and_y) find_number_style();
        return true;
    }

    void find_number_style() {
        bool has_comma = false;
        bool all_thousands = true;
        const auto name = m_plain[m_columns.x];
        const bool degrees = name.find("lon") != std::string::npos || name == "lng";
        for (const auto column : {m_columns.x, m_columns.y}) {
            (void)share(column, [&](const std::string& cell) {
                if (cell.find(',') == std::string::npos) return true;
                has_comma = true;
                all_thousands = all_thousands && has_thousands(cell);
                return true;
            });
        }
        if (has_comma) {
            m_columns.comma = all_thousands && !degrees ? Comma::thousands : Comma::decimal;
        }
        for (const auto column : {m_columns.x, m_columns.y}) {
            (void)share(column, [&](const std::string& cell) {
                m_columns.decimals =
                    std::max(m_columns.decimals, decimals_of(cell, m_columns.comma));
                return true;
            });
        }
    }

    [[nodiscard]] bool is_taken(std::size_t column) const {
        return column == m_columns.x || column == m_columns.y || column == m_columns.id ||
               column == m_columns.date || column == m_columns.force;
    }

    void guess_date() {
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            const auto is_date = [](const std::string& cell) {
                return read_month(cell, DayOrder::day_first).month != no_month &&
                       !read_number(cell, Comma::none);
            };
            if (is_taken(i) || share(i, is_date) < 0.9) continue;
            m_columns.date = i;
            note(text::quoted(m_names[i]) + " holds dates: it is read as the date of the incident");
            return;
        }
    }

    /// The first column of words with few distinct values.
    void guess_type() {
        constexpr std::size_t most_different = 60;
        for (std::size_t i = 0; i < m_names.size(); ++i) {
            std::set<std::string> different;
            std::size_t filled = 0;
            const auto is_word = [&](const std::string& cell) {
                different.insert(cell);
                ++filled;
                return !read_number(cell, Comma::none) && !is_area_code(cell) &&
                       read_month(cell, DayOrder::day_first).month == no_month;
            };
            if (is_taken(i) || share(i, is_word) < 1) continue;
            if (different.size() < 2 || different.size() > most_different ||
                different.size() * 4 > filled) {
                continue;
            }
            m_columns.type = i;
            note(fmt::format("{} holds {} different texts: it is read as the type of incident",
                             text::quoted(m_names[i]), different.size()));
            return;
        }
    }

    void find_day_order() {
        if (!m_columns.date) return;
        bool day_first = false;
        bool month_first = false;
        (void)share(*m_columns.date, [&](const std::string& cell) {
            const auto reading = read_month(cell, DayOrder::day_first);
            if (reading.against_order) month_first = true;
            if (!reading.against_order && read_month(cell, DayOrder::month_first).against_order) {
                day_first = true;
            }
            return true;
        });
        if (!month_first || day_first) return;
        m_columns.day_order = DayOrder::month_first;
        note(text::quoted(m_names[*m_columns.date]) +
             " has dates such as 03/25/2014: they are read with the month first");
    }

    void note(std::string found) {
        m_columns.findings.push_back(
            Finding{.severity = Severity::note, .place = {m_shown_as}, .found = std::move(found)});
    }

    const Rows& m_rows;
    std::vector<std::string> m_names;
    std::vector<std::string> m_plain;
    const ColumnNames& m_wanted;
    const std::string& m_shown_as;
    Columns m_columns;
};

/// Whether the first row holds data: it has no column name, but a number.
bool is_data(const std::vector<std::string>& row) {
    return std::any_of(row.begin(), row.end(), [](const std::string& cell) {
        return read_number(cell, Comma::none) || geo::grid_square(cell) || read_point(cell);
    });
}

std::vector<std::string> names_of(const std::vector<std::string>& row, std::size_t width) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::max(width, row.size()); ++i) {
        const auto name = i < row.size() ? std::string(text::trimmed(row[i])) : std::string();
        names.push_back(name.empty()          ? fmt::format("column {}", i + 1)
                        : text::is_utf8(name) ? name
                                              : text::to_utf8(name, "WINDOWS-1252").value_or(name));
    }
    return names;
}

/// The median number of cells in a row.
std::size_t usual_width(const Rows& sample) {
    std::vector<std::size_t> widths;
    widths.reserve(sample.size());
    for (const auto& row : sample) {
        widths.push_back(row.size());
    }
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    return *middle;
}

} // namespace

std::size_t Columns::last() const {
    auto last = std::max(x, y);
    for (const auto& column : {date, type, id, force}) {
        if (column) last = std::max(last, *column);
    }
    return last;
}

Columns find_columns(const Rows& sample, const ColumnNames& wanted, const std::string& shown_as) {
    if (sample.empty()) {
        throw InputError(Finding{.severity = Severity::error,
                                 .place = {shown_as},
                                 .found = "the table has no rows",
                                 .expected = "one row per incident"});
    }
    const auto width = usual_width(sample);
    for (std::size_t i = 0; i < sample.size() && i < most_title_lines; ++i) {
        if (sample[i].size() < width || is_data(sample[i])) continue;
        Look look(sample, i + 1, names_of(sample[i], 0), wanted, shown_as);
        if (look.has_all_wanted() && look.run()) return look.take();
    }
    if (is_data(sample.front())) {
        Look look(sample, 0, names_of({}, sample.front().size()), wanted, shown_as);
        if (look.has_all_wanted() && look.run()) return look.take();
    }
    const auto names = names_of(sample.front(), 0);
    Look(sample, 1, names, wanted, shown_as).check_wanted();
    throw InputError(Finding{
        .severity = Severity::error,
        .place = {shown_as},
        .found = "no column has the location of an incident; the columns are " + text::some(names),
        .expected = "longitude and latitude, easting and northing, a grid reference, a geometry "
                    "(WKT), or LSOA "
                    "codes",
        .help = "--x COLUMN and --y COLUMN (in a project: x = \"...\" and y = \"...\")"});
}

} // namespace wardmap::incidents
