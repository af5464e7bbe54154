// SPDX-License-Identifier: MIT
#include "base/text.h"

#include "support/catch.h"

namespace text = wardmap::text;

TEST_CASE("Numbers are printed with thousands commas and a minus sign", "[base]") {
    CHECK(text::number(1234567.891, 1) == "1,234,567.9");
    CHECK(text::number(999.95, 1) == "1,000.0");
    CHECK(text::number(-1234, 0) == "\u22121,234");
    CHECK(text::number(-0.04, 1) == "0.0"); // no minus before zero
    CHECK(text::number(0, 0) == "0");
    CHECK(text::number(100, 0) == "100");
}

TEST_CASE("Numbers round half away from zero on their decimal digits", "[base]") {
    CHECK(text::number(0.45, 1) == "0.5"); // the double is below 0.45
    CHECK(text::number(2.5, 0) == "3");
    CHECK(text::number(1.005, 2) == "1.01");
    CHECK(text::number(0.5, 0) == "1");
    CHECK(text::number(0.4999, 0) == "0");
    CHECK(text::rounded(-2.25, 1) == -2.3);
    CHECK(text::rounded(12.34, 3) == 12.34);
}

TEST_CASE("Only whole decimal numbers parse", "[base]") {
    CHECK(text::parse_number("12") == 12);
    CHECK(text::parse_number("-0.5") == -0.5);
    CHECK(text::parse_number("1.2e3") == 1200);
    CHECK(text::parse_number(".5") == 0.5);
    for (const char* const bad : {"", "-", "12a", "nan", "inf", "1,234", " 1", "0x1F", "1e999"}) {
        INFO(bad);
        CHECK_FALSE(text::parse_number(bad));
    }
}

TEST_CASE("Trimming also removes no-break spaces and byte-order marks", "[base]") {
    CHECK(text::trimmed("\xEF\xBB\xBF East\xC2\xA0 \r\n") == "East");
    CHECK(text::trimmed("   ").empty());
}

TEST_CASE("Windows-1252 bytes become UTF-8", "[base]") {
    CHECK(text::to_utf8("Felin-f\xE2"
                        "ch",
                        "WINDOWS-1252") == "Felin-fâch");
    CHECK_FALSE(text::to_utf8("x", "no such encoding"));
}

TEST_CASE("A user's words are quoted safely", "[base]") {
    CHECK(text::quoted("a\nb") == "\"a\\nb\"");
    CHECK(text::quoted(std::string(500, 'x')) ==
          "\"" + std::string(120, 'x') + "…\" (380 more characters)");
    CHECK(text::quoted("\xFF") == "\"\\xFF\"");
}

TEST_CASE("Lists read as English", "[base]") {
    CHECK(text::list({}).empty());
    CHECK(text::list({"A"}) == "A");
    CHECK(text::list({"A", "B", "C"}) == "A, B and C");
    CHECK(text::list({"A", "B", "C"}, "or") == "A, B or C");
    CHECK(text::with_count(1, "ward") == "1 ward");
    CHECK(text::with_count(1500, "ward") == "1,500 wards");
    CHECK(text::with_count(0, "category", "categories") == "0 categories");
}

TEST_CASE("A list is separated by semicolons if an item contains \"and\"", "[base]") {
    CHECK(text::list({"Sutton Valence and Langley", "Loose"}) ==
          "Sutton Valence and Langley; Loose");
    CHECK(text::list({"Bridge", "Coxheath and Hunton", "Loose"}) ==
          "Bridge; Coxheath and Hunton; Loose");
    CHECK(text::list({"Coxheath and Hunton", "Loose"}, "or") == "Coxheath and Hunton; Loose");
    CHECK(text::list({"Sandwich", "Brandon"}) == "Sandwich and Brandon"); // within a word
    CHECK(text::list({"Coxheath and Hunton"}) == "Coxheath and Hunton");
}

TEST_CASE("Text as markup stays text", "[base]") {
    CHECK(wardmap::text::as_markup("<b a=\"1\">St Mary's & Co</b>") ==
          "&lt;b a=&quot;1&quot;&gt;St Mary&#39;s &amp; Co&lt;/b&gt;");
    CHECK(wardmap::text::as_markup("").empty());
}
