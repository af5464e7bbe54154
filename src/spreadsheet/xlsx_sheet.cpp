// SPDX-License-Identifier: MIT
#include "spreadsheet/xlsx_sheet.h"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "base/text.h"
#include "spreadsheet/iso_date.h"
#include "spreadsheet/xlsx_text.h"
#include "spreadsheet/xml_part.h"

namespace wardmap::spreadsheet {
namespace {

/// The range of an <autoFilter>, if one of its columns is filtered.
class FilterReader {
public:
    void start(std::string_view name, const XmlAttributes& attributes) {
        if (name == "autoFilter") m_range = range_of(attributes.get("ref"));
        if (name == "filterColumn" && m_range) {
            ranges.push_back(*m_range);
            m_range.reset();
        }
    }

    std::vector<CellRange> ranges;

private:
    std::optional<CellRange> m_range;
};

class TableReader : public XmlHandler {
public:
    void start(const XmlName& name, const XmlAttributes& attributes) override {
        filter.start(name.local, attributes);
    }
    void end(const XmlName&) override {}
    void text(std::string_view) override {}

    FilterReader filter;
};

class SheetReader : public XmlHandler {
public:
    SheetReader(Reading& reading, const XlsxShared& shared, Sheet& sheet)
        : m_reading(reading), m_shared(shared), m_sheet(sheet),
          m_hidden_columns(last_column + 1, false) {}

    void start(const XmlName& name, const XmlAttributes& attributes) override {
        if (m_skipped > 0 || name.local == "extLst" || !is_main(name.space)) {
            ++m_skipped; // extensions of later versions, which reuse names
        } else if (m_in_cell) {
            start_in_cell(name.local, attributes);
        } else if (name.local == "c") {
            start_cell(attributes);
        } else if (name.local == "row") {
            start_row(attributes);
        } else if (name.local == "col") {
            take_columns(attributes);
        } else if (name.local == "mergeCell") {
            m_reading.check_extras(m_sheet.merged.size(), "merged ranges");
            if (const auto range = range_of(attributes.get("ref")))
                m_sheet.merged.push_back(*range);
        } else {
            filter.start(name.local, attributes);
        }
    }

    void end(const XmlName& name) override {
        if (m_skipped > 0) {
            --m_skipped;
            return;
        }
        if (!m_in_cell) return;
        if (name.local == "c") {
            end_cell();
        } else {
            m_rich.end(name.local);
            m_in_value = false;
        }
    }

    void text(std::string_view piece) override {
        if (m_skipped > 0 || !m_in_cell) return;
        if (m_in_value) m_value += piece;
        m_rich.text(piece);
        if (std::max(m_value.size(), m_rich.size()) > m_reading.limits().text_bytes) {
            refuse_size(m_reading.place_of(m_sheet, m_cell.row, m_cell.column),
                        "a cell with more than a million letters");
        }
    }

    /// Marks rows hidden by a filter rather than by hand.
    void mark_filtered(const std::vector<CellRange>& ranges) {
        constexpr std::size_t most_filters = 1'000;
        if (ranges.size() > most_filters) {
            refuse_size(m_reading.place_of(m_sheet, 0, 0), "more than 1,000 filters");
        }
        std::vector<bool> filtered(last_row + 1, false);
        for (const auto& range : ranges) { // its first row holds the headings
            const auto end = std::min(range.last_row, last_row) + 1;
            if (range.first_row + 1 >= end) continue;
            std::fill(filtered.begin() + range.first_row + 1, filtered.begin() + end, true);
        }
        for (auto& cell : m_sheet.cells) {
            if (!is_hidden_by(cell.hidden, HiddenBy::row) || !filtered[cell.row]) continue;
            const bool column = is_hidden_by(cell.hidden, HiddenBy::column);
            cell.hidden = HiddenBy::filter | (column ? HiddenBy::column : HiddenBy::nothing);
        }
    }

    FilterReader filter;

private:
    /// Nearly all elements have the same namespace as the previous one.
    [[nodiscard]] bool is_main(std::string_view space) {
        if (space == m_main) return true;
        if (!is_main_space(space)) return false;
        m_main = space;
        return true;
    }

    void start_row(const XmlAttributes& attributes) {
        m_row = attributes.number("r", m_row + 1);
        m_column = 0;
        const auto height = text::parse_number(attributes.get("ht"));
        m_row_hidden = attributes.is_true("hidden") || (height && *height == 0);
    }

    void take_columns(const XmlAttributes& attributes) {
        if (++m_column_entries > last_column) {
            refuse_size(m_reading.place_of(m_sheet, 0, 0), "more columns than a sheet can have");
        }
        const auto width = text::parse_number(attributes.get("width"));
        if (!attributes.is_true("hidden") && !(width && *width == 0)) return;
        const auto first = attributes.number("min", 0);
        const auto last = std::min<std::uint64_t>(attributes.number("max", first), last_column);
        for (auto i = std::max<std::uint64_t>(first, 1); i <= last; ++i) {
            m_hidden_columns[i] = true;
        }
    }

    void start_cell(const XmlAttributes& attributes) {
        m_in_cell = true;
        m_value.clear();
        m_rich.clear();
        m_has_value = m_has_formula = false;
        m_kind = attributes.get("t");
        m_cell = {};
        const auto style = attributes.number("s", 0);
        m_cell.format = style < m_shared.styles.size() ? m_shared.styles[style] : m_shared.general;
        place(attributes.get("r"));
    }

    /// At its reference, or else to the right of the previous cell.
    void place(std::string_view reference) {
        if (!reference.empty()) {
            const auto at = range_of(reference);
            if (!at) {
                refuse_damage(m_reading.place_of(m_sheet, m_row, 0),
                              fmt::format("a cell is named {}", text::quoted(reference)));
            }
            m_row = at->first_row;
            m_column = at->first_column;
        } else {
            ++m_column;
        }
        m_cell.row = static_cast<std::uint32_t>(std::min<std::uint64_t>(m_row, last_row + 1));
        m_cell.column = static_cast<std::uint32_t>(m_column);
        const bool column = m_column <= last_column && m_hidden_columns[m_column];
        m_cell.hidden = (m_row_hidden ? HiddenBy::row : HiddenBy::nothing) |
                        (column ? HiddenBy::column : HiddenBy::nothing);
    }

    void start_in_cell(std::string_view name, const XmlAttributes& attributes) {
        if (name == "v") m_in_value = m_has_value = true;
        if (name == "f") m_has_formula = true;
        m_rich.start(name, attributes);
    }

    void end_cell() {
        m_in_cell = false;
        if (m_kind == "inlineStr") {
            put_text(m_reading.text(m_rich.runs()));
        } else if (m_has_value && !m_value.empty()) {
            put_value();
        } else if (m_has_formula && m_kind != "str") {
            put_error("#NOT CALCULATED");
        }
    }

    void put_value() {
        if (m_kind == "s") return put_shared();
        if (m_kind == "str") return put_text(m_reading.text(unescaped(m_value)));
        if (m_kind == "e") return put_error(m_value);
        if (m_kind == "b")
            return put_number(CellType::boolean, m_value == "1" || m_value == "true");
        if (m_kind == "d") return put_date();
        const auto number = text::parse_number(text::trimmed(m_value));
        if (!number) return put_text(m_reading.text(std::string_view(m_value)));
        const bool date = m_reading.workbook().formats[m_cell.format].is_date();
        put_number(date ? CellType::date : CellType::number, *number);
    }

    void put_shared() {
        const auto index = text::parse_number(text::trimmed(m_value));
        if (!index || *index < 0 || *index >= static_cast<double>(m_shared.texts.size())) {
            refuse_damage(m_reading.place_of(m_sheet, m_row, m_column),
                          fmt::format("the cell refers to text {} of {}", text::quoted(m_value),
                                      m_shared.texts.size()));
        }
        put_text(m_shared.texts[static_cast<std::size_t>(*index)]);
    }

    void put_date() {
        const auto days = days_of(m_value);
        if (!days) return put_text(m_reading.text(std::string_view(m_value)));
        if (!m_reading.workbook().formats[m_cell.format].is_date()) {
            m_cell.format = m_shared.iso_format;
        }
        constexpr double between_epochs = 1462; // days from 1900 to 1904
        put_number(CellType::date, *days - (m_reading.workbook().from_1904 ? between_epochs : 0));
    }

    void put_text(Texts::Id id) {
        if (id == 0) return;
        m_cell.type = CellType::text;
        m_cell.text = id;
        m_reading.add(m_sheet, m_cell);
    }

    void put_error(std::string_view code) {
        m_cell.type = CellType::error;
        m_cell.text = m_reading.text(code);
        m_reading.add(m_sheet, m_cell);
    }

    void put_number(CellType type, double number) {
        m_cell.type = type;
        m_cell.number = number;
        m_reading.add(m_sheet, m_cell);
    }

    Reading& m_reading;
    const XlsxShared& m_shared;
    Sheet& m_sheet;
    std::string m_main;                 // the namespace of the sheet's own elements
    std::vector<bool> m_hidden_columns; // by column
    std::uint64_t m_row = 0;
    std::uint64_t m_column = 0;
    bool m_row_hidden = false;
    std::size_t m_column_entries = 0;
    std::size_t m_skipped = 0;
    bool m_in_cell = false;
    bool m_in_value = false;
    bool m_has_value = false;
    bool m_has_formula = false;
    std::string m_kind;
    std::string m_value;
    XlsxText m_rich;
    Cell m_cell;
};

} // namespace

void read_xlsx_sheet(Reading& reading, std::string_view part, const XlsxShared& shared,
                     std::vector<CellRange> filters, Sheet& sheet) {
    SheetReader reader(reading, shared, sheet);
    read_xml(reading.archive(), part, reader);
    filters.insert(filters.end(), reader.filter.ranges.begin(), reader.filter.ranges.end());
    if (!filters.empty()) reader.mark_filtered(filters);
    finish(sheet);
}

std::vector<CellRange> read_table_filter(Reading& reading, std::string_view part) {
    TableReader reader;
    read_xml(reading.archive(), part, reader);
    return reader.filter.ranges;
}

} // namespace wardmap::spreadsheet
