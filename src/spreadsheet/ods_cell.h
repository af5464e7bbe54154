// SPDX-License-Identifier: MIT
// One cell of an ODS workbook while it is read. Private to spreadsheet/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "spreadsheet/ods_styles.h"
#include "spreadsheet/reading.h"
#include "spreadsheet/xml_part.h"

namespace wardmap::spreadsheet {

/// Reads a <table:table-cell>, or a covered one, and the elements within it.
class OdsCell {
public:
    OdsCell(const OdsStyles& styles, const Limits& limits) : m_styles(styles), m_limits(limits) {}

    void open(const XmlName& name, const XmlAttributes& attributes);
    void start(const XmlName& name, const XmlAttributes& attributes);
    void end(const XmlName& name);
    /// False if the cell has more text than the limits allow.
    [[nodiscard]] bool text(std::string_view piece);

    /// The cell with its type, number, texts and format, without its address.
    [[nodiscard]] Cell make(Reading& reading, std::string_view style) const;

    [[nodiscard]] const std::string& style() const { return m_style; }
    [[nodiscard]] std::string note() const { return m_note.plain(); }
    [[nodiscard]] bool is_covered() const { return m_covered; }
    [[nodiscard]] std::uint64_t repeats() const { return m_repeats; }
    [[nodiscard]] std::uint64_t columns() const { return m_columns; } // that it covers
    [[nodiscard]] std::uint64_t rows() const { return m_rows; }

private:
    [[nodiscard]] RichText& target() { return m_in_note ? m_note : m_text; }
    void add(std::string_view piece);
    [[nodiscard]] Cell make_number(Reading& reading, const std::string& own_format) const;

    const OdsStyles& m_styles;
    const Limits& m_limits;
    std::string m_style;
    std::string m_kind;  // office:value-type, or "error"
    std::string m_value; // of the attribute for the kind
    std::uint64_t m_repeats = 1;
    std::uint64_t m_columns = 1;
    std::uint64_t m_rows = 1;
    bool m_covered = false;
    bool m_in_note = false;
    bool m_has_text = false;
    int m_paragraphs = 0;       // open ones
    int m_skipped = 0;          // open elements of a drawing or of a table within
    std::vector<bool> m_raised; // of the open spans
    RichText m_text;
    RichText m_note;
};

} // namespace wardmap::spreadsheet
