// SPDX-License-Identifier: MIT
// Texts of XLSX: shared strings, texts within cells, notes. Private to spreadsheet/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spreadsheet/reading.h"
#include "spreadsheet/xml_part.h"

namespace wardmap::spreadsheet {

/// Whether a namespace is that of spreadsheets: transitional, strict, or left out.
[[nodiscard]] bool is_main_space(std::string_view space);

/// "_x000D_" and its like as the characters that they are.
[[nodiscard]] std::string unescaped(std::string_view text);

/// Takes the elements within <si>, <is> or a note's <text>; readings of East Asian words are left
/// out.
class XlsxText {
public:
    void clear();
    void start(std::string_view name, const XmlAttributes& attributes);
    void end(std::string_view name);
    void text(std::string_view piece);

    [[nodiscard]] std::size_t size() const { return m_text.size(); }
    /// With its escapes undone.
    [[nodiscard]] std::vector<TextRun> runs() const;
    [[nodiscard]] std::string plain() const;

private:
    RichText m_text;
    bool m_in_text = false;
    bool m_in_reading = false; // <rPh>
    bool m_raised = false;
};

/// The texts that cells share, in their order.
[[nodiscard]] std::vector<Texts::Id> read_shared_texts(Reading& reading, std::string_view part);

/// Puts the notes of a part into the sheet.
void read_notes(Reading& reading, std::string_view part, Sheet& sheet);

/// "B3" or "$B$3" as a range of one cell, "B3:F9" as one of more; nothing if it is none.
[[nodiscard]] std::optional<CellRange> range_of(std::string_view reference);

} // namespace wardmap::spreadsheet
