// SPDX-License-Identifier: MIT
// The styles of an ODS workbook, as far as they affect what is displayed. Private to spreadsheet/.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "spreadsheet/reading.h"
#include "spreadsheet/xml_part.h"

namespace wardmap::spreadsheet {

class OdsStyles {
public:
    /// Reads the elements of styles.xml, and those of content.xml before its body.
    void start(Reading& reading, const XmlName& name, const XmlAttributes& attributes);
    void end(const XmlName& name);
    void text(std::string_view piece);

    /// Whether text of this style is raised.
    [[nodiscard]] bool is_raised(std::string_view style) const;
    /// Whether a sheet of this style is shown.
    [[nodiscard]] bool is_shown(std::string_view style) const;
    /// The format code of a cell style, in Excel's syntax; empty if it has none.
    [[nodiscard]] std::string format_of(std::string_view style) const;

private:
    struct Style {
        std::string parent;
        std::string data_style;
        bool raised = false;
        bool shown = true;
    };
    /// A number format: its default code, and conditions with their own formats.
    struct DataStyle {
        std::string code;
        std::vector<std::pair<std::string, std::string>> conditions; // "<5", name of the style
    };

    void start_data(const XmlName& name, const XmlAttributes& attributes);
    [[nodiscard]] const Style* find(std::string_view style) const;

    std::unordered_map<std::string, Style> m_styles;
    std::unordered_map<std::string, DataStyle> m_data_styles;
    Style* m_style = nullptr;    // the one that is being read
    DataStyle* m_data = nullptr; // likewise
    std::string m_data_element;  // "percentage-style"
    std::string m_part;          // the part of the format that is being read
    std::string m_words;         // its text
    bool m_elapsed = false;      // hours may exceed 24
};

} // namespace wardmap::spreadsheet
