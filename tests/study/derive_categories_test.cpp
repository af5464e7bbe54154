// SPDX-License-Identifier: MIT
// Derived categories, selected and combined rows, series: from files to results.
#include "study/derive_categories.h"

#include <algorithm>
#include <map>

#include "base/error.h"
#include "project/read_project.h"
#include "study/run_study.h"
#include "support/catch.h"
#include "support/csv.h"
#include "support/project_files.h"

using namespace wardmap;
using testing::TempFolder;

namespace {

const std::string head = "[boundaries]\nsource = \"wards.geojson\"\n"
                         "[denominator.residents]\ntable = \"t.csv\"\nvalue = \"people\"\n";

std::string category(const std::string& id, const std::string& inner) {
    return "[[category]]\nid = \"" + id + "\"\n" + inner + "\n";
}

std::string counted(const std::string& id, const std::string& column,
                    const std::string& more = "") {
    return category(id, "table = \"t.csv\"\nvalue = \"" + column + "\"\n" + more);
}

Study study_of(const TempFolder& folder, const std::string& toml) {
    folder.write("wards.geojson", testing::squares_geojson(testing::four_wards()));
    folder.write("t.csv", "ward,people,before,after,other\n"
                          "North,1000,10,40,1\nNorth Downs,1000,20,20,1\n"
                          "Park Wood,2000,40,10,2\nHigh Street,1000,0,5,4\n");
    folder.write("long.csv", "ward,month,kind,n\n"
                             "North,2014-01,asb,3\nNorth,2014-02,asb,4\nNorth,2014-02,theft,9\n"
                             "Park Wood,2014-01,ASB ,2\nHigh Street,2014-01,theft,1\n");
    return run_study(project::read_project(folder.write("p.toml", head + toml)), {});
}

std::string failure(const std::string& toml) {
    const TempFolder folder;
    try {
        (void)study_of(folder, toml);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

} // namespace

TEST_CASE("A change is a percentage, with test and reading", "[study]") {
    const TempFolder folder;
    const std::string rate = "denominator = \"residents\"\n";
    const auto study =
        study_of(folder, counted("before", "before", rate) + counted("after", "after", rate) +
                             category("change", "measure = \"change\"\nfrom = \"before\"\n"
                                                "to = \"after\"\n"));
    const auto& change = study.categories[2];
    CHECK(change.unit.title() == "% change in after per 1,000 residents");
    CHECK(change.values[0].value() == Approx(300));
    CHECK(change.values[1].value() == Approx(0).margin(1e-9));
    CHECK(change.values[3].is_not_calculable()); // from zero
    REQUIRE(change.hotspots);
    CHECK(change.hotspots->wards[0].reading.level == hotspots::Level::risen);
    CHECK(change.hotspots->wards[0].change->evidence == hotspots::Evidence::firm);
    CHECK(change.hotspots->wards[1].reading.level == hotspots::Level::unchanged);
    CHECK(change.hotspots->wards[2].reading.level == hotspots::Level::fallen);
    CHECK(change.banding.bands.front().word == "large fall");
    CHECK(change.banding.bands.back().word == "large rise");
}

TEST_CASE("Periods of unequal length need their days", "[study]") {
    CHECK(failure(counted("before", "before", "days = 365") + counted("after", "after") +
                  category("c", "measure = \"change\"\nfrom = \"before\"\nto = \"after\"\n"))
              .find("only one of before and after states the length of its period") !=
          std::string::npos);
}

TEST_CASE("Sums, composites, quotients and overlaps are derived from other categories", "[study]") {
    const TempFolder folder;
    const auto study = study_of(
        folder,
        counted("a", "before", "bands = { count = 2 }") +
            counted("b", "after", "bands = { count = 2 }") +
            category("sum",
                     "parts = [\"a\", { category = \"b\", weight = 2 }]\nmeasure = \"count\"\n"
                     "weights_source = \"made up, 2014\"") +
            category("index", "measure = \"composite\"\nparts = [\"a\", \"b\"]") +
            category("mix", "measure = \"quotient\"\npart = \"a\"\nwhole = \"b\"") +
            category("overlap", "measure = \"overlap\"\nparts = [\"a\", \"b\"]"));
    CHECK(study.categories[2].values[0] == Cell::known(90));
    CHECK(study.categories[2].spec.source == "made of a; b (weight 2); weights: made up, 2014");
    CHECK(study.categories[3].values[0].value() ==
          Approx((100 * 10 / 17.5 + 100 * 40 / 18.75) / 2));
    CHECK(study.categories[4].values[1].value() == Approx(1 / (70.0 / 75)));
    CHECK(study.categories[5].values[0] == Cell::known(1)); // top band of b only
    CHECK(study.categories[5].values[2] == Cell::known(1));
    CHECK(study.categories[5].values[3] == Cell::known(0));
}

TEST_CASE("Keys of derived categories are refused elsewhere", "[study]") {
    for (const char* const key :
         {"from", "whole", "if_part_missing", "weights", "weights_source"}) {
        CHECK(failure(counted("a", "before", std::string(key) + " = \"b\""))
                  .find(std::string(key) + " is only for derived categories") != std::string::npos);
    }
}

TEST_CASE("Weights of harm come from a dated file", "[study]") {
    const auto harm = [](const std::string& more) {
        return counted("a", "before") + counted("b", "after") +
               category("harm", "measure = \"count\"\nweights = \"harm.toml\"\n" + more);
    };
    const std::string parts = "parts = [\"a\", { category = \"b\", as = \"violence\" }]\n";
    const TempFolder folder;
    folder.write("harm.toml", "title = \"Our harm\"\ndate = 2024-05-01\nsource = \"days\"\n"
                              "[weights]\na = 1\nviolence = 2\nmurder = 5475\n");
    const auto study = study_of(folder, harm(parts));
    CHECK(study.categories[2].values[0] == Cell::known(90));
    CHECK(study.categories[2].spec.source ==
          "made of a; b (weight 2); weights: Our harm, 2024-05-01 (days)");
    CHECK(std::any_of(study.inputs.begin(), study.inputs.end(),
                      [](const auto& input) { return input.path == "harm.toml"; }));

    const auto wording = [&](const std::string& more) {
        try {
            (void)study_of(folder, harm(more));
            return std::string();
        } catch (const InputError& error) {
            return std::string(error.what());
        }
    };
    CHECK(wording("parts = [\"a\", \"b\"]").find("there is no weight for \"b\"") !=
          std::string::npos);
    CHECK(wording(parts + "weights_source = \"me\"").find("one of the two") != std::string::npos);
    CHECK(wording("parts = [\"a\", { category = \"b\", weight = 3 }]").find("one of the two") !=
          std::string::npos);
    folder.write("harm.toml", "title = \"Our harm\"\n[weights]\na = 0\n");
    CHECK(wording(parts).find("date = 2020-05-01") != std::string::npos);
    CHECK(wording(parts).find("the weight of \"a\" is not a number above 0") != std::string::npos);
    for (const char* const weight : {"inf", "nan", "-1", "1e-400"}) {
        INFO(weight);
        folder.write("harm.toml",
                     std::string("title = \"H\"\ndate = 2024-05-01\n[weights]\na = ") + weight);
        CHECK(wording(parts).find("the weight of \"a\" is not a number above 0") !=
              std::string::npos);
    }
    folder.write("harm.toml", "");
    CHECK(wording(parts).find("the file is empty") != std::string::npos);
    folder.write("harm.toml", "title = \"H\"\n");
    CHECK(wording(parts).find("the file has no [weights]") != std::string::npos);
}

TEST_CASE("An overlap alone still finds its parts and their bands", "[study]") {
    const TempFolder folder;
    const auto toml = counted("a", "before", "bands = { count = 2 }") +
                      counted("b", "after", "bands = { count = 2 }") +
                      category("overlap", "measure = \"overlap\"\nparts = [\"a\", \"b\"]");
    (void)study_of(folder, toml);
    RunOptions options;
    options.categories = {"overlap"};
    const auto study =
        run_study(project::read_project((folder.path() / "p.toml").string()), options);
    REQUIRE(study.categories.size() == 1);
    CHECK(study.categories[0].values[0] == Cell::known(1));
}

TEST_CASE("Parts that do not exist, count twice or make no sense are refused", "[study]") {
    const auto two = counted("a", "before") + counted("b", "after", "part_of = \"a\"");
    const auto says = [&](const std::string& inner, const std::string& what) {
        const auto wording = failure(two + category("c", inner));
        INFO(wording);
        CHECK(wording.find(what) != std::string::npos);
    };
    says("measure = \"composite\"\nparts = [\"a\", \"x\"]", "there is no other category \"x\"");
    says("measure = \"composite\"\nparts = [\"a\", \"b\"]", "\"b\" is part of \"a\"");
    says("measure = \"composite\"\nparts = [\"a\", \"a\"]", "\"a\" is a part twice");
    says("measure = \"composite\"\nparts = [\"a\"]", "at least two parts");
    says("measure = \"mean\"\nparts = [\"a\", \"b\"]", "averages, indices and ranks do not add up");
    says("measure = \"change\"\nfrom = \"a\"", "to");
    says("measure = \"change\"\nfrom = \"a\"\nto = \"b\"\nparts = [\"a\", \"b\"]",
         "parts does not apply to this measure");
    says("parts = [\"a\", \"b\"]\ntable = \"t.csv\"\nmeasure = \"count\"",
         "the figures are those of other categories");
    says("measure = \"composite\"\nparts = [\"a\", { category = \"b\", weight = 0 }]",
         "a weight that is not above 0");
}

TEST_CASE("Rows of a long table are selected and added up", "[study]") {
    const TempFolder folder;
    const auto study = study_of(
        folder,
        category("asb", "table = \"long.csv\"\nvalue = \"n\"\nwhere = { kind = \"asb\" }\n"
                        "duplicates = \"sum\"\nif_row_missing = \"zero\"\nsteps = \"month\""));
    const auto& asb = study.categories[0];
    CHECK(asb.figures ==
          std::vector<Cell>{Cell::known(7), Cell::known(0), Cell::known(2), Cell::known(0)});
    CHECK(asb.accounts.front().other_rows == 2);
    CHECK(asb.accounts.front().sum_before == 9);
    REQUIRE(asb.steps.size() == 2);
    CHECK(asb.steps[0].label == "2014-01");
    CHECK(asb.steps[1].figures[0] == Cell::known(4));
    CHECK(std::any_of(asb.findings.begin(), asb.findings.end(), [](const Finding& f) {
        return f.found.find("2 steps are few") != std::string::npos;
    }));
    CHECK(failure(category("x", "table = \"long.csv\"\nvalue = \"n\"\nduplicates = \"sum\"\n"
                                "where = { kind = \"abs\" }"))
              .find("\"abs\"") != std::string::npos);
}

TEST_CASE("Ward scores are means of smaller areas weighted by households", "[study]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(lsoa, "deprivation/maidstone_lsoa2001_imd2010.csv");
    const TempFolder folder;
    const auto toml =
        "[boundaries]\nsource = \"" +
        testing::source_file("geodata/maidstone/wards/maidstone_wards.shp") + "\"\n" +
        category("imd",
                 "measure = \"mean\"\nkey = \"wd11_code\"\nvalue = \"imd2010_score\"\n"
                 "combine = { by = \"mean\", weight = \"households_2011_lsoa11\" }\ntable = \"" +
                     lsoa + "\"") +
        category("fifth", "measure = \"mean\"\nkey = \"wd11_code\"\nvalue = \"imd2010_rank\"\n"
                          "combine = { by = \"share\", weight = \"households_2011_lsoa11\", "
                          "at_most = 6496 }\ntable = \"" +
                              lsoa + "\"");
    const auto study = run_study(project::read_project(folder.write("p.toml", toml)), {});
    std::map<std::string, double> published;
    for (const auto& row :
         testing::csv_rows(testing::source_file("geodata/maidstone/tables/deprivation_2010.csv"))) {
        published[row.at("ward_code")] = std::stod(row.at("imd2010_average_score"));
    }
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        CHECK(study.categories[0].values[i].value() ==
              Approx(published.at(study.wards.wards[i].code)).margin(0.00501));
        const auto& share = study.categories[1].values[i];
        CHECK((share.value() >= 0 && share.value() <= 100));
    }
}

TEST_CASE("A series of months names its pattern", "[study]") {
    const TempFolder folder;
    const auto data = testing::source_file("geodata/maidstone/");
    const auto study = run_study(
        project::read_project(folder.write(
            "p.toml",
            "[boundaries]\nsource = \"" + data + "wards/maidstone_wards.shp\"\n" +
                category("asb", "table = \"" + data +
                                    "tables/crime_2014_by_month.csv\"\nvalue = \"count\"\n"
                                    "where = { crime_type = \"Anti-social behaviour\" }\n"
                                    "duplicates = \"sum\"\nsteps = \"month\"\n"
                                    "if_row_missing = \"zero\""))),
        {});
    const auto& asb = study.categories[0];
    REQUIRE(asb.steps.size() == 11);
    double all = 0;
    for (const auto& step : asb.steps) {
        for (const auto& cell : step.figures) {
            all += cell.value();
        }
    }
    CHECK(all == 3463); // police.uk, Maidstone, January to November 2014
    for (const auto& series : asb.series) {
        CHECK(series.steps == 11);
        CHECK(series.corrected.hot_steps <= series.uncorrected.hot_steps);
    }
}
