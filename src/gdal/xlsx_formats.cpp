// SPDX-License-Identifier: MIT
#include "gdal/xlsx_formats.h"

#include <chrono>
#include <cmath>
#include <map>
#include <string_view>

#include <cpl_minixml.h>
#include <fmt/format.h>

#include "base/limits.h"
#include "base/text.h"
#include "gdal/xml_stream.h"
#include "gdal/zip_part.h"

namespace wardmap::gdal {
namespace {

struct Book {
    std::string sheet_part; // "xl/worksheets/sheet1.xml"
    bool from_1904 = false;
    std::vector<int> formats; // of each cell style
    std::map<int, std::string> codes;
};

Book book_of(const std::string& path, const std::string& sheet) {
    Book book;
    const auto workbook = xml_of(zip_part(path, "xl/workbook.xml"));
    const auto links = xml_of(zip_part(path, "xl/_rels/workbook.xml.rels"));
    const auto styles = xml_of(zip_part(path, "xl/styles.xml"));
    if (!workbook) return book;
    const std::string base =
        CPLGetXMLValue(found_in(workbook, "=workbook.workbookPr"), "date1904", "0");
    book.from_1904 = base == "1" || base == "true";
    std::string link;
    each_child(found_in(workbook, "=workbook.sheets"), "sheet", [&](const CPLXMLNode* node) {
        if (sheet == CPLGetXMLValue(node, "name", "")) link = CPLGetXMLValue(node, "id", "");
    });
    each_child(found_in(links, "=Relationships"), "Relationship", [&](const CPLXMLNode* node) {
        const std::string target = CPLGetXMLValue(node, "Target", "");
        if (link.empty() || link != CPLGetXMLValue(node, "Id", "")) return;
        book.sheet_part = target.starts_with('/') ? target.substr(1) : "xl/" + target;
    });
    each_child(found_in(styles, "=styleSheet.cellXfs"), "xf", [&](const CPLXMLNode* node) {
        book.formats.push_back(std::atoi(CPLGetXMLValue(node, "numFmtId", "0")));
    });
    each_child(found_in(styles, "=styleSheet.numFmts"), "numFmt", [&](const CPLXMLNode* node) {
        book.codes[std::atoi(CPLGetXMLValue(node, "numFmtId", "0"))] =
            CPLGetXMLValue(node, "formatCode", "");
    });
    return book;
}

/// "AB12" as a place.
std::optional<ShownCell> place_of(std::string_view reference) {
    constexpr std::size_t most = 1u << 20; // rows; columns are fewer
    ShownCell cell;
    for (const char c : reference) {
        if (cell.row > most || cell.column > most) return std::nullopt;
        if (c >= 'A' && c <= 'Z') {
            cell.column = cell.column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        } else if (c >= '0' && c <= '9') {
            cell.row = cell.row * 10 + static_cast<std::size_t>(c - '0');
        } else {
            return std::nullopt;
        }
    }
    if (cell.row == 0 || cell.column == 0) return std::nullopt;
    return cell;
}

/// A cell as its XML has it.
struct StoredCell {
    std::string reference; // "AB12"
    std::string kind;      // "s" for text; "" or "n" for a number
    std::string style;
    std::string value;
    bool has_value = false;
    bool has_formula = false;
};

std::optional<std::string> text_of(const Book& book, const StoredCell& cell) {
    if (!cell.has_value) {
        return cell.has_formula ? std::optional<std::string>("#NOT CALCULATED") : std::nullopt;
    }
    const auto style = text::parse_number(cell.style);
    if ((!cell.kind.empty() && cell.kind != "n") || !style) return {};
    const auto value = text::parse_number(cell.value);
    const auto styles = static_cast<double>(book.formats.size());
    if (!value || !(*style >= 0 && *style < styles)) return std::nullopt;
    const int id = book.formats[static_cast<std::size_t>(*style)];
    const auto code = book.codes.find(id);
    return shown_as(*value, id, code == book.codes.end() ? "" : code->second, book.from_1904);
}

std::string iso_date(double days, bool from_1904) {
    using namespace std::chrono;
    const sys_days start =
        from_1904 ? sys_days(year(1904) / 1 / 1) : sys_days(year(1899) / 12 / 30);
    const year_month_day day{start + std::chrono::days(static_cast<int>(days))};
    return fmt::format("{}-{:02}-{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

/// The signs of a format without its literal words, colours and escapes.
std::string bare_signs(const std::string& format) {
    std::string signs;
    bool quoted = false;
    bool bracketed = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (c == '"') quoted = !quoted;
        if (c == '[') bracketed = true;
        if (!quoted && !bracketed && c != '"') {
            if (c == '\\' || c == '_' || c == '*') {
                ++i; // the next character is literal
            } else {
                signs += static_cast<char>(c | 0x20);
            }
        }
        if (c == ']') bracketed = false;
    }
    return signs;
}

} // namespace

std::optional<std::string> shown_as(double value, int format_id, const std::string& format,
                                    bool from_1904) {
    const auto signs = bare_signs(format);
    const bool percent = format_id == 9 || format_id == 10 || format.find('%') != std::string::npos;
    if (percent) {
        return text::shortest(std::round(value * 1e11) / 1e9) + "%"; // what 0.07 * 100 should be
    }
    const bool known = (format_id >= 14 && format_id <= 17) || format_id == 22;
    const bool date = known || (signs.find_first_of("dmy") != std::string::npos &&
                                signs.find_first_of("0#?") == std::string::npos &&
                                signs.find("general") == std::string::npos);
    constexpr double last_day = 2958465; // 31 December 9999
    if (!date || value < 1 || value > last_day) return std::nullopt;
    return iso_date(value, from_1904);
}

std::string sheet_part(const std::string& path, const std::string& sheet) {
    return book_of(path, sheet).sheet_part;
}

std::vector<ShownCell> shown_cells(const std::string& path, const std::string& sheet) {
    const auto book = book_of(path, sheet);
    std::vector<ShownCell> cells;
    if (book.sheet_part.empty()) return cells;
    StoredCell stored;
    bool in_value = false;
    XmlEvents events;
    events.start = [&](std::string_view name, const XmlAttributes& a) {
        if (name == "c") {
            stored = {};
            stored.reference = a.value("r");
            stored.kind = a.value("t");
            stored.style = a.value("s");
        }
        in_value = name == "v";
        stored.has_value = stored.has_value || in_value;
        stored.has_formula = stored.has_formula || name == "f";
    };
    events.text = [&](std::string_view text) {
        if (in_value) stored.value += text;
    };
    events.end = [&](std::string_view name) {
        in_value = false;
        if (name != "c") return;
        auto cell = place_of(stored.reference);
        const auto text = cell ? text_of(book, stored) : std::nullopt;
        if (!text) return;
        cell->text = *text;
        cells.push_back(*std::move(cell));
    };
    const auto why = stream_xml(path, book.sheet_part, limits::workbook_part_bytes, events);
    return why.empty() ? cells : std::vector<ShownCell>(); // reported by check_xlsx
}

} // namespace wardmap::gdal
