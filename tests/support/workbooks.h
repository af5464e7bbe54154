// SPDX-License-Identifier: MIT
// Workbooks for tests, written directly: every cell under control.
#pragma once

#include <string>
#include <vector>

#include <fmt/format.h>

#include "support/zip_file.h"

namespace wardmap::testing {

/// A sheet as rows of cells. A cell's text is a number if it looks like one, "=#REF!" an error,
/// "=date:41730" a number formatted as d-mmm, "=own:41730" the same by a custom format, "=true" a
/// truth value (XLSX only), "=percent:0.125" one formatted as 0.00%, "=sum" a formula that was
/// never calculated, "=merged:3:2013" a text that covers three columns (ODS only), anything else a
/// text; "" is no cell.
struct TestSheet {
    std::string name;
    std::vector<std::vector<std::string>> rows;
};

inline bool is_number_text(const std::string& s) {
    return !s.empty() && s.find_first_not_of("0123456789.") == std::string::npos;
}

inline std::string escaped(const std::string& s) {
    std::string result;
    for (const char c : s) {
        result += c == '&' ? "&amp;" : c == '<' ? "&lt;" : std::string(1, c);
    }
    return result;
}

inline std::string xlsx_cell(const std::string& s, const std::string& at) {
    if (s.empty()) return {};
    if (s.starts_with("=date:")) {
        return fmt::format(R"(<c r="{}" s="1"><v>{}</v></c>)", at, s.substr(6));
    }
    if (s.starts_with("=own:")) {
        return fmt::format(R"(<c r="{}" s="3"><v>{}</v></c>)", at, s.substr(5));
    }
    if (s.starts_with("=percent:")) {
        return fmt::format(R"(<c r="{}" s="2"><v>{}</v></c>)", at, s.substr(9));
    }
    if (s == "=true") return fmt::format(R"(<c r="{}" t="b"><v>1</v></c>)", at);
    if (s == "=sum") return fmt::format(R"(<c r="{}"><f>SUM(B3:B9)</f></c>)", at);
    if (s.starts_with("=#")) {
        return fmt::format(R"(<c r="{}" t="e"><v>{}</v></c>)", at, s.substr(1));
    }
    if (is_number_text(s)) return fmt::format(R"(<c r="{}"><v>{}</v></c>)", at, s);
    return fmt::format(R"(<c r="{}" t="inlineStr"><is><t>{}</t></is></c>)", at, escaped(s));
}

inline std::string xlsx_sheet(const TestSheet& sheet) {
    std::string rows;
    for (std::size_t r = 0; r < sheet.rows.size(); ++r) {
        rows += fmt::format(R"(<row r="{}">)", r + 1);
        for (std::size_t c = 0; c < sheet.rows[r].size(); ++c) {
            const auto at = fmt::format("{}{}", static_cast<char>('A' + c), r + 1);
            rows += xlsx_cell(sheet.rows[r][c], at);
        }
        rows += "</row>";
    }
    return R"(<?xml version="1.0"?><worksheet xmlns=")"
           R"(http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>)" +
           rows + "</sheetData></worksheet>";
}

inline std::string xlsx_of(const std::vector<TestSheet>& sheets) {
    const std::string head = R"(<?xml version="1.0" encoding="UTF-8"?>)";
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const std::string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const std::string package = "http://schemas.openxmlformats.org/package/2006/";
    const std::string kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    std::string types;
    std::string list;
    std::string links;
    std::vector<std::pair<std::string, std::string>> parts;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto n = i + 1;
        types += fmt::format(
            R"(<Override PartName="/xl/worksheets/sheet{}.xml" ContentType="{}worksheet+xml"/>)", n,
            kind);
        list +=
            fmt::format(R"(<sheet name="{}" sheetId="{}" r:id="rId{}"/>)", sheets[i].name, n, n);
        links += fmt::format(
            R"(<Relationship Id="rId{}" Type="{}/worksheet" Target="worksheets/sheet{}.xml"/>)", n,
            rel, n);
        parts.emplace_back(fmt::format("xl/worksheets/sheet{}.xml", n), xlsx_sheet(sheets[i]));
    }
    const std::string content_types =
        head + "\n<Types xmlns=\"" + package + "content-types\">\n" +
        R"(<Override PartName="/_rels/.rels" ContentType=")" +
        "application/vnd.openxmlformats-package.relationships+xml\"/>\n" +
        R"(<Override PartName="/xl/workbook.xml" ContentType=")" + kind + "sheet.main+xml\"/>\n" +
        R"(<Override PartName="/xl/styles.xml" ContentType=")" + kind + "styles+xml\"/>\n" + types +
        "</Types>";
    parts.insert(parts.begin(), {"[Content_Types].xml", content_types});
    parts.emplace_back("_rels/.rels",
                       head + "<Relationships xmlns=\"" + package +
                           "relationships\"><Relationship Id=\"rId1\" Type=\"" + rel +
                           "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
    parts.emplace_back("xl/workbook.xml", head + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" +
                                              rel + "\"><sheets>" + list + "</sheets></workbook>");
    parts.emplace_back("xl/_rels/workbook.xml.rels",
                       head + "<Relationships xmlns=\"" + package + "relationships\">" + links +
                           "<Relationship Id=\"rId99\" Type=\"" + rel +
                           "/styles\" Target=\"styles.xml\"/></Relationships>");
    parts.emplace_back(
        "xl/styles.xml",
        head + "<styleSheet xmlns=\"" + main +
            R"("><numFmts count="1"><numFmt numFmtId="164" formatCode="d\-mmm"/></numFmts>)"
            R"(<cellXfs count="4"><xf numFmtId="0"/>)"
            R"(<xf numFmtId="16"/><xf numFmtId="10"/>)"
            R"(<xf numFmtId="164"/></cellXfs></styleSheet>)");
    return zip_of(parts);
}

inline std::string ods_cell(const std::string& s) {
    if (s.empty()) return "<table:table-cell/>";
    if (s.starts_with("=date:")) {
        return R"(<table:table-cell office:value-type="date" office:date-value="2014-04-01"/>)";
    }
    if (s.starts_with("=merged:")) {
        const int columns = s[8] - '0';
        return fmt::format(
            R"(<table:table-cell office:value-type="string" table:number-columns-spanned="{}">)"
            R"(<text:p>{}</text:p></table:table-cell>)"
            R"(<table:covered-table-cell table:number-columns-repeated="{}"/>)",
            columns, escaped(s.substr(10)), columns - 1);
    }
    if (is_number_text(s)) {
        return fmt::format(R"(<table:table-cell office:value-type="float" office:value="{}"/>)", s);
    }
    const auto text = s.starts_with("=#") ? s.substr(1) : escaped(s);
    return fmt::format(
        R"(<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>)",
        text);
}

inline std::string ods_of(const std::vector<TestSheet>& sheets) {
    std::string tables;
    for (const auto& sheet : sheets) {
        tables += fmt::format(R"(<table:table table:name="{}">)", sheet.name);
        for (const auto& row : sheet.rows) {
            tables += "<table:table-row>";
            for (const auto& cell : row) {
                tables += ods_cell(cell);
            }
            tables += "</table:table-row>";
        }
        tables += "</table:table>";
    }
    const std::string names = "urn:oasis:names:tc:opendocument:xmlns:";
    const std::string type = "application/vnd.oasis.opendocument.spreadsheet";
    return zip_of(
        {{"mimetype", type},
         {"META-INF/manifest.xml",
          R"(<?xml version="1.0"?><manifest:manifest xmlns:manifest=")" + names +
              R"(manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type=")" +
              type + "\"/></manifest:manifest>"},
         {"content.xml", R"(<?xml version="1.0"?><office:document-content xmlns:office=")" + names +
                             R"(office:1.0" xmlns:table=")" + names + R"(table:1.0" xmlns:text=")" +
                             names + R"(text:1.0"><office:body><office:spreadsheet>)" + tables +
                             "</office:spreadsheet></office:body></office:document-content>"}});
}

} // namespace wardmap::testing
