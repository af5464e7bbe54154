// SPDX-License-Identifier: MIT
#include "spreadsheet/workbook.h"

#include "support/catch.h"
#include "support/workbook_parts.h"

using namespace wardmap;
using namespace wardmap::spreadsheet;
using namespace wardmap::testing;

namespace {

constexpr const char* rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

Workbook read_rows(const std::string& rows, const std::vector<std::string>& codes = {"General"}) {
    return read_parts(xlsx_parts(xlsx_sheet_xml(rows), {{"xl/styles.xml", xlsx_styles(codes)}}));
}

const Cell& cell_at(const Workbook& workbook, std::uint32_t row, std::uint32_t column) {
    const auto* const cell = workbook.sheets.at(0).find(row, column);
    REQUIRE(cell != nullptr);
    return *cell;
}

} // namespace

TEST_CASE("An XLSX cell has the type that it was stored with", "[spreadsheet]") {
    const auto book = read_rows(
        R"(<row r="2"><c r="A2"><v>5</v></c><c r="B2" t="b"><v>1</v></c>)"
        R"(<c r="C2" t="e"><v>#DIV/0!</v></c><c r="D2" t="str"><f>A2&amp;"x"</f><v>5x</v></c>)"
        R"(<c r="E2" t="inlineStr"><is><t>Abbey</t></is></c><c r="F2" s="1"><v>41730</v></c>)"
        R"(<c r="G2"><f>A2*2</f><v>10</v></c><c r="H2"><f>A2*2</f></c><c r="I2" s="1"/>)"
        R"(<c r="J2" t="d"><v>2014-04-01</v></c><c r="K2"><v>many</v></c></row>)",
        {"General", "yyyy-mm"});
    CHECK(book.sheets.at(0).name == "Data");
    CHECK(cell_at(book, 2, 1).type == CellType::number);
    CHECK(cell_at(book, 2, 2).type == CellType::boolean);
    CHECK(shown_at(book, 2, 2) == "TRUE");
    CHECK(cell_at(book, 2, 3).type == CellType::error);
    CHECK(shown_at(book, 2, 3) == "#DIV/0!");
    CHECK(shown_at(book, 2, 4) == "5x");
    CHECK(cell_at(book, 2, 5).type == CellType::text);
    CHECK(shown_at(book, 2, 5) == "Abbey");
    CHECK(cell_at(book, 2, 6).type == CellType::date);
    CHECK(shown_at(book, 2, 6) == "2014-04");
    CHECK(shown_at(book, 2, 7) == "10"); // the value stored with the formula
    CHECK(cell_at(book, 2, 8).type == CellType::error);
    CHECK(shown_at(book, 2, 8) == "#NOT CALCULATED");
    CHECK(shown_at(book, 2, 9) == "(none)"); // formatted, but empty
    CHECK(shown_at(book, 2, 10) == "2014-04-01");
    CHECK(shown_at(book, 2, 11) == "many");
}

TEST_CASE("Shared texts keep superscripts separate and omit phonetic readings", "[spreadsheet]") {
    const std::string texts =
        R"(<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
        R"(<si><r><t>5</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1</t></r></si>)"
        R"(<si><t>plain_x0041__x000D_</t></si>)"
        R"(<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>)"
        R"(<si><r><t>H</t></r><r><rPr><vertAlign val="subscript"/></rPr><t>2</t></r></si></sst>)";
    const auto book =
        read_parts(xlsx_parts(xlsx_sheet_xml(R"(<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c>)"
                                             R"(<c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>)"),
                              {{"xl/sharedStrings.xml", texts}}));
    const auto runs = book.runs(cell_at(book, 1, 1));
    REQUIRE(runs.size() == 2);
    CHECK(runs[0] == TextRun{"5", false});
    CHECK(runs[1] == TextRun{"1", true});
    CHECK(shown_at(book, 1, 2) == "plainA\r");
    CHECK(shown_at(book, 1, 3) == "東京");
    CHECK(book.runs(cell_at(book, 1, 4)).size() == 1);
}

TEST_CASE("Superscripts are recognised in texts within the cell", "[spreadsheet]") {
    const auto book = read_rows(
        R"(<row r="1"><c r="A1" t="inlineStr"><is><r><t xml:space="preserve">22 </t></r><r><rPr>)"
        R"(<vertAlign val="superscript"/></rPr><t>p</t></r></is></c></row>)");
    const auto runs = book.runs(cell_at(book, 1, 1));
    REQUIRE(runs.size() == 2);
    CHECK(runs[0].text == "22 ");
    CHECK(runs[1] == TextRun{"p", true});
}

TEST_CASE("Rows and cells without addresses follow one another", "[spreadsheet]") {
    const auto book = read_rows("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row/>"
                                "<row><c><v>7</v></c></row><row r=\"9\"><c><v>8</v></c></row>");
    CHECK(shown_at(book, 1, 1) == "1");
    CHECK(shown_at(book, 1, 2) == "(none)");
    CHECK(shown_at(book, 1, 3) == "3");
    CHECK(shown_at(book, 3, 1) == "7");
    CHECK(shown_at(book, 9, 1) == "8");
}

TEST_CASE("Cells out of order are found, the last one at an address counts", "[spreadsheet]") {
    const auto book = read_rows(R"(<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>2</v></c></row>)"
                                R"(<row r="1"><c r="A1"><v>3</v></c><c r="A1"><v>4</v></c></row>)");
    CHECK(shown_at(book, 2, 2) == "1");
    CHECK(shown_at(book, 2, 1) == "2");
    CHECK(shown_at(book, 1, 1) == "4");
    CHECK(book.sheets.at(0).cells.size() == 3);
}

TEST_CASE("Any prefix and the strict namespaces are read", "[spreadsheet]") {
    const std::string prefixed =
        R"(<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">)"
        R"(<x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>Abbey</x:t></x:is></x:c></x:row>)"
        R"(</x:sheetData></x:worksheet>)";
    CHECK(shown_at(read_parts(xlsx_parts(prefixed)), 1, 1) == "Abbey");
    const std::string strict_rel = "http://purl.oclc.org/ooxml/officeDocument/relationships";
    const auto strict = read_parts(xlsx_parts(
        R"(<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData><row><c><v>5</v>)"
        R"(</c></row></sheetData></worksheet>)",
        {{"xl/workbook.xml",
          R"(<workbook xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r=")" +
              strict_rel + R"("><sheets><sheet name="Data" r:id="s1"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          relations_xml(R"(<Relationship Id="s1" Target="worksheets/sheet1.xml" Type=")" +
                        strict_rel + R"(/worksheet"/>)")}}));
    CHECK(shown_at(strict, 1, 1) == "5");
}

TEST_CASE("Parts are found by relative and absolute addresses in any case", "[spreadsheet]") {
    for (const char* const target : {"/xl/Worksheets/Sheet1.xml", "../xl/worksheets/sheet1.xml",
                                     "./worksheets/sheet1.xml", "worksheets\\sheet1.xml"}) {
        INFO(target);
        const auto book = read_parts(
            xlsx_parts(xlsx_sheet_xml("<row><c><v>5</v></c></row>"),
                       {{"xl/_rels/workbook.xml.rels",
                         relations_xml(std::string(R"(<Relationship Id="s1" Target=")") + target +
                                       "\" Type=\"" + rel + R"(/worksheet"/>)")}}));
        CHECK(shown_at(book, 1, 1) == "5");
    }
}

TEST_CASE("Days count from 1904 if the workbook says so", "[spreadsheet]") {
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const auto book = read_parts(xlsx_parts(
        xlsx_sheet_xml(R"(<row><c s="0"><v>40268</v></c><c t="d"><v>2014-04-01</v></c></row>)"),
        {{"xl/styles.xml", xlsx_styles({"yyyy-mm-dd"})},
         {"xl/workbook.xml", "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + rel +
                                 R"("><workbookPr date1904="1"/><sheets>)" +
                                 R"(<sheet name="Data" r:id="s1"/></sheets></workbook>)"}}));
    CHECK(book.from_1904);
    CHECK(shown_at(book, 1, 1) == "2014-04-01");
    CHECK(shown_at(book, 1, 2) == "2014-04-01");
}

TEST_CASE("Why a cell is hidden is known", "[spreadsheet]") {
    const auto book = read_parts(xlsx_parts(
        xlsx_sheet_xml(R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>)"
                       R"(<row r="2" hidden="1"><c r="A2"><v>3</v></c><c r="B2"><v>4</v></c></row>)"
                       R"(<row r="3"><c r="A3"><v>5</v></c></row>)"
                       R"(<row r="9" hidden="1"><c r="A9"><v>6</v></c></row>)",
                       R"(<cols><col min="2" max="2" hidden="1"/></cols>)",
                       R"(<autoFilter ref="A1:B4"><filterColumn colId="0"/></autoFilter>)")));
    CHECK(cell_at(book, 1, 1).hidden == HiddenBy::nothing);
    CHECK(cell_at(book, 1, 2).hidden == HiddenBy::column);
    CHECK(cell_at(book, 2, 1).hidden == HiddenBy::filter);
    CHECK(cell_at(book, 2, 2).hidden == (HiddenBy::filter | HiddenBy::column));
    CHECK(cell_at(book, 3, 1).hidden == HiddenBy::nothing);
    CHECK(cell_at(book, 9, 1).hidden == HiddenBy::row); // below the filtered range
}

TEST_CASE("A filter that lets everything pass hides nothing", "[spreadsheet]") {
    const auto book = read_parts(xlsx_parts(
        xlsx_sheet_xml(R"(<row r="1"/><row r="2" hidden="true"><c r="A2"><v>3</v></c></row>)", "",
                       R"(<autoFilter ref="A1:B4"/>)")));
    CHECK(cell_at(book, 2, 1).hidden == HiddenBy::row);
}

TEST_CASE("The filter of a table and notes are found through the sheet's links", "[spreadsheet]") {
    const std::string type = rel;
    const auto book = read_parts(xlsx_parts(
        xlsx_sheet_xml(R"(<row r="2" hidden="1"><c r="A2"><v>3</v></c></row>)"),
        {{"xl/worksheets/_rels/sheet1.xml.rels",
          relations_xml(R"(<Relationship Id="t" Target="../tables/table1.xml" Type=")" + type +
                        R"(/table"/><Relationship Id="c" Target="/xl/comments1.xml" Type=")" +
                        type + R"(/comments"/><Relationship Id="h" TargetMode="External" )" +
                        R"(Target="https://example.org" Type=")" + type + R"(/hyperlink"/>)")},
         {"xl/tables/table1.xml",
          R"(<table ref="A1:A3"><autoFilter ref="A1:A3"><filterColumn colId="0"/></autoFilter></table>)"},
         {"xl/comments1.xml",
          R"(<comments><commentList><comment ref="A2"><text><r><t>Low </t></r><r><t>numbers</t></r>)"
          R"(</text></comment></commentList></comments>)"}}));
    CHECK(cell_at(book, 2, 1).hidden == HiddenBy::filter);
    CHECK(book.sheets[0].notes.at({2, 1}) == "Low numbers");
}

TEST_CASE("Merged ranges cover all cells but their first", "[spreadsheet]") {
    const auto book = read_parts(
        xlsx_parts(xlsx_sheet_xml(R"(<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>)"
                                  R"(<row r="2"><c r="A2"><v>3</v></c><c r="C2"><v>4</v></c></row>)"
                                  R"(<row r="3"><c r="A3"><v>5</v></c></row>)",
                                  "", R"(<mergeCells><mergeCell ref="A1:B2"/></mergeCells>)")));
    REQUIRE(book.sheets[0].merged.size() == 1);
    CHECK(book.sheets[0].merged[0] == CellRange{1, 1, 2, 2});
    CHECK(cell_at(book, 1, 1).hidden == HiddenBy::nothing);
    CHECK(cell_at(book, 1, 2).hidden == HiddenBy::merge);
    CHECK(cell_at(book, 2, 1).hidden == HiddenBy::merge);
    CHECK(cell_at(book, 2, 3).hidden == HiddenBy::nothing);
    CHECK(cell_at(book, 3, 1).hidden == HiddenBy::nothing);
}

TEST_CASE("Hidden sheets are distinguished from shown ones, charts are no sheets of cells",
          "[spreadsheet]") {
    const std::string type = rel;
    const std::string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const auto parts = xlsx_parts(
        xlsx_sheet_xml("<row><c><v>5</v></c></row>"),
        {{"xl/workbook.xml",
          "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + type +
              R"("><sheets><sheet name="A" r:id="s1"/><sheet name="B" state="hidden" r:id="s1"/>)"
              R"(<sheet name="C" state="veryHidden" r:id="s1"/><sheet name="Chart" r:id="s2"/>)"
              R"(</sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          relations_xml(R"(<Relationship Id="s1" Target="worksheets/sheet1.xml" Type=")" + type +
                        R"(/worksheet"/><Relationship Id="s2" Target="c.xml" Type=")" + type +
                        R"(/chartsheet"/>)")}});
    const auto book = read_parts(parts);
    REQUIRE(book.sheets.size() == 3);
    CHECK(book.sheets[0].state == SheetState::visible);
    CHECK(book.sheets[1].state == SheetState::hidden);
    CHECK(book.sheets[2].state == SheetState::very_hidden);

    const TempFolder folder;
    const auto one = read_workbook({folder.write("b.xlsx", zip_of_parts(parts)), "b.xlsx", "B"});
    REQUIRE(one.sheets.size() == 3); // all names, the cells of one
    CHECK(one.sheets[0].cells.empty());
    CHECK(one.sheets[1].cells.size() == 1);
}

TEST_CASE("Extensions of later versions are not treated as cells", "[spreadsheet]") {
    const auto book = read_parts(xlsx_parts(xlsx_sheet_xml(
        R"(<row><c><v>5</v><extLst><ext><v>6</v></ext></extLst></c></row>)", "",
        R"(<extLst><ext xmlns:x14="urn:x14"><x14:row><x14:c r="A1"><x14:v>9</x14:v></x14:c></x14:row>)"
        R"(</ext></extLst>)")));
    CHECK(shown_at(book, 1, 1) == "5");
    CHECK(book.sheets[0].cells.size() == 1);
}
