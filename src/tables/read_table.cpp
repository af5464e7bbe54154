// SPDX-License-Identifier: MIT
#include "tables/read_table.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/suggest.h"
#include "base/text.h"
#include "tables/decode.h"
#include "tables/split_csv.h"

namespace wardmap::tables {
namespace {

constexpr std::uintmax_t most_bytes = 512u << 20;

[[noreturn]] void refuse(const std::string& shown_as, std::string found, std::string expected,
                         std::string help = "", std::size_t line = 0) {
    throw InputError(Finding{Severity::error,
                             {shown_as, line},
                             std::move(found),
                             std::move(expected),
                             std::move(help),
                             ""});
}

std::string bytes_of(const TableSource& source) {
    namespace fs = std::filesystem;
    if (!fs::exists(source.path)) {
        std::vector<std::string> beside;
        std::error_code error;
        for (const auto& entry :
             fs::directory_iterator(fs::path(source.path).parent_path(), error)) {
            beside.push_back(entry.path().filename().string());
        }
        std::sort(beside.begin(), beside.end());
        refuse(source.shown_as, "there is no such file", "a table as CSV text",
               did_you_mean(fs::path(source.path).filename().string(), beside));
    }
    if (fs::is_directory(source.path)) {
        refuse(source.shown_as, "this is a folder", "a table as CSV text", "name the file in it");
    }
    if (!fs::is_regular_file(source.path)) {
        refuse(source.shown_as, "this is not a regular file", "a table as CSV text",
               "save it as a file first");
    }
    if (fs::file_size(source.path) > most_bytes) {
        refuse(source.shown_as, "the file is larger than 512 MiB", "a table of wards",
               "sum the records by ward first");
    }
    std::ifstream in(source.path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in.is_open() || in.bad())
        refuse(source.shown_as, "the file cannot be read", "a readable file");
    return bytes;
}

std::string folded(std::string_view name) {
    std::string result;
    for (const char c : text::fold_case(name)) {
        if (c == ' ' && (result.empty() || result.back() == ' ')) continue;
        result += c;
    }
    while (!result.empty() && result.back() == ' ') {
        result.pop_back();
    }
    return result;
}

bool is_blank(const CsvLine& line) {
    return std::all_of(line.cells.begin(), line.cells.end(),
                       [](const std::string& cell) { return cell.empty(); });
}

std::size_t filled(const CsvLine& line) {
    return static_cast<std::size_t>(std::count_if(line.cells.begin(), line.cells.end(),
                                                  [](const std::string& c) { return !c.empty(); }));
}

std::string whole_text(const CsvLine& line) {
    std::vector<std::string> parts;
    for (const auto& cell : line.cells) {
        if (!cell.empty()) parts.push_back(cell);
    }
    return text::join(parts, " ");
}

bool holds(const CsvLine& line, const std::string& wanted) {
    return std::any_of(line.cells.begin(), line.cells.end(),
                       [&](const std::string& cell) { return folded(cell) == folded(wanted); });
}

/// The first line that holds all wanted columns; without any wanted, the first with two filled
/// cells.
std::size_t find_header(const std::vector<CsvLine>& lines, const TableSource& source) {
    std::size_t best = 0;
    std::size_t most_found = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (source.wanted.empty() && filled(lines[i]) >= 2) return i;
        const auto found = static_cast<std::size_t>(
            std::count_if(source.wanted.begin(), source.wanted.end(),
                          [&](const std::string& w) { return holds(lines[i], w); }));
        if (!source.wanted.empty() && found == source.wanted.size()) return i;
        if (found > most_found) {
            most_found = found;
            best = i;
        }
    }
    if (most_found == 0) { // name the columns of what looks most like a header
        for (std::size_t i = 1; i < std::min<std::size_t>(lines.size(), 25); ++i) {
            if (filled(lines[i]) > filled(lines[best])) best = i;
        }
    }
    std::vector<std::string> columns;
    for (const auto& cell : lines[best].cells) {
        if (!cell.empty()) columns.push_back(cell);
    }
    Findings faults;
    for (const auto& wanted : source.wanted) {
        if (holds(lines[best], wanted)) continue;
        faults.push_back({Severity::error,
                          {source.shown_as, lines[best].line},
                          fmt::format("there is no column {}", text::quoted(wanted)),
                          "one of " + text::list(columns, "or"),
                          did_you_mean(wanted, columns),
                          ""});
    }
    throw InputError(std::move(faults));
}

/// A line below the header that is a remark and no row: one filled cell at its start that is long
/// or marked.
bool is_footnote(const CsvLine& line) {
    if (filled(line) != 1) return false;
    const auto text = whole_text(line);
    constexpr std::size_t long_text = 40;
    return text.starts_with('*') || text.size() > long_text || text.ends_with('.') ||
           text::fold_case(text).starts_with("source") || text::fold_case(text).starts_with("note");
}

void take_columns(const CsvLine& header, const TableSource& source, Table& table) {
    std::set<std::string> seen;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        std::string name = header.cells[i];
        const bool wanted = std::any_of(source.wanted.begin(), source.wanted.end(),
                                        [&](const auto& w) { return folded(w) == folded(name); });
        if (!seen.insert(folded(name)).second) {
            if (wanted) {
                refuse(source.shown_as,
                       fmt::format("two columns are called {}", text::quoted(name)),
                       "a name of its own for each column", "rename one of them", header.line);
            }
            name += fmt::format(" ({})", i + 1);
        }
        table.columns.push_back(std::move(name));
    }
}

void take_row(const CsvLine& line, const TableSource& source, Table& table, Findings& faults) {
    auto cells = line.cells;
    const bool too_long =
        cells.size() > table.columns.size() &&
        std::any_of(cells.begin() + static_cast<std::ptrdiff_t>(table.columns.size()), cells.end(),
                    [](const std::string& c) { return !c.empty(); });
    if (too_long) {
        faults.push_back(
            {Severity::error,
             {source.shown_as, line.line},
             fmt::format("the row has {} cells, the header {}", cells.size(), table.columns.size()),
             "as many cells as columns",
             "put quotation marks around a cell that holds the delimiter, such as "
             "\"1,234\"",
             ""});
        return;
    }
    cells.resize(table.columns.size());
    table.rows.push_back({line.line, std::move(cells)});
}

} // namespace

std::optional<std::size_t> Table::column(std::string_view name) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i] == name) return i;
    }
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (folded(columns[i]) == folded(name)) return i;
    }
    return std::nullopt;
}

Table read_table(const TableSource& source) {
    const auto bytes = bytes_of(source);
    Table table;
    table.file = source.shown_as;
    if (text::trimmed(bytes).empty()) {
        refuse(source.shown_as, "the file is empty", "a header and rows", "export the table again");
    }
    const auto decoded = decode(bytes, source.encoding, source.shown_as, table.findings);
    table.encoding = decoded.encoding;
    table.delimiter =
        source.delimiter.empty() ? guess_delimiter(decoded.text) : source.delimiter.front();
    const auto lines = split_csv(decoded.text, table.delimiter, source.shown_as);
    const auto header = find_header(lines, source);
    table.header_line = lines[header].line;
    take_columns(lines[header], source, table);
    Findings faults;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == header) continue;
        if (is_blank(lines[i])) {
            table.asides.push_back({Aside::Kind::blank, lines[i].line, ""});
        } else if (i < header) {
            table.asides.push_back({Aside::Kind::title, lines[i].line, whole_text(lines[i])});
        } else if (is_footnote(lines[i])) {
            table.asides.push_back({Aside::Kind::footnote, lines[i].line, whole_text(lines[i])});
        } else {
            take_row(lines[i], source, table, faults);
        }
    }
    stop_on_errors(faults);
    if (table.rows.empty()) {
        refuse(source.shown_as, "the table has a header and no rows", "a row for each ward", "",
               table.header_line);
    }
    return table;
}

} // namespace wardmap::tables
