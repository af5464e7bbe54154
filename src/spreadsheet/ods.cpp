// SPDX-License-Identifier: MIT
#include "spreadsheet/ods.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"
#include "spreadsheet/ods_cell.h"
#include "spreadsheet/ods_styles.h"
#include "spreadsheet/xml_part.h"

namespace wardmap::spreadsheet {
namespace {

class StyleReader : public XmlHandler {
public:
    StyleReader(Reading& reading, OdsStyles& styles) : m_reading(reading), m_styles(styles) {}

    void start(const XmlName& name, const XmlAttributes& attributes) override {
        m_styles.start(m_reading, name, attributes);
    }
    void end(const XmlName& name) override { m_styles.end(name); }
    void text(std::string_view piece) override { m_styles.text(piece); }

private:
    Reading& m_reading;
    OdsStyles& m_styles;
};

/// Consecutive columns with the same style.
struct Columns {
    std::uint64_t last = 0; // from 1
    bool hidden = false;
    std::string cell_style;
};

class ContentReader : public XmlHandler {
public:
    ContentReader(Reading& reading, OdsStyles& styles, const std::string& wanted)
        : m_reading(reading), m_styles(styles), m_wanted(wanted), m_cell(styles, reading.limits()) {
    }

    void start(const XmlName& name, const XmlAttributes& attributes) override {
        if (m_skipped > 0) {
            ++m_skipped;
        } else if (m_in_cell) {
            m_cell.start(name, attributes);
        } else if (!m_in_body) {
            if (name.local == "body") m_in_body = true;
            m_styles.start(m_reading, name, attributes);
        } else if (name.local == "tracked-changes" || name.local == "shapes" ||
                   name.local == "forms" || (name.local == "table" && m_in_table)) {
            m_skipped = 1;
        } else {
            start_in_table(name, attributes);
        }
    }

    void end(const XmlName& name) override {
        if (m_skipped > 0) {
            --m_skipped;
        } else if (m_in_cell && is_cell(name)) {
            end_cell();
        } else if (m_in_cell) {
            m_cell.end(name);
        } else if (!m_in_body) {
            m_styles.end(name);
        } else if (name.local == "table-row") {
            end_row();
        } else if (name.local == "table" && m_in_table) {
            end_table();
        }
    }

    void text(std::string_view piece) override {
        if (m_skipped > 0) return;
        if (m_in_cell) {
            if (!m_cell.text(piece)) {
                refuse_size(m_reading.place_of(m_sheet, m_row, m_column),
                            "a cell with more than a million letters");
            }
        } else if (!m_in_body) {
            m_styles.text(piece);
        }
    }

private:
    static bool is_cell(const XmlName& name) {
        return name.local == "table-cell" || name.local == "covered-table-cell";
    }

    void start_in_table(const XmlName& name, const XmlAttributes& attributes) {
        if (name.local == "table") {
            start_table(attributes);
        } else if (!m_in_table) {
            return;
        } else if (name.local == "table-source") {
            m_is_copy = true;
        } else if (!m_is_wanted) {
            return;
        } else if (name.local == "table-column") {
            add_columns(attributes);
        } else if (name.local == "table-row") {
            start_row(attributes);
        } else if (is_cell(name)) {
            m_cell.open(name, attributes);
            m_in_cell = true;
        }
    }

    void start_table(const XmlAttributes& attributes) {
        m_sheet = {};
        m_sheet.name = attributes.find("name", ":table:").value_or("");
        if (!m_styles.is_shown(attributes.get("style-name"))) m_sheet.state = SheetState::hidden;
        m_is_wanted = m_wanted.empty() || m_wanted == m_sheet.name;
        m_in_table = true;
        m_is_copy = false;
        m_columns.clear();
        m_row = 1;
    }

    /// A sheet with a source is a cached copy of a linked file.
    void end_table() {
        m_in_table = false;
        if (m_is_copy) return;
        finish(m_sheet);
        m_reading.add_sheet(std::move(m_sheet));
    }

    void add_columns(const XmlAttributes& attributes) {
        if (m_columns.size() > last_column) {
            refuse_size(m_reading.place_of(m_sheet, 0, 0), "more columns than a sheet can have");
        }
        const auto repeats =
            std::min<std::uint64_t>(attributes.number("number-columns-repeated", 1), last_column);
        const auto visible = attributes.get("visibility");
        m_columns.push_back({(m_columns.empty() ? 0 : m_columns.back().last) + repeats,
                             visible == "collapse" || visible == "filter",
                             std::string(attributes.get("default-cell-style-name"))});
    }

    [[nodiscard]] const Columns* columns_at(std::uint64_t column) const {
        const auto at = std::lower_bound(
            m_columns.begin(), m_columns.end(), column,
            [](const Columns& c, std::uint64_t wanted) { return c.last < wanted; });
        return at == m_columns.end() ? nullptr : &*at;
    }

    void start_row(const XmlAttributes& attributes) {
        m_row_cells.clear();
        m_row_merged.clear();
        m_column = 1;
        m_row_repeats =
            std::clamp<std::uint64_t>(attributes.number("number-rows-repeated", 1), 1, last_row);
        m_row_style = attributes.get("default-cell-style-name");
        const auto visible = attributes.get("visibility");
        m_row_hidden = visible == "filter"     ? HiddenBy::filter
                       : visible == "collapse" ? HiddenBy::row
                                               : HiddenBy::nothing;
    }

    /// Style of the cell, else of its row, else of its column.
    [[nodiscard]] const std::string& style_at(const Columns* columns) const {
        if (!m_cell.style().empty()) return m_cell.style();
        if (!m_row_style.empty() || columns == nullptr) return m_row_style;
        return columns->cell_style;
    }

    void end_cell() {
        m_in_cell = false;
        auto cell = m_cell.make(m_reading, style_at(columns_at(m_column)));
        if (m_cell.columns() > 1 || m_cell.rows() > 1) {
            m_row_merged.push_back({1, static_cast<std::uint32_t>(m_column),
                                    static_cast<std::uint32_t>(m_cell.rows()),
                                    static_cast<std::uint32_t>(m_column + m_cell.columns() - 1)});
        }
        const auto note = m_cell.note();
        if (!note.empty()) add_note(note);
        for (std::uint64_t i = 0; cell.type != CellType::empty && i < m_cell.repeats(); ++i) {
            const auto* const columns = columns_at(m_column + i);
            cell.column = static_cast<std::uint32_t>(m_column + i);
            cell.hidden =
                m_row_hidden |
                (columns != nullptr && columns->hidden ? HiddenBy::column : HiddenBy::nothing) |
                (m_cell.is_covered() ? HiddenBy::merge : HiddenBy::nothing);
            if (cell.column > last_column) break_off();
            m_row_cells.push_back(cell);
        }
        m_column += m_cell.repeats();
    }

    [[noreturn]] void break_off() const {
        refuse_damage(m_reading.place_of(m_sheet, m_row, 0),
                      fmt::format("a row has more than {} columns", last_column));
    }

    void add_note(const std::string& note) {
        m_reading.check_extras(m_sheet.notes.size(), "notes");
        m_sheet.notes[{static_cast<std::uint32_t>(m_row), static_cast<std::uint32_t>(m_column)}] =
            note;
    }

    void end_row() {
        for (std::uint64_t i = 0; i < m_row_repeats; ++i) {
            if (m_row_cells.empty() && m_row_merged.empty()) break;
            const auto row =
                static_cast<std::uint32_t>(std::min<std::uint64_t>(m_row + i, last_row + 1));
            for (auto cell : m_row_cells) {
                cell.row = row;
                m_reading.add(m_sheet, cell);
            }
            for (auto range : m_row_merged) {
                m_reading.check_extras(m_sheet.merged.size(), "merged ranges");
                range.first_row = row;
                range.last_row += row - 1;
                m_sheet.merged.push_back(range);
            }
        }
        m_row += m_row_repeats;
    }

    Reading& m_reading;
    OdsStyles& m_styles;
    std::string m_wanted;
    OdsCell m_cell;
    Sheet m_sheet;
    std::vector<Columns> m_columns;
    std::vector<Cell> m_row_cells;
    std::vector<CellRange> m_row_merged;
    std::string m_row_style;
    std::uint64_t m_row = 1;
    std::uint64_t m_column = 1;
    std::uint64_t m_row_repeats = 1;
    HiddenBy m_row_hidden = HiddenBy::nothing;
    std::size_t m_skipped = 0;
    bool m_in_body = false;
    bool m_in_table = false;
    bool m_is_copy = false;
    bool m_is_wanted = true;
    bool m_in_cell = false;
};

} // namespace

void read_ods(Reading& reading, const std::string& wanted) {
    OdsStyles styles;
    if (reading.archive().has("styles.xml")) {
        StyleReader reader(reading, styles);
        read_xml(reading.archive(), "styles.xml", reader);
    }
    ContentReader reader(reading, styles, wanted);
    read_xml(reading.archive(), "content.xml", reader);
}

} // namespace wardmap::spreadsheet
