// SPDX-License-Identifier: MIT
// Long tables, several rows for a ward, old wards converted to new ones, and invalid codes.
#include <algorithm>

#include "base/error.h"
#include "join/join.h"
#include "join/vintage.h"
#include "join/ward_index.h"
#include "support/catch.h"
#include "support/study.h"
#include "support/tables.h"

using namespace wardmap;
using testing::table;

namespace {

const WardSet& four() {
    static const WardSet set = [] {
        auto made = testing::grid_of_wards({"North", "South", "East", "West"});
        made.source = "wards.shp";
        made.code_field = "WD24CD";
        const std::vector<std::string> codes = {"E05016001", "E05016002", "E05016003", "E05016004"};
        for (std::size_t i = 0; i < codes.size(); ++i) {
            made.wards[i].code = codes[i];
        }
        return made;
    }();
    return set;
}

const tables::Table& by_month() {
    static const auto t = table({"ward", "month", "type", "n"}, {{"North", "1", "ASB", "3"},
                                                                 {"North", "2", "ASB", "4"},
                                                                 {"North", "1", "Theft", "9"},
                                                                 {"South", "1", "asb", "*"},
                                                                 {"South", "2", "ASB", "1"},
                                                                 {"East", "1", "Theft", "7"}});
    return t;
}

join::Request request() {
    join::Request r;
    r.values = {"n"};
    r.marks = {{"*", 0, 4}};
    return r;
}

std::string failure(const tables::Table& t, const join::Request& r) {
    try {
        (void)join::join_table(t, four(), r);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

std::string lookup_failure(const tables::Table& t, const std::string& weight) {
    try {
        (void)join::make_lookup(t, "old", "new", weight);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

bool reported(const join::JoinResult& result, const std::string& words) {
    return std::any_of(result.findings.begin(), result.findings.end(),
                       [&](const Finding& f) { return f.found.find(words) != std::string::npos; });
}

} // namespace

TEST_CASE("Where selects rows of a long table, and counts the others", "[join]") {
    auto r = request();
    r.where = {{"type", {"ASB"}}, {"month", {"1"}}};
    const auto one = join::join_table(by_month(), four(), r);
    CHECK(one.cells[0] == Cell::known(3));
    CHECK(one.cells[1] == Cell::suppressed(0, 4));
    CHECK(one.cells[2].is_missing());
    CHECK(one.account.rows.size() == 2);
    CHECK(one.account.other_rows == 4);
    r.where = {{"type", {"Thft"}}};
    CHECK(failure(by_month(), r) == "error: t.csv:1:3: column \"type\" does not contain \"Thft\"\n "
                                    " expected: one of ASB, Theft\n"
                                    "  help: did you mean \"Theft\"?");
    r.where = {{"type", {"Theft"}}, {"month", {"2"}}};
    CHECK(failure(by_month(), r).starts_with("error: t.csv:1: no row matches all of where\n"));
}

TEST_CASE("Several rows of a ward are refused, used once, or added up", "[join]") {
    auto r = request();
    r.where = {{"type", {"ASB"}}};
    CHECK(failure(by_month(), r).find("North is here and on line 2, with another figure") !=
          std::string::npos);
    r.duplicates = join::Duplicates::sum;
    const auto sum = join::join_table(by_month(), four(), r);
    CHECK(sum.cells[0] == Cell::known(7));
    CHECK(sum.cells[1] == Cell::suppressed(1, 5));
    CHECK(sum.account.sum_before == 8);
    const auto twice = table({"ward", "n"}, {{"North", "3"}, {"North", "3"}});
    r = request();
    r.duplicates = join::Duplicates::identical;
    const auto same = join::join_table(twice, four(), r);
    CHECK(same.cells[0] == Cell::known(3));
    CHECK(same.account.rows.at(1).reason == "the same as line 2");
    CHECK(failure(by_month(), r).find("with another figure") != std::string::npos);
}

TEST_CASE("A lookup converts old wards to new, split by weight, suppressed as intervals",
          "[join]") {
    const auto lookup =
        join::make_lookup(table({"old", "new", "share"}, {{"E05004001", "E05016001", "100"},
                                                          {"E05004002", "E05016001", "25"},
                                                          {"E05004002", "E05016002", "75"},
                                                          {"E05004003", "E05016003", "50"},
                                                          {"E05004003", "E05099999", "50"}}),
                          "old", "new", "share");
    auto r = request();
    r.lookup = &lookup;
    const auto figures =
        table({"WD13CD", "n"},
              {{"E05004001", "10"}, {"e05004002", "*"}, {"E05004003", "8"}, {"E05016004", "5"}});
    const auto result = join::join_table(figures, four(), r);
    CHECK(result.cells[0] == Cell::suppressed(10, 11));
    CHECK(result.cells[1] == Cell::suppressed(0, 3));
    CHECK(result.cells[2] == Cell::known(4));
    CHECK(result.cells[3] == Cell::known(5));
    CHECK(result.account.sum_outside == 4);
    CHECK(result.account.rows.at(1).reason == "0.25 to E05016001 and 0.75 to E05016002");
    CHECK(reported(result, "3 old wards were converted to current wards using t.csv; 4 of 23 fell "
                           "outside"));
    auto part = figures;
    part.rows.erase(part.rows.begin());
    const auto incomplete = join::join_table(part, four(), r);
    CHECK(incomplete.cells[0].is_missing());
    CHECK(incomplete.cells[1] == Cell::suppressed(0, 3));
    CHECK(reported(incomplete,
                   "shown as missing, because the table lacks old wards that are part of "
                   "them: North"));
    r.additive = false;
    r.kind = tables::FigureKind::number;
    CHECK(failure(figures, r).find("\"e05004002\" became 2 wards, and its figure is not a count") !=
          std::string::npos);
}

TEST_CASE("A lookup that loses or double-counts a ward is refused", "[join]") {
    const auto split = table({"old", "new", "share"}, {{"E05004002", "E05016001", "0.3"},
                                                       {"E05004002", "E05016002", "0.6"}});
    CHECK(lookup_failure(split, "") == "error: t.csv:2: \"E05004002\" became 2 areas\n"
                                       "  expected: the share that goes to each\n"
                                       "  help: [lookup] weight = \"column with the shares\"");
    CHECK(lookup_failure(split, "share")
              .starts_with("error: t.csv:2: the weights of \"E05004002\" add up to 0.89"));
    CHECK(lookup_failure(table({"old", "new", "share"}, {{"a", "b", "lots"}}), "share")
              .starts_with("error: t.csv:2:3: the weight \"lots\" is not a share"));
}

TEST_CASE("Codes of other boundaries are reported with their year if a name has it", "[join]") {
    const auto old =
        table({"WD13CD", "n"},
              {{"E05004983", "1"}, {"E05004984", "2"}, {"E05004985", "3"}, {"E05016004", "4"}});
    CHECK(
        failure(old, request()) ==
        "error: t.csv:1:1: \"E05004983\" is not among the 4 wards of wards.shp; 3 of 4 codes of "
        "column WD13CD (2013) belong to other boundaries than WD24CD (2024); 3 wards of the map "
        "have no figure: North, South and East\n"
        "  expected: codes of the same year as the boundaries\n"
        "  help: scripts/get-boundaries --year 2013 fetches the wards of a year; a [lookup] table "
        "carries old wards onto new: from = \"WD13CD\", to = \"WD24CD\"; [project] "
        "require_coverage = 0.25 draws what matches");
    const auto none = table({"code", "n"}, {{"E05004983", "1"}, {"E05004984", "2"}});
    CHECK(
        failure(none, request()).find("their numbers are lower, so the table's wards are older") !=
        std::string::npos);
    CHECK(join::year_of_field("CMWD11CD") == 2011);
    CHECK(join::year_of_field("lad23cd") == 2023);
    CHECK_FALSE(join::year_of_field("ward_code"));
}

TEST_CASE("Keys that are not wards are reported with what they look like", "[join]") {
    const auto looks_like = [](const std::string& key) {
        return join::what_it_looks_like(key, four());
    };
    CHECK(looks_like("E01024385").find("LSOA") != std::string::npos);
    CHECK(looks_like("ME14 1XX").find("postcode") != std::string::npos);
    CHECK(looks_like("E07000110").find("district") != std::string::npos);
    CHECK(looks_like("5.00E+04").find("spreadsheet") != std::string::npos);
    CHECK(looks_like("E05004996").empty());
    CHECK(looks_like("High Street").empty());
    auto lsoas = four();
    for (std::size_t i = 0; i < lsoas.wards.size(); ++i) {
        lsoas.wards[i].code = "E0100000" + std::to_string(i);
    }
    CHECK(join::what_it_looks_like("E01024385", lsoas).empty());
}

TEST_CASE("Leading zeros removed by a spreadsheet are restored, and reported", "[join]") {
    auto beats = four();
    beats.wards[0].code = "0101";
    const auto result = join::join_table(table({"beat", "n"}, {{"101", "7"}, {"E05016002", "1"}}),
                                         beats, request());
    CHECK(result.cells[0] == Cell::known(7));
    CHECK(reported(result, "\"101\" is read as 0101: a spreadsheet removed its leading zeros"));
}

TEST_CASE("Headings, rounded totals, stated intervals and dates are recognised", "[join]") {
    auto r = request();
    r.rounded_to = 5;
    const auto result = join::join_table(table({"ward", "n"}, {{"Rural villages", ""},
                                                               {"North", "15"},
                                                               {"South", "20"},
                                                               {"East", "<5"},
                                                               {"West", "41730"},
                                                               {"Total", "41775"}}),
                                         four(), r);
    CHECK(result.account.rows.at(0).kind == join::RowFate::Kind::heading);
    CHECK(result.account.totals.at(0).agrees);
    CHECK(result.account.totals.at(0).narrowed.empty());
    CHECK(result.cells[2] == Cell::suppressed(0, 4));
    CHECK(reported(result, "\"<5\" is read as withheld, 0 to 4"));
    CHECK_FALSE(reported(result, "may be a date"));
    const auto date = join::join_table(
        table({"ward", "n"}, {{"North", "15"}, {"South", "20"}, {"East", "12"}, {"West", "41730"}}),
        four(), request());
    CHECK(reported(date, "the figure 41,730 of West may be a date"));
}
