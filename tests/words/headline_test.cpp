// SPDX-License-Identifier: MIT
#include "words/headline.h"

#include "project/read_project.h"
#include "study/run_study.h"
#include "support/catch.h"
#include "support/project_files.h"
#include "support/study.h"

using namespace wardmap;

namespace {

/// Wards with a count and 1,000 residents each; `more` goes into the category.
Study study_with(const testing::TempFolder& folder, const std::vector<std::string>& counts,
                 const std::string& more = "measure = \"rate\"\ndenominator = \"residents\"\n") {
    std::vector<testing::NamedCode> wards;
    std::string table = "code,n,pop\n";
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const auto code = "E0500" + std::to_string(1000 + i);
        wards.push_back(
            {code, std::string("Ward ") + static_cast<char>('A' + static_cast<int>(i))});
        table += code + "," + counts[i] + ",1000\n";
    }
    folder.write("wards.geojson", testing::squares_geojson(wards));
    folder.write("t.csv", table);
    return run_study(
        project::read_project(folder.write(
            "project.toml",
            "[project]\narea = \"Testshire\"\n[boundaries]\nsource = \"wards.geojson\"\n"
            "[denominator.residents]\ntable = \"t.csv\"\nvalue = \"pop\"\n"
            "[[category]]\nid = \"asb\"\ntitle = \"Anti-social behaviour\"\n"
            "unit = \"incidents\"\ntable = \"t.csv\"\nvalue = \"n\"\n"
            "suppression = { marks = { \"*\" = [0, 9] } }\n" +
                more)),
        {});
}

std::string headline_of(const Study& study) {
    return words::headline(study, study.categories.front());
}

const std::vector<std::string> one_high{"20", "22", "19", "21", "20", "90", "18", "22",
                                        "20", "21", "19", "20", "22", "18", "21", "20"};

} // namespace

TEST_CASE("A headline names the highest ward, if it is above the area's rate", "[words]") {
    const testing::TempFolder folder;
    const auto study = study_with(folder, one_high);
    // 393 in 16,000: 24.6 per 1,000; 90 / 24.5625 = 3.66.
    CHECK(headline_of(study) ==
          "Ward F: 90.0 incidents per 1,000 residents, 3.7 times the Testshire rate");
    CHECK(words::headline_subtitle(study, study.categories.front()) ==
          "Anti-social behaviour: incidents per 1,000 residents by ward, Testshire");
}

TEST_CASE("No ward heads a map if another has, or may have, as high a figure", "[words]") {
    const testing::TempFolder folder;
    auto tie = one_high;
    tie[9] = "90";
    CHECK(headline_of(study_with(folder, tie)).empty());
    auto few = one_high; // 8 is less than a withheld figure may be
    for (auto& count : few) {
        count = count == "90" ? "8" : "0";
    }
    few[3] = "*";
    CHECK(headline_of(study_with(folder, few)).empty());
    auto missing = one_high;
    missing[2] = "";
    CHECK(headline_of(study_with(folder, missing)).empty());
}

TEST_CASE("A withheld ward that cannot be as high does not matter", "[words]") {
    const testing::TempFolder folder;
    auto counts = one_high;
    counts[2] = "*";
    const auto wording = headline_of(study_with(folder, counts));
    // Its ratio is known to a tenth only if both ends print alike.
    CHECK((wording.empty() || wording.starts_with("Ward F: 90.0 incidents per 1,000 residents, ")));
}

TEST_CASE("If chance explains all differences, the headline says so", "[words]") {
    const testing::TempFolder folder;
    auto counts = one_high;
    counts[5] = "23";
    CHECK(headline_of(study_with(folder, counts)) ==
          "No ward is above the Testshire rate by more than chance explains");
}

TEST_CASE("Counts without a denominator are given as a share of all", "[words]") {
    const testing::TempFolder folder;
    const auto study = study_with(folder, one_high, "measure = \"count\"\n");
    CHECK(headline_of(study) == "Ward F: 90 incidents, 23% of all in Testshire");
}

TEST_CASE("The headline of changes names those that hold after correction, and denies none",
          "[words]") {
    using hotspots::Evidence;
    using hotspots::Level;
    auto study = testing::study_of(testing::grid_of_wards({"Ash", "Beech", "Cedar"}),
                                   {Cell::known(10), Cell::known(0), Cell::known(-5)});
    auto& category = study.categories.front();
    category.spec.origin = project::Change{};
    category.hotspots.emplace();
    auto& wards = category.hotspots->wards;
    wards.resize(3);
    for (auto& ward : wards) {
        ward.reading.level = Level::unchanged;
        ward.change = hotspots::Tested{};
    }
    CHECK(headline_of(study) == "No ward has changed by more than chance explains");
    wards[0].reading.level = Level::risen;
    wards[0].change = {hotspots::Verdict::high, Evidence::tentative};
    CHECK(headline_of(study).empty());
    wards[0].change = {hotspots::Verdict::high, Evidence::firm};
    CHECK(headline_of(study) == "Ash has risen by more than chance explains");
}

TEST_CASE("A project has its own headline, or none", "[words]") {
    const testing::TempFolder folder;
    CHECK(headline_of(study_with(folder, one_high, "headline = \"Look at F\"\n")) == "Look at F");
    CHECK(headline_of(study_with(folder, one_high, "headline = false\n")).empty());
}
