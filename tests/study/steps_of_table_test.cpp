// SPDX-License-Identifier: MIT
// Series of long and of wide tables: in order of time, however the months are written.
#include "study/steps_of_table.h"

#include <algorithm>

#include "base/error.h"
#include "project/read_project.h"
#include "study/run_study.h"
#include "support/catch.h"
#include "support/project_files.h"

using namespace wardmap;
using testing::TempFolder;

namespace {

const std::string head = "[boundaries]\nsource = \"wards.geojson\"\n[[category]]\nid = \"asb\"\n"
                         "table = \"t.csv\"\n";
const std::string long_table = head + "value = \"n\"\nduplicates = \"sum\"\n";

Study study_of(const TempFolder& folder, const std::string& toml, const std::string& table) {
    folder.write("wards.geojson", testing::squares_geojson(testing::four_wards()));
    folder.write("t.csv", table);
    return run_study(project::read_project(folder.write("p.toml", toml)), {});
}

/// A long table in which the first ward has 1 in the first of these periods, 2 in the second, ...
std::string by_period(const std::vector<std::string>& periods) {
    std::string table = "ward,period,n\n";
    for (std::size_t i = 0; i < periods.size(); ++i) {
        for (const auto& ward : testing::four_wards()) {
            table += fmt::format("{},{},{}\n", ward.name, periods[i], i + 1);
        }
    }
    return table;
}

std::vector<std::string> labels(const Study& study) {
    std::vector<std::string> result;
    for (const auto& step : study.categories[0].steps) {
        result.push_back(step.label);
    }
    return result;
}

std::string failure(const std::string& toml, const std::string& table) {
    const TempFolder folder;
    try {
        (void)study_of(folder, toml, table);
    } catch (const InputError& error) {
        return to_text(error.findings().front());
    }
    return "no failure";
}

bool warns(const Study& study, const std::string& text) {
    return std::ranges::any_of(study.categories[0].findings, [&](const Finding& finding) {
        return finding.severity == Severity::warning &&
               finding.found.find(text) != std::string::npos;
    });
}

using Texts = std::vector<std::string>;

} // namespace

TEST_CASE("The steps of a series are in chronological, not alphabetical, order",
          "[study][period]") {
    const TempFolder folder;
    const auto study = study_of(folder, long_table + "steps = \"period\"\n",
                                by_period({"Apr-14", "Aug-14", "Dec-13", "Feb-14", "Jan-14",
                                           "Jul-14", "Jun-14", "Mar-14", "May-14"}));
    CHECK(labels(study) == Texts{"Dec-13", "Jan-14", "Feb-14", "Mar-14", "Apr-14", "May-14",
                                 "Jun-14", "Jul-14", "Aug-14"});
    CHECK(study.categories[0].steps.front().figures[0] == Cell::known(3)); // of Dec-13
    CHECK(study.categories[0].steps.back().figures[0] == Cell::known(2));  // of Aug-14
    CHECK_FALSE(warns(study, "the series has no figures"));
}

TEST_CASE("Missing periods are named, and one period in two ways is refused", "[study][period]") {
    const TempFolder folder;
    const auto study = study_of(folder, long_table + "steps = \"period\"\n",
                                by_period({"2013 Q4", "2013 Q1", "2013 Q2"}));
    CHECK(labels(study) == Texts{"2013 Q1", "2013 Q2", "2013 Q4"});
    CHECK(warns(study, "asb: the series has no figures for July to September 2013"));
    CHECK(failure(long_table + "steps = \"period\"\n", by_period({"2014-01", "Jan-14", "2014-02"}))
              .find("\"2014-01\" and \"Jan-14\" are the same period") != std::string::npos);
}

TEST_CASE("The columns of a wide table are a series, and add up", "[study][period]") {
    const TempFolder folder;
    const std::string table = "ward,202402,202312,202401\nNorth,1,2,4\nNorth Downs,0,0,0\n"
                              "Park Wood,8,8,8\nHigh Street,1,1,1\n";
    const std::string three = "value = [\"202402\", \"202312\", \"202401\"]\n";
    const auto study = study_of(folder, head + three + "steps = \"columns\"\n", table);
    CHECK(labels(study) == Texts{"202312", "202401", "202402"});
    CHECK(study.categories[0].figures[0] == Cell::known(7));
    CHECK(study.categories[0].steps[0].figures[0] == Cell::known(2));
    CHECK(study.categories[0].steps[2].figures[0] == Cell::known(1));
    CHECK(failure(head + three + "steps = \"columns\"\nmeasure = \"mean\"\n", table)
              .find("means, indices and ranks of several columns do not add up") !=
          std::string::npos);
    CHECK(failure(head + "value = [\"202402\", \"note\"]\nsteps = \"columns\"\n",
                  "ward,202402,note\nNorth,1,2\nPark Wood,1,2\n")
              .find("\"note\" cannot be read as a period of time") != std::string::npos);
}

TEST_CASE("Steps that are not periods, or are ambiguous, are refused", "[study][period]") {
    CHECK(failure(long_table + "steps = \"period\"\n", by_period({"before", "after"})) ==
          "error: t.csv:1:2: asb: \"after\" cannot be read as a period of time\n"
          "  expected: periods such as 2014-11, Nov 2014, 2014/15, Q1 2014, Week 10 or 30/11/2014\n"
          "  help: correct the periods, leave others out with where, or draw a category for each: "
          "each = [...]");
    CHECK(failure(long_table + "steps = \"period\"\n", by_period({"05/06/2014", "08/07/2014"}))
              .find("\"05/06/2014\" can be read as 5 June 2014 and as 6 May 2014") !=
          std::string::npos);
    CHECK(failure(long_table + "steps = \"period\"\n", by_period({"2014-01", "Q2 2014"}))
              .find("the periods January 2014 and April to June 2014 cannot be compared "
                    "side by side: they are not equally long") != std::string::npos);
}

TEST_CASE("A period without rows in a category is a step of zeros only if it says so",
          "[study][period]") {
    const std::string table = "ward,period,kind,n\nNorth,2014-01,a,1\nPark Wood,2014-02,b,2\n"
                              "North,2014-03,a,3\n";
    const std::string of_a = long_table + "steps = \"period\"\nwhere = { kind = \"a\" }\n";
    const TempFolder folder;
    const auto without = study_of(folder, of_a, table);
    CHECK(labels(without) == Texts{"2014-01", "2014-03"});
    const auto zeros = study_of(folder, of_a + "if_row_missing = \"zero\"\n", table);
    CHECK(labels(zeros) == Texts{"2014-01", "2014-02", "2014-03"});
    CHECK(zeros.categories[0].steps[1].figures[0] == Cell::known(0));
}
