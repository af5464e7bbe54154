// SPDX-License-Identifier: MIT
#include "tables/find_header.h"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "tables/area_code.h"
#include "tables/cell_record.h"
#include "tables/read_table.h"

namespace wardmap::tables {
namespace {

constexpr std::size_t deepest = 3;    // lines of one header
constexpr std::size_t searched = 200; // lines searched for a header of several lines

bool holds(const std::vector<std::string>& columns, const std::string& wanted) {
    return std::any_of(columns.begin(), columns.end(), [&](const std::string& column) {
        return fold_column(column) == fold_column(wanted);
    });
}

std::size_t held(const std::vector<std::string>& columns, const std::vector<std::string>& wanted) {
    return static_cast<std::size_t>(std::count_if(
        wanted.begin(), wanted.end(), [&](const auto& w) { return holds(columns, w); }));
}

std::size_t width(const std::vector<Line>& lines, std::size_t first, std::size_t last) {
    std::size_t most = 0;
    for (auto i = first; i <= last; ++i) {
        most = std::max(most, lines[i].cells.size());
    }
    return most;
}

/// The text of a line over a column: its own, or else the nearest to the left.
std::string text_over(const Line& line, std::size_t column) {
    for (auto i = std::min(column + 1, line.cells.size()); i-- > 0;) {
        if (!line.cells[i].empty()) return line.cells[i];
    }
    return {};
}

/// The line that holds most of the wanted columns; if none does, the widest near the top.
std::size_t most_like_header(const std::vector<Line>& lines,
                             const std::vector<std::string>& wanted) {
    std::size_t best = 0;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        if (held(lines[i].cells, wanted) > held(lines[best].cells, wanted)) best = i;
    }
    if (held(lines[best].cells, wanted) > 0) return best;
    for (std::size_t i = 1; i < std::min<std::size_t>(lines.size(), 25); ++i) {
        if (filled(lines[i]) > filled(lines[best])) best = i;
    }
    return best;
}

[[noreturn]] void refuse_header(const Grid& grid, const TableSource& source, std::size_t at) {
    const auto& lines = grid.lines;
    std::vector<std::string> columns;
    for (const auto& cell : lines[at].cells) {
        if (!cell.empty()) columns.push_back(cell);
    }
    Findings faults;
    for (const auto& wanted : source.wanted) {
        if (holds(columns, wanted)) continue;
        faults.push_back(
            {.severity = Severity::error,
             .place = {source.file.written, lines[at].line, 0, grid.is_workbook ? grid.sheet : ""},
             .found = fmt::format("there is no column {}", text::quoted(wanted)),
             .expected = "one of " + text::some(columns, "or"),
             .help = did_you_mean(wanted, columns),
             .kind = "columns are missing"});
    }
    for (const auto& finding : grid.findings) { // the missing columns may be hidden
        if (finding.severity == Severity::warning) faults.push_back(finding);
    }
    throw InputError(std::move(faults));
}

Header given_header(const Grid& grid, const TableSource& source) {
    const auto& lines = grid.lines;
    const auto index_of = [&](std::size_t line) {
        const auto at = std::find_if(lines.begin(), lines.end(),
                                     [line](const Line& l) { return l.line == line; });
        if (at == lines.end()) {
            throw InputError(
                Finding{.severity = Severity::error,
                        .place = {source.file.written},
                        .found = fmt::format("header = {}, but there is no line {}", line, line),
                        .expected = "a line of the table",
                        .help = "correct header, or leave it out"});
        }
        return static_cast<std::size_t>(at - lines.begin());
    };
    const auto first = index_of(source.header.front());
    const auto last = index_of(source.header.back());
    auto header = header_at(lines, first, last);
    if (held(header.columns, source.wanted) < source.wanted.size())
        refuse_header(grid, source, last);
    return header;
}

/// "Number" under every column.
bool is_one_word(const Line& line) {
    std::set<std::string> words;
    for (const auto& cell : line.cells) {
        if (!cell.empty()) words.insert(fold_column(cell));
    }
    return words.size() == 1;
}

/// Whether a line between the header and the first ward is not part of the header: blank, a total,
/// units.
bool is_below_header(const std::vector<Line>& lines, std::size_t at, std::size_t key) {
    const auto& line = lines[at];
    const auto cell = [key](const Line& l) { return key < l.cells.size() ? l.cells[key] : ""; };
    const auto figures = std::count_if(line.cells.begin(), line.cells.end(), [](const auto& c) {
        const auto number = text::parse_number(c);
        return number && (*number < 1900 || *number > 2100); // years may be names
    });
    if (filled(line) < 2 || 2 * static_cast<std::size_t>(figures) >= filled(line)) return true;
    if (!cell(line).empty() || filled(lines[at - 1]) < 2) return false;
    const bool complete = filled(lines[at - 1]) > filled(line); // not years over groups of columns
    return (complete && !cell(lines[at - 1]).empty()) || is_one_word(line);
}

/// Whether a line has figures where a row has them, or names a larger area: it is then a row of
/// another area, not a header.
bool is_like_row(const Line& line, const Line& row) {
    std::size_t figures = 0;
    std::size_t same = 0;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
        if (!text::parse_number(row.cells[c])) continue;
        ++figures;
        const auto number =
            c < line.cells.size() ? text::parse_number(line.cells[c]) : std::nullopt;
        const bool year =
            number && *number >= 1900 && *number <= 2100 && *number == std::floor(*number);
        if (number && !year) ++same;
    }
    const bool larger = std::any_of(line.cells.begin(), line.cells.end(), [](const auto& cell) {
        const auto level = level_of(cell);
        return level && *level > AreaLevel::ward;
    });
    return larger || (figures > 0 && 2 * same > figures);
}

/// Whether a line has more cells than the one above it and the rows below: a row with a comma too
/// many, not a header.
bool is_too_long(const Line& above, const Line& line, const Line& row) {
    return filled(above) >= 2 && filled(above) == filled(row) && filled(line) > filled(row);
}

bool repeats(const Line& line) {
    std::set<std::string> seen;
    return std::any_of(line.cells.begin(), line.cells.end(), [&](const std::string& cell) {
        return !cell.empty() && !seen.insert(fold_column(cell)).second;
    });
}

} // namespace

std::string fold_column(std::string_view name) {
    auto figure = read_text_cell(name).figure;
    if (!text::is_utf8(figure)) return figure;
    figure = text::fold_case(text::nfc(figure));
    for (const std::string_view blank : {"\u00A0", "\u202F", "\u2007", "\u2009"}) {
        for (auto at = figure.find(blank); at != std::string::npos; at = figure.find(blank, at)) {
            figure.replace(at, blank.size(), " ");
        }
    }
    std::string result;
    for (const char c : figure) {
        const bool is_blank = c == ' ' || c == '\n' || c == '\r' || c == '\t';
        if (is_blank && (result.empty() || result.back() == ' ')) continue;
        result += is_blank ? ' ' : c;
    }
    return std::string(text::trimmed(result));
}

Header header_at(const std::vector<Line>& lines, std::size_t first, std::size_t last) {
    Header header{first, last, {}};
    const auto columns = width(lines, first, last);
    for (std::size_t c = 0; c < columns; ++c) {
        std::vector<std::string> parts;
        const bool named = c < lines[last].cells.size() && !lines[last].cells[c].empty();
        for (auto i = first; i <= last; ++i) {
            const bool own = c < lines[i].cells.size() && !lines[i].cells[c].empty();
            auto part = own                 ? lines[i].cells[c]
                        : i < last && named ? text_over(lines[i], c)
                                            : std::string();
            if (!part.empty()) parts.push_back(std::move(part));
        }
        header.columns.push_back(parts.empty() ? fmt::format("column {}", c + 1)
                                               : text::join(parts, " "));
    }
    return header;
}

std::optional<Header> try_find_header(const std::vector<Line>& lines,
                                      const std::vector<std::string>& wanted) {
    for (std::size_t depth = 1; depth <= deepest; ++depth) {
        const auto end = depth == 1 ? lines.size() : std::min(lines.size(), searched);
        for (std::size_t i = 0; i + depth <= end; ++i) {
            if (depth == 1 && filled(lines[i]) < std::min<std::size_t>(wanted.size(), 2)) continue;
            auto header = header_at(lines, i, i + depth - 1);
            if (held(header.columns, wanted) == wanted.size()) return header;
        }
    }
    return std::nullopt;
}

Header find_header(const Grid& grid, const TableSource& source) {
    const auto& lines = grid.lines;
    if (lines.empty()) {
        throw InputError(
            Finding{.severity = Severity::error,
                    .place = {source.file.written, 0, 0, grid.is_workbook ? grid.sheet : ""},
                    .found = "the table is empty",
                    .expected = "a header and rows"});
    }
    if (!source.header.empty()) return given_header(grid, source);
    if (!source.wanted.empty()) {
        if (auto header = try_find_header(lines, source.wanted)) return *std::move(header);
        refuse_header(grid, source, most_like_header(lines, source.wanted));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (filled(lines[i]) >= 2) return header_at(lines, i, i);
    }
    refuse_header(grid, source, 0);
}

std::optional<Header> guess_header(const Grid& grid,
                                   const std::function<bool(const std::string&)>& names_ward) {
    const auto& lines = grid.lines;
    const auto names = [&](const Line& line) {
        return filled(line) >= 2 && std::any_of(line.cells.begin(), line.cells.end(), names_ward);
    };
    const auto first = std::find_if(lines.begin(), lines.end(), names);
    if (first == lines.begin() || first == lines.end()) return std::nullopt;
    const auto& cells = first->cells;
    const auto key = static_cast<std::size_t>(std::find_if(cells.begin(), cells.end(), names_ward) -
                                              cells.begin());
    auto last = static_cast<std::size_t>(first - lines.begin());
    const auto top = last;
    do {
        --last;
    } while (last > 0 && (is_below_header(lines, last, key) || is_like_row(lines[last], *first) ||
                          is_too_long(lines[last - 1], lines[last], *first)));
    if (filled(lines[last]) < 2) last = top - 1;
    const auto names_key = [key](const Line& line) {
        return key < line.cells.size() && !line.cells[key].empty();
    };
    const bool deep =
        last > 0 && filled(lines[last - 1]) >= 2 &&
        (repeats(lines[last]) || (!names_key(lines[last]) && names_key(lines[last - 1])));
    return header_at(lines, deep ? last - 1 : last, last);
}

} // namespace wardmap::tables
