// SPDX-License-Identifier: MIT
#include "gdal/code_page.h"

#include "support/catch.h"

using namespace wardmap::gdal;

TEST_CASE("A code page is recognised by the letters within words", "[gdal]") {
    CHECK(guess_code_page({"plain", "Felin-f\xC3\xA2\x63h"}) == "UTF-8");
    CHECK(guess_code_page({"Felin-f\x83\x63h"}) == "CP850");
    CHECK(guess_code_page({"Felin-f\xE2\x63h"}) == "WINDOWS-1252");
    CHECK(guess_code_page({"St Mary\x92s"}) == "WINDOWS-1252"); // a curly apostrophe
    std::string name = "Felin-f\xC2\x83"
                       "ch"; // CP850 read as ISO-8859-1
    CHECK(repair_code_page({&name}, "ISO-8859-1") == "CP850");
    CHECK(name == "Felin-fâch");
}
