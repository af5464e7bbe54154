// SPDX-License-Identifier: MIT
#include "gdal/xlsx_formats.h"

#include "gdal/code_page.h"
#include "support/catch.h"

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
