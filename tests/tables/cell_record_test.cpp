// SPDX-License-Identifier: MIT
#include "tables/cell_record.h"

#include "support/catch.h"
#include "support/workbook_parts.h"

using namespace wardmap;
using namespace wardmap::spreadsheet;
using namespace wardmap::tables;
using namespace wardmap::testing;

namespace {

/// The record of a number with a format, as A1 of an XLSX workbook.
CellRecord record_of(const std::string& format, const std::string& number) {
    const auto book =
        read_parts(xlsx_parts(xlsx_sheet_xml("<row><c s=\"0\"><v>" + number + "</v></c></row>"),
                              {{"xl/styles.xml", xlsx_styles({format})}}));
    return read_workbook_cell(book, book.sheets[0], 1, 1);
}

/// The record of a text that is partly superscript.
CellRecord record_of_runs(const std::string& before, const std::string& raised) {
    const auto book = read_parts(
        xlsx_parts(xlsx_sheet_xml("<row><c t=\"inlineStr\"><is><r><t>" + before +
                                  "</t></r><r><rPr><vertAlign val=\"superscript\"/></rPr><t>" +
                                  raised + "</t></r></is></c></row>")));
    return read_workbook_cell(book, book.sheets[0], 1, 1);
}

} // namespace

TEST_CASE("A figure has all its digits, however few are shown", "[tables]") {
    CHECK(record_of("General", "18.000000000000004").figure == "18");
    CHECK(record_of("0", "25.63").figure == "25.63");
    CHECK(record_of("0", "25.63").shown == "26");
    CHECK(record_of("#,##0", "1234567").figure == "1234567");
    CHECK(record_of("#,##0,\"k\"", "12345").figure == "12345");
    CHECK(record_of("[$£-809]#,##0.00", "12.5").figure == "12.5");
    CHECK(record_of("0;(0)", "-5").figure == "-5");
}

TEST_CASE("A percentage is multiplied, a literal sign changes nothing", "[tables]") {
    CHECK(record_of("0%", "0.07").figure == "7%");
    CHECK(record_of("0.0%", "0.2563").figure == "25.63%");
    CHECK(record_of("0.0\"%\"", "25.6").figure == "25.6%");
}

TEST_CASE("Text that a format shows in place of a number is the figure", "[tables]") {
    CHECK(record_of("[<5]\"<5\";0", "3").figure == "<5");
    CHECK(record_of("[<5]\"<5\";0", "7").figure == "7");
    CHECK(record_of("[<5]\"1 to 4\";0", "3").figure == "1 to 4");
    CHECK(record_of("[<5]\"<\"0;0", "3").figure == "<3");
    CHECK(record_of("[<5]\"*\";0", "3").figure == "*");
    CHECK(record_of("0;0;\"-\"", "0").figure == "-");
    const auto nothing = record_of(";;;", "3");
    CHECK(nothing.figure.empty());
    CHECK(nothing.hidden_by_format);
    CHECK_FALSE(record_of("0", "3").hidden_by_format);
}

TEST_CASE("A date keeps the parts that are shown", "[tables]") {
    CHECK(record_of("d-mmm", "41730").figure == "2014-04-01");
    CHECK(record_of("mmm-yy", "41730").figure == "2014-04");
    CHECK(record_of("mmm-yy", "41730").shown == "Apr-14");
    CHECK(record_of("yyyy", "41730").figure == "2014");
    CHECK(record_of("[h]:mm", "1.5").figure == "36:00");
    CHECK(record_of("yyyy-mm-dd", "-1").figure == "#######");
    CHECK(record_of("mmm-yy", "41730").type == CellRecord::Type::date);
}

TEST_CASE("A superscript after a text is a footnote mark", "[tables]") {
    CHECK(record_of_runs("5", "1").figure == "5");
    CHECK(record_of_runs("5", "1").mark == "1");
    CHECK(record_of_runs("Abbey ", "a,b").figure == "Abbey");
    CHECK(record_of_runs("Abbey ", "a,b").mark == "a,b");
    CHECK(record_of_runs("Area in km", "2").figure == "Area in km2");
    CHECK(record_of_runs("Area in km", "2").mark.empty());
    CHECK(record_of_runs("1", "st").figure == "1st");
    CHECK(record_of_runs("", "12").figure == "12"); // all of it is superscript
    CHECK(read_text_cell("5¹").figure == "5");
    CHECK(read_text_cell("22¹²").mark == "12");
    CHECK(read_text_cell("per km²").figure == "per km²");
    CHECK(read_text_cell("5¹").number == 5);
}

TEST_CASE("Text protected from Excel's guesses is that text", "[tables]") {
    CHECK(read_text_cell("=\"E05001001\"").figure == "E05001001");
    CHECK(read_text_cell(" =\"007\" ").figure == "007");
    CHECK(read_text_cell("=SUM(A1:A3)").figure == "=SUM(A1:A3)");
    CHECK(read_text_cell("=\"a\"&\"b\"").figure == "=\"a\"&\"b\"");
    CHECK(read_text_cell("12").type == CellRecord::Type::number);
    CHECK(read_text_cell("Abbey").type == CellRecord::Type::text);
    CHECK(read_text_cell("  ").type == CellRecord::Type::empty);
}

TEST_CASE("A truth value is not a figure, an error keeps its code", "[tables]") {
    const auto book = read_parts(xlsx_parts(
        xlsx_sheet_xml(R"(<row><c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c><c/></row>)")));
    const auto& sheet = book.sheets[0];
    CHECK(read_workbook_cell(book, sheet, 1, 1).type == CellRecord::Type::boolean);
    CHECK(read_workbook_cell(book, sheet, 1, 1).figure == "TRUE");
    CHECK_FALSE(read_workbook_cell(book, sheet, 1, 1).number);
    CHECK(read_workbook_cell(book, sheet, 1, 2).type == CellRecord::Type::error);
    CHECK(read_workbook_cell(book, sheet, 1, 2).figure == "#N/A");
    CHECK(read_workbook_cell(book, sheet, 1, 3).type == CellRecord::Type::empty);
}

TEST_CASE("A text that its format hides is not read", "[tables]") {
    const auto book =
        read_parts(xlsx_parts(xlsx_sheet_xml(R"(<row><c s="0" t="str"><v>secret</v></c></row>)"),
                              {{"xl/styles.xml", xlsx_styles({";;;"})}}));
    const auto record = read_workbook_cell(book, book.sheets[0], 1, 1);
    CHECK(record.figure.empty());
    CHECK(record.hidden_by_format);
}
