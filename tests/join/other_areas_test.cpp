// SPDX-License-Identifier: MIT
// Rows that are not areas of the map: larger areas, other areas of the same kind, codes of another
// vintage, misspelt names, units without an area.
#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "join/fold_name.h"
#include "join/join.h"
#include "join/ward_index.h"
#include "support/catch.h"
#include "support/study.h"
#include "support/tables.h"
#include "tables/area_code.h"

using namespace wardmap;
using join::RowFate;
using tables::AreaLevel;
using testing::table;

namespace {

/// Ten wards, "E05013001" and so on, of the district Testham.
const WardSet& ten() {
    static const WardSet set = [] {
        auto made = testing::grid_of_wards(
            {"Ash", "Beech", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Rowan"});
        made.source = "wards.geojson";
        made.code_field = "WD23CD";
        for (std::size_t i = 0; i < made.wards.size(); ++i) {
            made.wards[i].code = "E050130" + std::string(i < 9 ? "0" : "") + std::to_string(i + 1);
        }
        return made;
    }();
    return set;
}

using Rows = std::vector<std::vector<std::string>>;

/// A row for each of the first wards: code, name, district, figure (10, 11, ...), and then `more`.
tables::Table with_wards(std::size_t count, const Rows& more) {
    Rows rows;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& ward = ten().wards[i];
        rows.push_back({ward.code, ward.name, "Testham", std::to_string(10 + i)});
    }
    rows.insert(rows.end(), more.begin(), more.end());
    return table({"code", "ward", "district", "n"}, rows);
}

join::Request request() {
    join::Request r;
    r.values = {"n"};
    return r;
}

join::JoinResult joined(const tables::Table& t, const join::Request& r = request(),
                        const WardSet& wards = ten()) {
    return join::join_table(t, wards, r);
}

std::string failure(const tables::Table& t, const join::Request& r = request(),
                    const WardSet& wards = ten()) {
    try {
        (void)join::join_table(t, wards, r);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

/// The findings of one severity.
std::vector<std::string> found(const join::JoinResult& result, Severity severity) {
    std::vector<std::string> texts;
    for (const auto& finding : result.findings) {
        if (finding.severity == severity) texts.push_back(finding.found);
    }
    return texts;
}

bool has(const std::vector<std::string>& texts, const std::string& words) {
    return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
        return text.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("Codes identify the kind of area", "[join][tables]") {
    CHECK(tables::level_of("E05004996") == AreaLevel::ward);
    CHECK(tables::level_of(" w06000015 ") == AreaLevel::district);
    CHECK(tables::level_of("E10000016") == AreaLevel::county);
    CHECK(tables::level_of("E12000008") == AreaLevel::region);
    CHECK(tables::level_of("K04000001") == AreaLevel::country);
    CHECK(*tables::level_of("E01024385") < AreaLevel::ward);
    CHECK_FALSE(tables::level_of("29UHGW"));
    CHECK_FALSE(tables::level_of("E0500499"));
    CHECK(tables::level_of_most({"E05000001", "E05000002", "x"}) == AreaLevel::ward);
    CHECK_FALSE(tables::level_of_most({"E05000001", "x"}));
    CHECK(tables::is_larger_area_name("ENGLAND"));
    CHECK(tables::is_larger_area_name("Yorkshire & the Humber region"));
    CHECK(tables::is_larger_area_name("England average"));
    CHECK_FALSE(tables::is_larger_area_name("Kent Street"));
    CHECK_FALSE(tables::is_larger_area_name("East"));
}

TEST_CASE("Larger areas are kept with their figures, and are not an error", "[join]") {
    const auto result = joined(with_wards(10, {{"E07000990", "Testham", "", "145"},
                                               {"E10000016", "Kent", "", "900"},
                                               {"E12000008", "South East", "", "8,100"},
                                               {"E92000001", "England", "", "*"},
                                               {"", "Wales", "", "77"}}));
    REQUIRE(result.comparators.size() == 5);
    CHECK(result.comparators[0].name == "Testham");
    CHECK(result.comparators[0].figure == Cell::known(145));
    CHECK(result.comparators[1].code == "E10000016");
    CHECK(result.comparators[1].figure == Cell::known(900));
    CHECK(result.comparators[2].figure == Cell::known(8100));
    CHECK(result.comparators[3].line == 15);
    CHECK(result.comparators[3].figure.is_missing()); // an undeclared mark there is not an error
    CHECK(result.comparators[4].name == "Wales");
    CHECK(result.account.sum_after == 145);
    REQUIRE(result.account.totals.size() == 1); // the district, by its only code
    CHECK(result.account.totals[0].agrees);
    CHECK(result.account.rows.at(11).kind == RowFate::Kind::larger_area);
    CHECK(found(result, Severity::warning).empty());
}

TEST_CASE("The figures of a larger area in several rows are added up if rows are", "[join]") {
    auto r = request();
    r.duplicates = join::Duplicates::sum;
    const auto t =
        with_wards(10, {{"E92000001", "England", "", "100"}, {"E92000001", "England", "", "50"}});
    CHECK(joined(t, r).comparators.at(0).figure == Cell::known(150));
    CHECK(joined(t).comparators.size() == 2);
}

TEST_CASE("Other areas of the same kind are omitted and counted", "[join]") {
    Rows others;
    for (int i = 0; i < 40; ++i) {
        others.push_back(
            {"E0509" + std::to_string(9000 + i), "Place " + std::to_string(i), "Farham", "5"});
    }
    const auto result = joined(with_wards(10, others));
    CHECK(result.account.outside_rows == 40);
    CHECK(result.account.outside_examples == std::vector<std::string>{"E05099000", "E05099001",
                                                                      "E05099002", "E05099003",
                                                                      "E05099004"});
    CHECK(result.account.rows.size() == 10);
    CHECK(result.account.sum_after == 145);
    CHECK(found(result, Severity::warning).empty());
    CHECK(has(found(result, Severity::note),
              "40 rows are of other wards than those of the map, and are left out (E05099000, "
              "E05099001, E05099002, E05099003, E05099004, ...); where = { \"district\" = "
              "\"Testham\" } selects those of the map"));
    auto r = request();
    r.outside = join::Outside::error;
    CHECK(failure(with_wards(10, others), r)
              .find("40 of 50 codes of column code belong to other boundaries") !=
          std::string::npos);
}

TEST_CASE("Another district on a map of districts is outside, not a total", "[join]") {
    auto districts = ten();
    districts.noun = {"borough", "boroughs"};
    for (std::size_t i = 0; i < districts.wards.size(); ++i) {
        districts.wards[i].code = "E0800000" + std::to_string(i);
    }
    Rows rows;
    for (const auto& ward : districts.wards) {
        rows.push_back({ward.code, "1"});
    }
    rows.push_back({"E06000001", "7"});
    rows.push_back({"E92000001", "9"});
    const auto result = joined(table({"code", "n"}, rows), request(), districts);
    CHECK(result.account.totals.empty());
    CHECK(result.account.outside_rows == 1);
    CHECK(result.comparators.size() == 1);
}

TEST_CASE("Some codes of another vintage are named, with the wards that lack a figure", "[join]") {
    const auto one = joined(with_wards(
        9, {{"E05004111", "Rowan", "Testham", "5"}, {"E05004112", "Far", "Farham", "5"}}));
    CHECK(one.cells[9].is_missing());
    CHECK(has(found(one, Severity::warning),
              "\"E05004111\" is not among the 10 wards of wards.geojson; 1 of 11 codes of column "
              "code belong to other boundaries than WD23CD (2023); 1 ward of the map has no "
              "figure: Rowan"));
    CHECK(one.account.outside_rows == 1); // of another district
    const auto two = with_wards(
        8, {{"E05004111", "Rowan", "Testham", "5"}, {"E05004112", "Old Oak", "Testham", "5"}});
    const auto wording = failure(two);
    CHECK(wording.find("2 wards of the map have no figure: Oak and Rowan") != std::string::npos);
    CHECK(wording.find("from = \"code\", to = \"WD23CD\"; [project] require_coverage = 0.8 draws "
                       "what matches") != std::string::npos);
    auto r = request();
    r.least_coverage = 0.8;
    CHECK(joined(two, r).account.wards_joined == 8);
}

TEST_CASE("Codes of other wards under the same names are another vintage", "[join]") {
    Rows rows;
    for (std::size_t i = 0; i < 10; ++i) {
        rows.push_back({"E0500082" + std::to_string(i), ten().wards[i].name, "1"});
    }
    const auto t = table({"area_code", "area_name", "n"}, rows);
    const auto wording = failure(t);
    CHECK(wording.find(
              "10 of 10 codes of column \"area_code\" belong to other wards of the same names, "
              "whose borders may differ: E05000820 (Ash), E05000821 (Beech)") != std::string::npos);
    CHECK(wording.find("older\n  expected: codes of the same year as the boundaries\n  help: key = "
                       "\"area_name\" joins by name if the borders are the same; "
                       "scripts/get-boundaries") != std::string::npos);
    auto r = request();
    r.keys = {"area_name"};
    const auto meant = joined(t, r);
    CHECK(meant.account.wards_joined == 10);
    CHECK(has(found(meant, Severity::warning), "belong to other wards of the same names"));
}

TEST_CASE("An alias is proposed only to a ward without a row, and never for a code", "[join]") {
    const auto misspelt = table({"ward", "n"}, {{"Ash", "1"}, {"Beach", "2"}, {"Cedar", "3"}});
    try {
        (void)joined(misspelt);
        FAIL("joined");
    } catch (const InputError& error) {
        REQUIRE(error.findings()[0].alias); // warnings follow the errors
        CHECK(*error.findings()[0].alias == std::pair<std::string, std::string>("Beach", "Beech"));
    }
    const auto has_row =
        table({"ward", "n"}, {{"Ash", "1"}, {"Beach", "2"}, {"Beech", "3"}, {"Cedar", "1"}});
    CHECK(failure(has_row).find("did you mean") == std::string::npos);
    CHECK(failure(has_row).find("\"Beach\" is not a ward of wards.geojson") != std::string::npos);
    const auto code = with_wards(9, {{"E01013009", "", "", "4"}});
    CHECK(failure(code).find("did you mean") == std::string::npos);
    CHECK(failure(code).find("it looks like an LSOA") != std::string::npos);
}

TEST_CASE("Names outside the map are omitted if the map is complete or the table wider", "[join]") {
    Rows rows;
    for (const auto& ward : ten().wards) {
        rows.push_back({ward.name, "1"});
    }
    auto whole = rows;
    whole.push_back({"Aviation unit", "12"});
    whole.push_back({"Aviation unit", "30"});
    const auto result = joined(table({"ward", "n"}, whole));
    CHECK(found(result, Severity::warning) ==
          std::vector<std::string>{"2 rows name no ward of the map, and are left out: \"Aviation "
                                   "unit\" (line 12); their figures add up to 42"});
    CHECK(result.account.rows.back().kind == RowFate::Kind::other_area);
    auto part = rows;
    part.pop_back();
    part.push_back({"Zeppelin", "12"});
    CHECK(failure(table({"ward", "n"}, part)).find("\"Zeppelin\" is not a ward") !=
          std::string::npos);
    for (int i = 0; i < 20; ++i) {
        part.push_back({"Some other place " + std::to_string(i), "5"});
    }
    const auto wider = joined(table({"ward", "n"}, part));
    CHECK(wider.account.outside_rows == 21);
}

TEST_CASE("A row without code and name is omitted if it has other words", "[join]") {
    const auto unit = joined(with_wards(9, {{"", "", "Air support", "12"}}));
    CHECK(has(found(unit, Severity::warning),
              "1 row names no ward of the map, and is left out: \"Air support\" (line 11); its "
              "figures add up to 12"));
    CHECK(failure(with_wards(9, {{"", "", "", "12"}})).find("the row names no ward") !=
          std::string::npos);
}

TEST_CASE("Columns that hold parents or head towns are context, not checks", "[join]") {
    const auto t = table({"code", "ward", "town", "n"}, {{"E05013001", "Ash", "Ash", "1"},
                                                         {"E05013002", "Beech", "Ash", "2"},
                                                         {"E05013003", "Cedar", "Beech", "3"},
                                                         {"E05013004", "Elm", "Beech", "4"}});
    const auto result = joined(t);
    CHECK(result.account.key_columns == std::vector<std::string>{"code", "ward"});
    CHECK(result.account.sum_after == 10);
    const auto swapped =
        table({"code", "ward", "n"}, {{"E05013001", "Beech", "1"}, {"E05013002", "Ash", "2"}});
    CHECK(failure(swapped).find("code \"E05013001\" does not agree with ward \"Beech\"") !=
          std::string::npos);
}

TEST_CASE("Figures that must not be added up are refused", "[join]") {
    Rows rows;
    for (const auto& ward : ten().wards) {
        rows.push_back({ward.name, "Females", "4"});
        rows.push_back({ward.name, "Males", "3"});
        rows.push_back({ward.name, "Persons", "7"});
    }
    auto r = request();
    r.duplicates = join::Duplicates::sum;
    const auto wording = failure(table({"ward", "sex", "n"}, rows), r);
    CHECK(wording.find(
              "the rows with \"sex\" = \"Persons\" are the sum of the others in all 10 areas: "
              "added up, everything counts twice") != std::string::npos);
    CHECK(wording.find("help: where = { \"sex\" = \"Persons\" }") != std::string::npos);
    for (auto& row : rows) {
        if (row[1] == "Persons") row[2] = "8";
    }
    CHECK(joined(table({"ward", "sex", "n"}, rows), r).cells[0] == Cell::known(15));
}

TEST_CASE("Wards with figures of fewer periods are not ranked with whole years", "[join]") {
    const auto months = [](std::size_t of_ash, const std::string& last) {
        Rows rows;
        for (std::size_t month = 1; month <= 12; ++month) {
            const auto text = fmt::format("2014-{:02}", month);
            rows.push_back({"Beech", text, "3"});
            if (month <= of_ash) rows.push_back({"Ash", text, month == of_ash ? last : "2"});
        }
        return table({"ward", "month", "n"}, rows);
    };
    auto r = request();
    r.duplicates = join::Duplicates::sum;
    CHECK(
        failure(months(6, "2"), r)
            .find("t.csv:1:2: 1 ward has figures of fewer periods in column \"month\" than the 12 "
                  "of others, and would be ranked beside them: Ash (6)") != std::string::npos);
    CHECK(has(found(joined(months(12, ""), r), Severity::warning), "Ash (11)"));
    CHECK_FALSE(has(found(joined(months(12, "0"), r), Severity::warning), "fewer periods"));
    r.if_row_missing = join::MissingRow::zero;
    CHECK(joined(months(6, "2"), r).cells[0] == Cell::known(12));
}

TEST_CASE("Periods of any form are compared, other words are not", "[join]") {
    const auto uneven = [](const std::string& heading, const std::vector<std::string>& texts) {
        Rows rows;
        for (const auto& text : texts) {
            rows.push_back({"Beech", text, "3"});
            if (text != texts.back()) rows.push_back({"Ash", text, "2"});
        }
        auto r = request();
        r.duplicates = join::Duplicates::sum;
        return has(found(joined(table({"ward", heading, "n"}, rows), r), Severity::warning),
                   "fewer periods in column \"" + heading + "\"");
    };
    CHECK(uneven("month", {"9", "10", "11", "12"}));
    CHECK(uneven("period", {"2013 Q1", "2013 Q2", "2013 Q3", "2013 Q4"}));
    CHECK(uneven("week", {"w/c 07/04/2014", "w/c 14/04/2014", "w/c 21/04/2014", "w/c 28/04/2014"}));
    CHECK(uneven("mis", {"Ionawr 2014", "Chwefror 2014", "Mawrth 2014", "Ebrill 2014"}));
    CHECK_FALSE(uneven("offence", {"Arson", "Burglary", "Robbery", "Theft"}));
    CHECK_FALSE(uneven("grade", {"1", "2", "3", "4"}));
}

TEST_CASE("Codes for no data, ranks out of range and mixed percentages are errors", "[join]") {
    auto r = request();
    r.kind = tables::FigureKind::number;
    r.additive = false;
    const auto scores = [](const std::string& last) {
        return table(
            {"ward", "n"},
            {{"Ash", "3.5"}, {"Beech", "60"}, {"Cedar", "12"}, {"Elm", "-999"}, {"Fir", last}});
    };
    const auto wording = failure(scores("-999"), r);
    CHECK(wording.find("t.csv:5:2: column \"n\": -999 (2 rows) looks like a code for no data") !=
          std::string::npos);
    CHECK(wording.find("help: suppression = { marks = { \"-999\" = \"missing\" } }") !=
          std::string::npos);
    auto marked = r;
    marked.marks = {{"-999", 0, 0, tables::Mark::Meaning::missing}};
    CHECK(joined(scores("8"), marked).cells[3].is_missing());
    // A figure below zero among others is a figure, and so is 99 among tens.
    CHECK(
        joined(table({"ward", "n"}, {{"Ash", "-9"}, {"Beech", "-4"}, {"Cedar", "3"}, {"Elm", "1"}}),
               r)
            .cells[0] == Cell::known(-9));
    CHECK(joined(table({"ward", "n"},
                       {{"Ash", "99"}, {"Beech", "40"}, {"Cedar", "31"}, {"Elm", "80"}}),
                 r)
              .cells[0] == Cell::known(99));
    CHECK(failure(table({"ward", "n"},
                        {{"Ash", "9999"}, {"Beech", "40"}, {"Cedar", "31"}, {"Elm", "80"}}),
                  r)
              .find("9999 (1 row) looks like a code for no data") != std::string::npos);

    auto ranks = r;
    ranks.lowest_rank = 32844;
    for (const char* const rank : {"32845", "0", "12.5"}) {
        INFO(rank);
        const auto wrong = failure(table({"ward", "n"}, {{"Ash", "1"}, {"Beech", rank}}), ranks);
        CHECK(wrong.find("is not a rank of 32,844\n  expected: a whole number from 1 to 32,844") !=
              std::string::npos);
    }
    CHECK(joined(table({"ward", "n"}, {{"Ash", "1"}, {"Beech", "32844"}}), ranks).cells[1] ==
          Cell::known(32844));

    CHECK(
        failure(table({"ward", "n"}, {{"Ash", "45%"}, {"Beech", "0.22"}, {"Cedar", "0"}}), r)
            .find("t.csv:3:2: column \"n\" has figures with a percentage sign (line 2) and without "
                  "one (line 3)") != std::string::npos);
    CHECK(joined(table({"ward", "n"}, {{"Ash", "45%"}, {"Beech", "22%"}, {"Cedar", "0"}}), r)
              .cells[1] == Cell::known(22));
}

TEST_CASE("Blank cells are wards without a figure", "[join]") {
    const auto result =
        joined(table({"ward", "n"}, {{"Ash", "1"}, {"Beech", ""}, {"Cedar", "..\u00A0"}}));
    CHECK(result.account.wards_without_figure == std::vector<std::size_t>{1, 2});
    CHECK(has(found(result, Severity::warning),
              "2 of 10 wards have a row and no figure: Beech and Cedar"));
}

TEST_CASE("Codes with decimals of zeros are whole codes", "[join]") {
    auto beats = ten();
    for (std::size_t i = 0; i < beats.wards.size(); ++i) {
        beats.wards[i].code = std::to_string(i + 1);
    }
    const auto result = joined(
        table({"code", "n"}, {{"1.00000000000", "5"}, {"10.00000000000", "7"}}), request(), beats);
    CHECK(result.cells[0] == Cell::known(5));
    CHECK(result.cells[9] == Cell::known(7));
    CHECK(has(found(result, Severity::note),
              "2 codes written with decimals of zeros are read as whole: \"1.00000000000\" is 1"));
    CHECK(failure(table({"code", "n"}, {{"1.5", "5"}}), request(), beats) != "no failure");
}

TEST_CASE("A bilingual name matches either half", "[join]") {
    auto welsh = ten();
    welsh.wards[0].welsh_name = "Onnen";
    welsh.wards[1].name = "Beech / Ffawydd";
    const auto result = joined(
        table({"ward", "n"}, {{"Ash / Onnen", "1"}, {"Ffawydd", "2"}, {"Cedar / Cedrwydd", "3"}}),
        request(), welsh);
    CHECK(result.cells[0] == Cell::known(1));
    CHECK(result.cells[1] == Cell::known(2));
    CHECK(result.cells[2] == Cell::known(3));
    CHECK(failure(table({"ward", "n"}, {{"Elm", "1"}, {"Fir / Hazel", "2"}}), request(), welsh)
              .find("\"Fir / Hazel\" is not a ward") != std::string::npos);
}

TEST_CASE("A district is the same with and without its kind", "[join]") {
    using join::fold_district;
    for (const char* const name : {"Westminster", "City of Westminster", "Westminster, City of",
                                   "Westminster City Council", "WESTMINSTER (B)"}) {
        INFO(name);
        CHECK(fold_district(name).starts_with("westminster"));
    }
    CHECK(fold_district("City of Westminster") == fold_district("Westminster"));
    CHECK(fold_district("County Durham") == fold_district("Durham"));
    CHECK(fold_district("Bristol, City of") == fold_district("Bristol"));
    CHECK(fold_district("London Borough of Barnet") == fold_district("Barnet"));
    CHECK(fold_district("Barnet London Boro") == fold_district("Barnet"));
    CHECK(fold_district("Ashford") != fold_district("Dartford"));
}
