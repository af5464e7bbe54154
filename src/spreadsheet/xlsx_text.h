// SPDX-License-Identifier: MIT
// Texts of XLSX: shared strings, texts within cells, notes. Private to spreadsheet/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "spreadsheet/reading.h"
#include "spreadsheet/xml_part.h"

namespace wardmap::spreadsheet {

/// Whether a namespace is that of spreadsheets: transitional, strict, or omitted.
[[nodiscard]] bool is_main_space(std::string_view space);

/// Decodes escapes such as "_x000D_".
[[nodiscard]] std::string unescaped(std::string_view text);

/// Reads the elements within <si>, <is> or a note's <text>, without phonetic readings of East Asian
/// words.
class XlsxText {
public:
    void clear();
    void start(std::string_view name, const XmlAttributes& attributes);
    void end(std::string_view name);
    void text(std::string_view piece);

    [[nodiscard]] std::size_t size() const { return m_text.size(); }
    /// With escapes decoded.
    [[nodiscard]] std::vector<TextRun> runs() const;
    [[nodiscard]] std::string plain() const;

private:
    RichText m_text;
    bool m_in_text = false;
    bool m_in_reading = false; // <rPh>
    bool m_raised = false;
};

/// The shared strings, in their order.
[[nodiscard]] std::vector<Texts::Id> read_shared_texts(Reading& reading, std::string_view part);

/// Adds the notes of a part to the sheet.
void read_notes(Reading& reading, std::string_view part, Sheet& sheet);

/// "B3" or "$B$3" as a one-cell range, "B3:F9" as a larger one; nothing if it is not a range.
[[nodiscard]] std::optional<CellRange> range_of(std::string_view reference);

} // namespace wardmap::spreadsheet
