// SPDX-License-Identifier: MIT
// Numbers, dates and points in their usual forms, and the columns that hold them.
#include "base/error.h"
#include "incidents/columns.h"
#include "incidents/periods.h"
#include "incidents/read_month.h"
#include "incidents/read_number.h"
#include "incidents/read_point.h"
#include "support/catch.h"

using namespace wardmap;
using namespace wardmap::incidents;

namespace {

std::string month(std::string_view text, DayOrder order = DayOrder::day_first) {
    const auto reading = read_month(text, order);
    return reading.month == no_month ? "" : month_label(reading.month);
}

using Sample = std::vector<std::vector<std::string>>;

} // namespace

TEST_CASE("Coordinates are read as they are written", "[incidents]") {
    CHECK(read_number("0.968272", Comma::none) == 0.968272);
    CHECK(read_number(" -0.5 ", Comma::none) == -0.5);
    CHECK(read_number("51,255956", Comma::decimal) == 51.255956);
    CHECK(read_number("576,012", Comma::thousands) == 576012);
    CHECK(read_number("1,155,988.5", Comma::thousands) == 1155988.5);
    CHECK(read_number("0.96827200000000001", Comma::none) == 0.968272);
    CHECK(read_number("5.76e5", Comma::none) == 576000);
    CHECK(read_number("\u2212"
                      "0.5",
                      Comma::none) == -0.5);
    for (const char* const wrong : {"", ".", "-", "12a", "1.2.3", "0,5", "nan", "inf", "NULL"}) {
        CHECK_FALSE(read_number(wrong, Comma::none));
    }
    CHECK(decimals_of("0.968272", Comma::none) == 6);
    CHECK(decimals_of("51,2", Comma::decimal) == 1);
    CHECK(decimals_of("576012", Comma::none) == 0);
    CHECK(has_thousands("576,012"));
    CHECK_FALSE(has_thousands("0,968"));
    CHECK_FALSE(has_thousands("51,2559"));
}

TEST_CASE("The month of a date is read in every usual form", "[incidents]") {
    for (const char* const text :
         {"2014-03", "2014-03-25", "2014-03-25T18:30:00Z", "2014/03/25", "20140325", "201403",
          "25/03/2014", "25/03/2014 18:30", "25.03.14", "25-Mar-2014", "25 March 2014", "Mar-14",
          "March 2014", "Tue 25 March 2014", "25th March 2014", "March 25, 2014", "03/2014",
          "2014 March"}) {
        INFO(text);
        CHECK(month(text) == "2014-03");
    }
    CHECK(month("03/04/2014") == "2014-04");
    CHECK(month("03/04/2014", DayOrder::month_first) == "2014-03");
    CHECK(month("03/25/2014") == "2014-03"); // cannot be day first
    CHECK(read_month("03/25/2014", DayOrder::day_first).against_order);
    CHECK(read_month("03/04/2014", DayOrder::day_first).could_be_either);
    for (const char* const wrong :
         {"", "unknown", "2014-13", "31/31/2014", "18:30", "2014", "99"}) {
        INFO(wrong);
        CHECK(month(wrong).empty());
    }
}

TEST_CASE("Months are grouped into quarters and years", "[incidents]") {
    const auto march = *month_labelled("2014-03");
    const auto april = *month_labelled("2014-04");
    CHECK(period_label(period_start(march, Step::quarter), Step::quarter) == "2014 Q1");
    CHECK(period_label(period_start(april, Step::quarter), Step::quarter) == "2014 Q2");
    CHECK(period_label(period_start(march, Step::year), Step::year) == "2014");
    CHECK(period_label(period_start(march, Step::financial_year), Step::financial_year) ==
          "2013/14");
    CHECK(period_label(period_start(april, Step::financial_year), Step::financial_year) ==
          "2014/15");
    CHECK_FALSE(month_labelled("2014-13"));
    CHECK_FALSE(month_labelled("March"));
}

TEST_CASE("Points are read from WKT and WKB", "[incidents]") {
    const auto point = read_point("POINT (0.5 51.25)");
    REQUIRE(point);
    CHECK(point->at == geo::Point{0.5, 51.25});
    const auto stated = read_point("SRID=27700;POINT Z(576012 155988 12)");
    REQUIRE(stated);
    CHECK(stated->srid == 27700);
    CHECK(stated->at == geo::Point{576012, 155988});
    // SELECT ST_SetSRID(ST_MakePoint(1, 2), 4326) in PostGIS
    const auto binary = read_point("0101000020E6100000000000000000F03F0000000000000040");
    REQUIRE(binary);
    CHECK(binary->srid == 4326);
    CHECK(binary->at == geo::Point{1, 2});
    for (const char* const wrong : {"", "POINT EMPTY", "LINESTRING (0 0, 1 1)", "POINT (1)",
                                    "0101000020E6100000000000000000F03F", "TQ 760 556"}) {
        CHECK_FALSE(read_point(wrong));
    }
}

TEST_CASE("Columns are found by names, below a title", "[incidents]") {
    const Sample sample = {
        {"Crime extract 2014"},
        {"Crime Number", "Date From", "Offence Group", "Location Easting", "Location Northing"},
        {"A1", "25/03/2014", "Burglary", "576012", "155988"},
        {"A2", "26/03/2014", "Theft", "576013", "155989"}};
    const auto columns = find_columns(sample, {}, "test.csv");
    CHECK(columns.first_row == 2);
    CHECK(columns.x == 3);
    CHECK(columns.y == 4);
    CHECK(columns.date == 1u);
    CHECK(columns.type == 2u);
    CHECK(columns.id == 0u);
    CHECK(columns.decimals == 0);
    CHECK_FALSE(columns.is_police_uk);
}

TEST_CASE("Columns without recognisable names are found by content, which is reported",
          "[incidents]") {
    Sample sample = {{"c1", "c2", "c3", "c4"}};
    for (int i = 0; i < 40; ++i) {
        sample.push_back({"0.51" + std::to_string(1000 + i), "51.27" + std::to_string(1000 + i),
                          "2014-0" + std::to_string(1 + i % 9) + "-03",
                          i % 2 == 0 ? "Burglary" : "Theft"});
    }
    const auto columns = find_columns(sample, {}, "test.csv");
    CHECK(columns.x == 0);
    CHECK(columns.y == 1);
    CHECK(columns.date == 2u);
    CHECK(columns.type == 3u);
    CHECK(columns.findings.size() == 3);
    sample.erase(sample.begin()); // no header at all
    const auto bare = find_columns(sample, {}, "test.csv");
    CHECK(bare.first_row == 0);
    CHECK(bare.names[0] == "column 1");
    CHECK(bare.x == 0);
}

TEST_CASE("Grid references, geometries and area codes are also locations", "[incidents]") {
    CHECK(find_columns({{"id", "where"}, {"1", "TQ 760 556"}, {"2", "TQ761557"}}, {}, "t").place ==
          PlaceKind::grid_reference);
    CHECK(find_columns({{"id", "g"}, {"1", "POINT (1 2)"}}, {}, "t").place == PlaceKind::point);
    CHECK(find_columns({{"id", "LSOA code"}, {"1", "E01024345"}}, {}, "t").place ==
          PlaceKind::area_code);
}

TEST_CASE("A table without any location, or without a requested column, is refused",
          "[incidents]") {
    const Sample sample = {{"id", "ward"}, {"1", "High Street"}};
    CHECK_THROWS_AS(find_columns(sample, {}, "t"), InputError);
    ColumnNames wanted;
    wanted.x = "Eastin";
    wanted.y = "Northing";
    try {
        (void)find_columns({{"Easting", "Northing"}, {"1", "2"}}, wanted, "t");
        FAIL("the columns were found");
    } catch (const InputError& error) {
        CHECK(error.findings().front().found == "there is no column \"Eastin\"");
        CHECK(error.findings().front().help.find("Easting") != std::string::npos);
    }
}
