// SPDX-License-Identifier: MIT
#include "spreadsheet/workbook.h"

#include "support/catch.h"
#include "support/workbook_parts.h"

using namespace wardmap;
using namespace wardmap::spreadsheet;
using namespace wardmap::testing;

namespace {

std::string table_of(const std::string& inside) {
    return R"(<table:table table:name="Data">)" + inside + "</table:table>";
}

std::string row_of(const std::string& cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
}

std::string text_cell(const std::string& text) {
    return R"(<table:table-cell office:value-type="string"><text:p>)" + text +
           "</text:p></table:table-cell>";
}

const Cell& cell_at(const Workbook& workbook, std::uint32_t row, std::uint32_t column) {
    const auto* const cell = workbook.sheets.at(0).find(row, column);
    REQUIRE(cell != nullptr);
    return *cell;
}

} // namespace

TEST_CASE("An ODS cell shows the text that was saved with it", "[spreadsheet]") {
    const auto book = read_parts(ods_parts(table_of(row_of(
        R"(<table:table-cell office:value-type="float" office:value="3"><text:p>&lt;5</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="percentage" office:value="0.256"><text:p>25.6%</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="date" office:date-value="2014-04-01"><text:p>Apr 14</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="currency" office:value="12.5"><text:p>£12.50</text:p></table:table-cell>)"
        R"(<table:table-cell office:value-type="time" office:time-value="PT36H30M00S"><text:p>36:30</text:p></table:table-cell>)"))));
    CHECK(shown_at(book, 1, 1) == "<5");
    CHECK(cell_at(book, 1, 1).number == 3);
    CHECK(shown_at(book, 1, 2) == "25.6%");
    CHECK(cell_at(book, 1, 2).type == CellType::number);
    CHECK(shown_at(book, 1, 3) == "Apr 14");
    CHECK(cell_at(book, 1, 3).type == CellType::date);
    CHECK(cell_at(book, 1, 3).number == 41730);
    CHECK(cell_at(book, 1, 4).type == CellType::boolean);
    CHECK(cell_at(book, 1, 5).type == CellType::error);
    CHECK(shown_at(book, 1, 5) == "#N/A");
    CHECK(shown_at(book, 1, 6) == "£12.50");
    CHECK(cell_at(book, 1, 7).number == 36.5 / 24);
}

TEST_CASE("An ODS cell without a saved text is shown by its format", "[spreadsheet]") {
    const std::string styles =
        R"(<number:number-style style:name="low"><number:text>&lt;5</number:text></number:number-style>)"
        R"(<number:number-style style:name="n"><number:number number:decimal-places="1" )"
        R"(number:min-integer-digits="1" number:grouping="true"/>)"
        R"(<style:map style:condition="value()&lt;5" style:apply-style-name="low"/></number:number-style>)"
        R"(<number:date-style style:name="d"><number:month number:textual="true"/><number:text>-)"
        R"(</number:text><number:year/></number:date-style>)"
        R"(<number:percentage-style style:name="p"><number:number number:decimal-places="1" )"
        R"(number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>)"
        R"(<style:style style:name="cn" style:family="table-cell" style:data-style-name="n"/>)"
        R"(<style:style style:name="child" style:family="table-cell" style:parent-style-name="cn"/>)"
        R"(<style:style style:name="cd" style:family="table-cell" style:data-style-name="d"/>)"
        R"(<style:style style:name="cp" style:family="table-cell" style:data-style-name="p"/>)";
    const auto book = read_parts(ods_parts(
        table_of(
            R"(<table:table-column table:number-columns-repeated="4"/><table:table-column table:default-cell-style-name="cp"/>)" +
            row_of(
                R"(<table:table-cell table:style-name="cn" office:value-type="float" office:value="1234.56"/>)"
                R"(<table:table-cell table:style-name="child" office:value-type="float" office:value="3"/>)"
                R"(<table:table-cell table:style-name="cd" office:value-type="date" office:date-value="2014-04-01"/>)"
                R"(<table:table-cell office:value-type="float" office:value="18.000000000000004"/>)"
                R"(<table:table-cell office:value-type="percentage" office:value="0.256"/>)")),
        styles));
    CHECK(shown_at(book, 1, 1) == "1,234.6");
    CHECK(book.formats[cell_at(book, 1, 1).format].code() == "[<5]\"<5\";#,##0.0");
    CHECK(shown_at(book, 1, 2) == "<5");
    CHECK(shown_at(book, 1, 3) == "Apr-14");
    CHECK(shown_at(book, 1, 4) == "18");
    CHECK(shown_at(book, 1, 5) == "25.6%"); // the style of its column
}

TEST_CASE("Repeated ODS cells and rows are read as far as they have content", "[spreadsheet]") {
    const auto book = read_parts(ods_parts(table_of(
        R"(<table:table-row table:number-rows-repeated="2">)"
        R"(<table:table-cell table:number-columns-repeated="3"/>)"
        R"(<table:table-cell office:value-type="float" office:value="7" table:number-columns-repeated="2"/>)"
        R"(<table:table-cell table:number-columns-repeated="16379"/></table:table-row>)"
        R"(<table:table-row table:number-rows-repeated="1048570"><table:table-cell )"
        R"(table:number-columns-repeated="16384"/></table:table-row>)")));
    CHECK(book.sheets[0].cells.size() == 4);
    CHECK(shown_at(book, 2, 5) == "7");
    CHECK(shown_at(book, 2, 6) == "(none)");
}

TEST_CASE("Covered ODS cells keep the columns of what follows", "[spreadsheet]") {
    const auto book = read_parts(ods_parts(table_of(
        row_of(R"(<table:table-cell office:value-type="string" table:number-columns-spanned="3" )"
               R"(table:number-rows-spanned="2"><text:p>2013</text:p></table:table-cell>)"
               R"(<table:covered-table-cell office:value-type="float" office:value="9"/>)"
               R"(<table:covered-table-cell table:number-columns-repeated="1"/>)" +
               text_cell("2014")))));
    CHECK(shown_at(book, 1, 1) == "2013");
    CHECK(cell_at(book, 1, 2).hidden == HiddenBy::merge);
    CHECK(shown_at(book, 1, 4) == "2014");
    REQUIRE(book.sheets[0].merged.size() == 1);
    CHECK(book.sheets[0].merged[0] == CellRange{1, 1, 2, 3});
}

TEST_CASE("Superscripts, spaces and lines of an ODS text are kept, drawings are not",
          "[spreadsheet]") {
    const auto book = read_parts(ods_parts(
        table_of(row_of(
            text_cell(R"(5<text:span text:style-name="T1">1</text:span>)") +
            R"(<table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b<text:tab/>c</text:p>)"
            R"(<text:p><text:a>second</text:a></text:p>)"
            R"(<office:annotation><text:p>Low numbers</text:p></office:annotation>)"
            R"(<draw:frame><draw:text-box><text:p>9</text:p></draw:text-box></draw:frame></table:table-cell>)")),
        R"(<style:style style:name="T1" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>)"));
    const auto runs = book.runs(cell_at(book, 1, 1));
    REQUIRE(runs.size() == 2);
    CHECK(runs[0] == TextRun{"5", false});
    CHECK(runs[1] == TextRun{"1", true});
    CHECK(shown_at(book, 1, 2) == "a  b\tc\nsecond");
    CHECK(book.sheets[0].notes.at({1, 2}) == "Low numbers");
}

TEST_CASE("Why an ODS cell is hidden is known", "[spreadsheet]") {
    const auto book = read_parts(ods_parts(
        R"(<table:table table:name="A" table:style-name="t1"><table:table-column/>)"
        R"(<table:table-column table:visibility="collapse"/>)"
        R"(<table:table-row table:visibility="filter"><table:table-cell office:value-type="float" office:value="1"/></table:table-row>)"
        R"(<table:table-row-group><table:table-row table:visibility="collapse"><table:table-cell office:value-type="float" office:value="2"/></table:table-row></table:table-row-group>)"
        R"(<table:table-row><table:table-cell office:value-type="float" office:value="3"/><table:table-cell office:value-type="float" office:value="4"/></table:table-row></table:table>)"
        R"(<table:table table:name="B"/>)"
        R"(<table:table table:name="'file:///other.ods'#$Sheet"><table:table-source/></table:table>)",
        R"(<style:style style:name="t1" style:family="table"><style:table-properties table:display="false"/></style:style>)"));
    REQUIRE(book.sheets.size() == 2); // a cached copy of another file is not a sheet
    CHECK(book.sheets[0].state == SheetState::hidden);
    CHECK(book.sheets[1].state == SheetState::visible);
    CHECK(cell_at(book, 1, 1).hidden == HiddenBy::filter);
    CHECK(cell_at(book, 2, 1).hidden == HiddenBy::row);
    CHECK(cell_at(book, 3, 1).hidden == HiddenBy::nothing);
    CHECK(cell_at(book, 3, 2).hidden == HiddenBy::column);
}

TEST_CASE("Former states of a tracked ODS workbook are not read", "[spreadsheet]") {
    const auto book = read_parts(ods_parts(
        R"(<table:tracked-changes><table:deletion><table:cell-content-deletion><table:table-cell office:value-type="float" office:value="9"/></table:cell-content-deletion></table:deletion></table:tracked-changes>)" +
        table_of(row_of(text_cell("Abbey")))));
    REQUIRE(book.sheets.size() == 1);
    CHECK(book.sheets[0].cells.size() == 1);
    CHECK(shown_at(book, 1, 1) == "Abbey");
}
