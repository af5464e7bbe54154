// SPDX-License-Identifier: MIT
#include "gdal/workbook_limits.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/text.h"
#include "gdal/archive_limits.h"
#include "gdal/xlsx_formats.h"
#include "gdal/xml_stream.h"

namespace wardmap::gdal {
namespace {

constexpr std::uint64_t last_row = 1'048'576; // of any spreadsheet

[[noreturn]] void refuse(Place place, std::string found, std::string help) {
    throw InputError(Finding{.severity = Severity::error,
                             .place = std::move(place),
                             .found = std::move(found),
                             .expected = "a table with a row for each area",
                             .help = std::move(help)});
}

/// How far a sheet reaches, counted as its cells come.
class Extent {
public:
    explicit Extent(Place place) : m_place(std::move(place)) {}

    void set_sheet(std::string_view name) {
        m_place.sheet = name;
        m_row = m_width = 0;
    }
    [[nodiscard]] std::uint64_t row() const { return m_row; }

    void add_rows(std::uint64_t rows) { set_row(std::min(rows, 2 * last_row) + m_row); }
    void set_row(std::uint64_t row) {
        m_row = std::max(m_row, row);
        if (m_row > last_row) {
            refuse(at(0), fmt::format("the sheet declares {} rows or more", m_row),
                   "save it again in a spreadsheet program");
        }
        check();
    }
    void set_column(std::uint64_t column) {
        if (column > limits::columns) {
            refuse(at(0), fmt::format("a row declares {} cells or more", column),
                   "save it again in a spreadsheet program");
        }
        m_width = std::max(m_width, column);
        check();
    }
    void add_text(std::size_t characters, std::uint64_t column) const {
        if (characters <= limits::cell_characters) return;
        refuse(at(column),
               fmt::format("a cell of more than {} characters",
                           text::number(limits::cell_characters, 0)),
               "a cell of a spreadsheet holds no more: check its content");
    }

private:
    [[nodiscard]] Place at(std::uint64_t column) const {
        auto place = m_place;
        place.line = static_cast<std::size_t>(m_row);
        place.column = static_cast<std::size_t>(std::max<std::uint64_t>(column, 1));
        return place;
    }
    void check() const {
        if (m_row * m_width <= limits::cells) return;
        refuse(at(m_width),
               fmt::format("the sheet covers more than {} cells: {} rows of {}",
                           text::number(limits::cells, 0),
                           text::number(static_cast<double>(m_row), 0),
                           text::number(static_cast<double>(m_width), 0)),
               "delete the formatted rows and columns beyond the table, or save it as CSV");
    }

    Place m_place;
    std::uint64_t m_row = 0;
    std::uint64_t m_width = 0;
};

std::uint64_t column_of(std::string_view reference) {
    std::uint64_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z' || column > limits::columns) break;
        column = column * 26 + static_cast<std::uint64_t>(c - 'A') + 1;
    }
    return column;
}

void stop_on(const std::string& why, const std::string& shown_as, const std::string& part) {
    if (why.empty()) return;
    refuse({shown_as}, fmt::format("the workbook cannot be read: {} ({})", why, part),
           "open it in its own program and save it again, or save it as CSV");
}

void check_xlsx_sheet(const std::string& path, const std::string& shown_as,
                      const std::string& part) {
    Extent extent({shown_as, 0, 0, part});
    std::uint64_t column = 0;
    std::size_t characters = 0;
    XmlEvents events;
    events.start = [&](std::string_view name, const XmlAttributes& attributes) {
        if (name == "row") {
            column = 0;
            extent.set_row(attributes.number("r", extent.row() + 1));
        } else if (name == "c") {
            const auto named = column_of(attributes.value("r"));
            column = named > 0 ? named : column + 1;
            characters = 0;
            extent.set_column(column);
        }
    };
    events.text = [&](std::string_view text) {
        characters += text::length(text);
        if (column > 0) extent.add_text(characters, column);
    };
    events.end = [&](std::string_view name) {
        if (name == "c" || name == "row") characters = 0;
        if (name == "row") column = 0;
    };
    stop_on(stream_xml(path, part, limits::workbook_part_bytes, events), shown_as, part);
}

/// The texts that the cells of an .xlsx share.
void check_shared_texts(const std::string& path, const std::string& shown_as) {
    const std::string part = "xl/sharedStrings.xml";
    std::size_t number = 0;
    std::size_t characters = 0;
    XmlEvents events;
    events.start = [&](std::string_view name, const XmlAttributes&) {
        if (name != "si") return;
        characters = 0;
        if (++number <= limits::rows) return;
        refuse({shown_as}, fmt::format("the workbook has more than {} texts", limits::rows),
               "sum the records by area first");
    };
    events.text = [&](std::string_view text) {
        characters += text::length(text);
        if (characters <= limits::cell_characters) return;
        refuse({shown_as},
               fmt::format("a cell of more than {} characters (text {} of {})",
                           text::number(limits::cell_characters, 0), number, part),
               "a cell of a spreadsheet holds no more: check its content");
    };
    stop_on(stream_xml(path, part, limits::workbook_part_bytes, events), shown_as, part);
}

/// Rows and cells of all tables of an .ods, repeats counted.
class OdsCells {
public:
    explicit OdsCells(const std::string& shown_as) : m_extent({shown_as}) {}

    void start(std::string_view name, const XmlAttributes& attributes) {
        if (name == "table") {
            m_extent.set_sheet(attributes.value("name"));
            m_blank_rows = 0;
        } else if (name == "table-row") {
            m_row_times = repeats(attributes, "number-rows-repeated", last_row);
            m_column = m_filled_to = 0;
        } else if (name == "table-cell" || name == "covered-table-cell") {
            m_cell_times = repeats(attributes, "number-columns-repeated", limits::columns);
            m_is_filled = name != "table-cell" || attributes.has("value-type") ||
                          attributes.has("value") || attributes.has("formula");
            m_characters = 0;
        }
    }

    void end(std::string_view name) {
        if (name == "table-cell" || name == "covered-table-cell") {
            m_column += m_cell_times;
            if (m_is_filled) m_filled_to = m_column;
            m_extent.set_column(m_filled_to);
            m_cell_times = 0;
        } else if (name == "table-row" && m_filled_to > 0) {
            m_extent.add_rows(m_blank_rows + m_row_times);
            m_blank_rows = 0;
        } else if (name == "table-row") {
            m_blank_rows += m_row_times; // those below the last row do not count
        }
    }

    void text(std::string_view text) {
        if (m_cell_times == 0 || text::trimmed(text).empty()) return;
        m_is_filled = true;
        m_characters += text::length(text);
        m_extent.add_text(m_characters, m_column + 1);
    }

private:
    std::uint64_t repeats(const XmlAttributes& attributes, std::string_view name,
                          std::uint64_t most) {
        const auto times = std::max<std::uint64_t>(attributes.number(name, 1), 1);
        if (times <= most) return times;
        if (most == last_row) {
            m_extent.set_row(times); // refuses
        } else {
            m_extent.set_column(times);
        }
        return most;
    }

    Extent m_extent;
    std::uint64_t m_row_times = 1;
    std::uint64_t m_blank_rows = 0;
    std::uint64_t m_cell_times = 0; // 0 outside of cells
    std::uint64_t m_column = 0;
    std::uint64_t m_filled_to = 0;
    std::size_t m_characters = 0;
    bool m_is_filled = false;
};

void check_settings(const std::vector<ArchiveMember>& members, const std::string& shown_as,
                    const std::vector<std::string_view>& parts) {
    for (const auto& member : members) {
        const bool read = std::find(parts.begin(), parts.end(), member.name) != parts.end();
        if (!read || member.unpacked <= limits::workbook_settings_bytes) continue;
        stop_on(fmt::format("it unpacks to more than {} MiB",
                            limits::workbook_settings_bytes / limits::mebibyte),
                shown_as, member.name);
    }
}

/// GDAL reads these too: their XML must be sound.
void check_xml(const std::string& path, const std::string& shown_as,
               const std::vector<std::string_view>& parts) {
    for (const auto part : parts) {
        const std::string name(part);
        stop_on(stream_xml(path, name, limits::workbook_settings_bytes, {}), shown_as, name);
    }
}

constexpr const char* a_workbook = "a workbook with a row for each area";

} // namespace

void check_xlsx(const std::string& path, const std::string& shown_as, const std::string& sheet) {
    check_archive(path, shown_as, a_workbook, limits::workbook_bytes);
    const auto members = archive_members(path);
    const std::vector<std::string_view> settings = {"xl/workbook.xml", "xl/styles.xml",
                                                    "xl/_rels/workbook.xml.rels"};
    check_settings(members, shown_as, settings);
    check_xml(path, shown_as, settings);
    check_shared_texts(path, shown_as);
    const auto wanted = sheet.empty() ? std::string() : sheet_part(path, sheet);
    for (const auto& member : members) {
        const bool is_sheet = wanted.empty() ? member.name.starts_with("xl/worksheets/") &&
                                                   member.name.ends_with(".xml")
                                             : member.name == wanted;
        if (is_sheet) check_xlsx_sheet(path, shown_as, member.name);
    }
}

void check_ods(const std::string& path, const std::string& shown_as) {
    check_archive(path, shown_as, a_workbook, limits::workbook_bytes);
    const std::vector<std::string_view> settings = {"styles.xml", "settings.xml", "meta.xml"};
    check_settings(archive_members(path), shown_as, settings);
    check_xml(path, shown_as, settings);
    OdsCells cells(shown_as);
    XmlEvents events;
    events.start = [&](std::string_view name, const XmlAttributes& a) { cells.start(name, a); };
    events.end = [&](std::string_view name) { cells.end(name); };
    events.text = [&](std::string_view text) { cells.text(text); };
    stop_on(stream_xml(path, "content.xml", limits::workbook_part_bytes, events), shown_as,
            "content.xml");
}

} // namespace wardmap::gdal
