// SPDX-License-Identifier: MIT
#include "spreadsheet/number_format.h"

#include "spreadsheet/iso_date.h"
#include "support/catch.h"

using namespace wardmap::spreadsheet;

namespace {

struct Example {
    const char* format;
    double value;
    const char* shown;
};

void check_all(const std::vector<Example>& examples) {
    for (const auto& [format, value, shown] : examples) {
        INFO(format << " of " << value);
        CHECK(NumberFormat(format).display(value).text == shown);
    }
}

} // namespace

TEST_CASE("Numbers are shown as Excel's documentation shows them", "[spreadsheet]") {
    // ECMA-376 part 1, 18.8.31, and the page "Number format codes" of Excel's help.
    check_all({{"####.#", 1234.59, "1234.6"},
               {"#.000", 8.9, "8.900"},
               {"0.#", 0.631, "0.6"},
               {"#.0#", 12, "12.0"},
               {"#.0#", 1234.568, "1234.57"},
               {"???.???", 44.398, " 44.398"},
               {"???.???", 2.8, "  2.8  "},
               {"# ?\?/??", 5.25, "5 1/4"},
               {"# ?/8", 5.25, "5 2/8"},
               {"#,###", 12000, "12,000"},
               {"#,", 12000, "12"},
               {"0.0,,", 12200000, "12.2"},
               {"00000", 123, "00123"},
               {"\"000\"#", 123, "000123"},
               {"0.00E+00", 12200000, "1.22E+07"},
               {"#0.0E+0", 12200000, "12.2E+6"},
               {"##0.0E+0", 12200000, "12.2E+6"},
               {"#%", 0.08, "8%"},
               {"0%", 2.8, "280%"},
               {"$#,##0.00_);[Red]($#,##0.00)", 12.5, "$12.50 "},
               {"$#,##0.00_);[Red]($#,##0.00)", -12.5, "($12.50)"},
               {"0.00_);(0.00);\"nil\"", 0, "nil"}});
}

TEST_CASE("A plain number is shown with fifteen digits", "[spreadsheet]") {
    check_all({{"General", 18.000000000000004, "18"},
               {"General", 4.999999999999999, "5"},
               {"General", 0.1 + 0.2, "0.3"},
               {"General", 0, "0"},
               {"General", -4.5, "-4.5"},
               {"General", 1e15, "1000000000000000"},
               {"General", 1e21, "1E+21"},
               {"General", 1.5e-10, "1.5E-10"},
               {"General", 0.00001, "0.00001"},
               {"General", 123456789.123456789, "123456789.123457"},
               {"General\" wards\"", 12, "12 wards"},
               {"@", 12.5, "12.5"}});
}

TEST_CASE("Halves are rounded up on the decimal digits", "[spreadsheet]") {
    check_all({{"0.00", 1.005, "1.01"},
               {"0.00", 2.675, "2.68"},
               {"0", 0.5, "1"},
               {"0", -0.5, "-1"},
               {"0", -0.4, "0"},
               {"0.0", 9.96, "10.0"},
               {"0.0E+0", 9.96, "1.0E+1"},
               {"#,##0", 999999.5, "1,000,000"},
               {"#,##0.00", 1234567.891, "1,234,567.89"}});
}

TEST_CASE("A percentage multiplies, a literal sign does not", "[spreadsheet]") {
    check_all({{"0%", 0.07, "7%"},
               {"0.0%", 0.256, "25.6%"},
               {"0.0\"%\"", 25.6, "25.6%"},
               {"0.0\\%", 25.6, "25.6%"},
               {"0.0 %", 0.256, "25.6 %"}});
    CHECK(NumberFormat("0.0%").display(0.256).percents == 1);
    CHECK(NumberFormat("0.0\"%\"").display(25.6).percents == 0);
    CHECK(NumberFormat("0.0\"%\"").display(25.6).words == "%");
}

TEST_CASE("Sections are selected by sign or condition", "[spreadsheet]") {
    check_all({{"[<5]\"<5\";0", 3, "<5"},
               {"[<5]\"<5\";0", 5, "5"},
               {"[<5]\"<5\";0", 0, "<5"},
               {"[Red][<=9]\"*\";#,##0", 9, "*"},
               {"[Red][<=9]\"*\";#,##0", 1000, "1,000"},
               {"[>=1000]#,##0;[<0]\"below\";0.0", -3, "below"},
               {"[>=1000]#,##0;[<0]\"below\";0.0", 5, "5.0"},
               {"[=1]\"one\";[=2]\"two\";0", 2, "two"},
               {"[<>0]0;\"none\"", 0, "none"},
               {"0;(0)", -5, "(5)"},
               {"0;-0;\"-\"", 0, "-"},
               {"0;-0;\"-\";@", 0, "-"},
               {";;;", 5, ""},
               {"0;;", 0, ""},
               {"0;;", 7, "7"},
               {"\"c\"", 4, "c"}});
    CHECK(NumberFormat("[<5]\"<5\";0").display(3).kind == FormatSection::Kind::words);
    CHECK(NumberFormat("[<5]\"<5\";0").display(7).kind == FormatSection::Kind::number);
}

TEST_CASE("Literals, colours, fills and currencies", "[spreadsheet]") {
    check_all({{"[$£-809]#,##0.00", 1234.5, "£1,234.50"},
               {"[$-809]0", 5, "5"},
               {"[$€-2] 0.00", -2, "-€ 2.00"},
               {"[Blue]0", 5, "5"},
               {"[Color 12]0", 5, "5"},
               {"_-* #,##0_-", 1234, " 1,234 "},
               {"0\\ \\k\\m", 5, "5 km"},
               {"000-0000", 41730, "004-1730"},
               {"\"£\"0", -5, "-£5"},
               {"0.0,\"k\"", 12345, "12.3k"},
               {"\"Q\"0", 3, "Q3"},
               {"0é", 3, "3é"}});
}

TEST_CASE("Texts follow the fourth section", "[spreadsheet]") {
    CHECK(NumberFormat("0;0;0;\"see \"@").display("note").text == "see note");
    CHECK(NumberFormat("@\"*\"").display("5").text == "5*");
    CHECK(NumberFormat(";;;").display("hidden").text.empty());
    CHECK(NumberFormat("0.0").display("Abbey").text == "Abbey");
    CHECK(NumberFormat("General").display("Abbey").text == "Abbey");
}

TEST_CASE("Dates and times are shown by their parts", "[spreadsheet]") {
    constexpr double moment = 41730 + (13 * 3600 + 5 * 60 + 9.25) / 86400; // 1 April 2014
    check_all({{"yyyy-mm", moment, "2014-04"},
               {"mmm-yy", moment, "Apr-14"},
               {"d mmm yyyy", moment, "1 Apr 2014"},
               {"dddd, d mmmm yyyy", moment, "Tuesday, 1 April 2014"},
               {"[$-F800]dddd\\ dd/mm/yy", moment, "Tuesday 01/04/14"},
               {"dd/mm/yyyy hh:mm", moment, "01/04/2014 13:05"},
               {"h:mm AM/PM", moment, "1:05 PM"},
               {"h:mm:ss a/p", moment, "1:05:09 P"},
               {"mm:ss.00", moment, "05:09.25"},
               {"[h]:mm", 1.5, "36:00"},
               {"[mm]:ss", 0.5, "720:00"},
               {"mmmmm", moment, "A"},
               {"m/d/yy", 60, "2/29/00"}, // Lotus's non-existent day
               {"yyyy-mm-dd", 59, "1900-02-28"},
               {"yyyy-mm-dd", 61, "1900-03-01"},
               {"yyyy-mm-dd", -1, "#######"},
               {"yyyy-mm-dd", 1e300, "#######"},
               {"hh:mm", 0.99999, "23:59"},
               {"hh:mm:ss", 0.9999999, "00:00:00"}});
    CHECK(NumberFormat("yyyy-mm-dd").display(40268, true).text == "2014-04-01"); // old Macs
}

TEST_CASE("Built-in formats of workbooks", "[spreadsheet]") {
    CHECK(NumberFormat(built_in_format(14)).display(41730).text == "01/04/2014");
    CHECK(NumberFormat(built_in_format(16)).display(41730).text == "1-Apr");
    CHECK(NumberFormat(built_in_format(17)).display(41730).text == "Apr-14");
    CHECK(NumberFormat(built_in_format(9)).display(0.5).text == "50%");
    CHECK(NumberFormat(built_in_format(41)).display(0).text == " - ");
    CHECK(built_in_format(0) == "General");
    CHECK(built_in_format(999) == "General");
}

TEST_CASE("Dates keep the parts that are shown", "[spreadsheet]") {
    CHECK(iso_date(41730.5, false, DatePrecision::year) == "2014");
    CHECK(iso_date(41730.5, false, DatePrecision::month) == "2014-04");
    CHECK(iso_date(41730.5, false, DatePrecision::day) == "2014-04-01");
    CHECK(iso_date(41730.5, false, DatePrecision::time) == "2014-04-01 12:00:00");
    CHECK_FALSE(iso_date(-1, false, DatePrecision::day));
    CHECK(NumberFormat("mmm-yy").display(41730).precision == DatePrecision::month);
    CHECK(NumberFormat("d-mmm").display(41730).precision == DatePrecision::day);
    CHECK(NumberFormat("yyyy").display(41730).precision == DatePrecision::year);
    CHECK(NumberFormat("h:mm").display(41730).is_period);
    CHECK(days_of("2014-04-01") == 41730);
    CHECK(days_of("2014-04-01T12:00:00") == 41730.5);
    CHECK_FALSE(days_of("2014-02-30"));
    CHECK_FALSE(days_of("April"));
}

TEST_CASE("Any text is a format", "[spreadsheet]") {
    for (const char* const code :
         {"",      "\"",       "[",     "\\",     "_",    "*",      "[<",
          "[<5",   ";;;;;;;;", "0/0/0", "#,,,,#", "....", "E+E+E+", "0E+",
          "?/?",   "/",        "[$",    "[$-",    "[h",   "[hm]0",  "yyyyyyyyyyyy",
          "AM/PM", "0.0.0",    "%%%%0"}) {
        INFO(code);
        for (const double value : {0.0, 1.0, -1.5, 1e308, -1e-308, 41730.0}) {
            CHECK(NumberFormat(code).display(value).text.size() < 1000);
        }
    }
}
