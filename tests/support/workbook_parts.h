// SPDX-License-Identifier: MIT
// Workbooks from their parts as text, for forms that no available program writes.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/error.h"
#include "spreadsheet/workbook.h"
#include "support/files.h"
#include "support/zip_file.h"

namespace wardmap::testing {

using Parts = std::map<std::string, std::string>;

inline std::string zip_of_parts(const Parts& parts) {
    std::vector<std::pair<std::string, std::string>> files;
    for (const auto& [name, content] : parts) {
        if (!content.empty()) files.emplace_back(name, content);
    }
    return zip_of(files);
}

/// A sheet's <sheetData> and the parts before and after it.
inline std::string xlsx_sheet_xml(const std::string& rows, const std::string& before = "",
                                  const std::string& behind = "") {
    return R"(<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)" +
           before + "<sheetData>" + rows + "</sheetData>" + behind + "</worksheet>";
}

inline std::string relations_xml(const std::string& links) {
    return R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" +
           links + "</Relationships>";
}

/// One sheet named "Data"; `more` are parts in addition to those of any workbook, or instead of
/// them; an empty one removes a part.
inline Parts xlsx_parts(const std::string& sheet, const Parts& more = {}) {
    const std::string types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    Parts parts{
        {"[Content_Types].xml", "<Types/>"},
        {"_rels/.rels", relations_xml(R"(<Relationship Id="a" Target="xl/workbook.xml" Type=")" +
                                      types + R"(/officeDocument"/>)")},
        {"xl/workbook.xml",
         R"(<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r=")" +
             types + R"("><sheets><sheet name="Data" sheetId="1" r:id="s1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         relations_xml(R"(<Relationship Id="s1" Target="worksheets/sheet1.xml" Type=")" + types +
                       R"(/worksheet"/><Relationship Id="x" Target="styles.xml" Type=")" + types +
                       R"(/styles"/>)")},
        {"xl/worksheets/sheet1.xml", sheet}};
    for (const auto& [name, content] : more) {
        parts[name] = content;
    }
    return parts;
}

/// Styles 0, 1, ... with these format codes.
inline std::string xlsx_styles(const std::vector<std::string>& codes) {
    std::string formats;
    std::string styles;
    int id = 164;
    for (const auto& code : codes) {
        std::string escaped;
        for (const char c : code) {
            escaped += c == '"'   ? "&quot;"
                       : c == '<' ? "&lt;"
                       : c == '&' ? "&amp;"
                                  : std::string(1, c);
        }
        const auto number = std::to_string(id++);
        formats += "<numFmt numFmtId=\"" + number + "\" formatCode=\"" + escaped + "\"/>";
        styles += "<xf numFmtId=\"" + number + "\"/>";
    }
    return R"(<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts>)" +
           formats + "</numFmts><cellXfs>" + styles + "</cellXfs></styleSheet>";
}

/// The content of an OpenDocument workbook: styles, and tables.
inline Parts ods_parts(const std::string& tables, const std::string& styles = "") {
    const std::string names = "urn:oasis:names:tc:opendocument:xmlns:";
    std::string spaces;
    for (const char* const name : {"office", "table", "text", "style", "drawing"}) {
        const std::string prefix = name == std::string("drawing") ? "draw" : name;
        spaces += " xmlns:" + prefix + "=\"" + names + name + ":1.0\"";
    }
    spaces += " xmlns:number=\"" + names + "datastyle:1.0\"";
    spaces +=
        R"( xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0")";
    return {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
            {"content.xml", "<office:document-content" + spaces + "><office:automatic-styles>" +
                                styles + "</office:automatic-styles><office:body>" +
                                "<office:spreadsheet>" + tables +
                                "</office:spreadsheet></office:body></office:document-content>"}};
}

inline spreadsheet::Workbook read_bytes(const std::string& bytes,
                                        const spreadsheet::Limits& limits = {}) {
    const TempFolder folder;
    return spreadsheet::read_workbook({folder.write("book", bytes), "book.xlsx", "", limits});
}

inline spreadsheet::Workbook read_parts(const Parts& parts,
                                        const spreadsheet::Limits& limits = {}) {
    return read_bytes(zip_of_parts(parts), limits);
}

/// The whole text of the error from reading; "" if there is none.
inline std::string refusal_of(const std::string& bytes, const spreadsheet::Limits& limits = {}) {
    try {
        (void)read_bytes(bytes, limits);
    } catch (const InputError& error) {
        return to_text(error.findings().front());
    }
    return {};
}

/// The display at an address of the first sheet; "(none)" if nothing is stored.
inline std::string shown_at(const spreadsheet::Workbook& workbook, std::uint32_t row,
                            std::uint32_t column) {
    const auto* const cell = workbook.sheets.at(0).find(row, column);
    return cell == nullptr ? "(none)" : workbook.display(*cell).text;
}

} // namespace wardmap::testing
