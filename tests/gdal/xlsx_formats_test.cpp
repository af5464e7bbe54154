// SPDX-License-Identifier: MIT
#include "gdal/xlsx_formats.h"

#include "gdal/code_page.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/zip_file.h"

using namespace wardmap::gdal;

TEST_CASE("Formats of workbooks show numbers as dates and percentages", "[geo]") {
    CHECK(shown_as(41730, 16, "", false) == "2014-04-01");
    CHECK(shown_as(41730, 164, "d\\-mmm", false) == "2014-04-01");
    CHECK(shown_as(41730.75, 164, "[$-809]dd mmmm yyyy;@", false) == "2014-04-01");
    CHECK(shown_as(40268, 14, "", true) == "2014-04-01"); // the calendar of old Macs
    CHECK(shown_as(0.07, 9, "", false) == "7%");
    CHECK(shown_as(0.125, 164, "0.0%", false) == "12.5%");
    for (const char* const format : {"", "General", "0", "#,##0", "#,##0\" days\"", "[Red]0.00",
                                     "0.00E+00", "\"about \"0", "@"}) {
        INFO(format);
        CHECK_FALSE(shown_as(41730, 164, format, false));
    }
    CHECK_FALSE(shown_as(-1, 14, "", false));
    CHECK_FALSE(shown_as(1e300, 14, "", false));
}

TEST_CASE("A workbook with styles and places that cannot be shows nothing of these cells",
          "[geo]") {
    const wardmap::testing::TempFolder folder;
    const auto cell = [](const std::string& place, const std::string& style) {
        return "<c r=\"" + place + "\" s=\"" + style + "\"><v>41730</v></c>";
    };
    const auto path = folder.write(
        "t.xlsx",
        wardmap::testing::zip_of(
            {{"xl/workbook.xml",
              R"(<workbook><sheets><sheet name="Data" r:id="rId1"/></sheets></workbook>)"},
             {"xl/_rels/workbook.xml.rels", R"(<Relationships><Relationship Id="rId1" )"
                                            R"(Target="worksheets/sheet1.xml"/></Relationships>)"},
             {"xl/styles.xml",
              R"(<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>)"},
             {"xl/worksheets/sheet1.xml",
              "<worksheet>" + cell("A1", "-1") + cell("A2", "1e300") + cell("A3", "1") +
                  cell("AAAAAAAAAAAAAAAAAAAAAAAA4", "0") + cell("A55555555555555555555555", "0") +
                  cell("B6", "0") + "</worksheet>"}}));
    const auto cells = shown_cells(path, "Data");
    REQUIRE(cells.size() == 1);
    CHECK(cells[0].row == 6);
    CHECK(cells[0].column == 2);
    CHECK(cells[0].text == "2014-04-01");
}

TEST_CASE("A code page is told by the letters within words", "[geo]") {
    CHECK(guess_code_page({"plain", "Felin-f\xC3\xA2\x63h"}) == "UTF-8");
    CHECK(guess_code_page({"Felin-f\x83\x63h"}) == "CP850");
    CHECK(guess_code_page({"Felin-f\xE2\x63h"}) == "WINDOWS-1252");
    CHECK(guess_code_page({"St Mary\x92s"}) == "WINDOWS-1252"); // a curly apostrophe
    std::string name = "Felin-f\xC2\x83"
                       "ch"; // CP850 read as ISO-8859-1
    CHECK(mend_code_page({&name}, "ISO-8859-1") == "CP850");
    CHECK(name == "Felin-fâch");
}
