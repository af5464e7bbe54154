// SPDX-License-Identifier: MIT
// Bands shared between the maps of a study, and with a file.
#include "study/band_categories.h"

#include <algorithm>

#include "base/error.h"
#include "project/read_project.h"
#include "study/run_study.h"
#include "support/bands.h"
#include "support/catch.h"
#include "support/project_files.h"

using namespace wardmap;
using testing::ranges;
using testing::TempFolder;

namespace {

const std::string head = "[boundaries]\nsource = \"wards.geojson\"\n";

std::string category(const std::string& id, const std::string& column, const std::string& bands) {
    return "[[category]]\nid = \"" + id + "\"\ntitle = \"" + id + " crime\"\nperiod = \"2014\"\n" +
           "table = \"counts.csv\"\nvalue = \"" + column + "\"\nbands = { " + bands + " }\n";
}

Study study_of(const TempFolder& folder, const std::string& categories,
               const std::vector<std::string>& ids = {}) {
    folder.write("wards.geojson", testing::squares_geojson(testing::four_wards()));
    folder.write("counts.csv", "code,old,new\n"
                               "E05000001,10,2\nE05000002,20,12\n"
                               "E05000003,30,38\nE05000004,40,55\n");
    RunOptions options;
    options.categories = ids;
    return run_study(project::read_project(folder.write("p.toml", head + categories)), options);
}

std::string failure(const TempFolder& folder, const std::string& categories) {
    try {
        (void)study_of(folder, categories);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

bool reports(const CategoryResult& category, const std::string& found) {
    return std::any_of(category.findings.begin(), category.findings.end(),
                       [&](const Finding& f) { return f.found.starts_with(found); });
}

const std::string own = category("old", "old", "scheme = \"equal\", count = 3");

} // namespace

TEST_CASE("A map in the bands of another has its breaks, with extended ends", "[study]") {
    const TempFolder folder;
    const auto study = study_of(folder, category("new", "new", "same_as = \"old\"") + own);
    const auto& banding = study.categories[0].banding;
    CHECK(ranges(study.categories[1].banding) ==
          std::vector<std::string>{"10–19", "20–29", "30–40"});
    CHECK(ranges(banding) == std::vector<std::string>{"2–19", "20–29", "30–55"});
    CHECK(banding.bands[1].known == 0);
    CHECK(bands::describe(banding) == "as old crime, 2014 (equal intervals), end bands extended to "
                                      "these figures, 3 bands");
    REQUIRE(banding.findings.size() == 1);
    CHECK(reports(study.categories[0], "new: figures are outside the bands as old"));
}

TEST_CASE("The owner of the bands is read, but not drawn, if only the borrower is requested",
          "[study]") {
    const TempFolder folder;
    const auto study = study_of(folder, category("new", "new", "same_as = \"old\"") + own, {"new"});
    REQUIRE(study.categories.size() == 1);
    CHECK(study.categories[0].banding.bands.size() == 3);
}

TEST_CASE("Pooled bands are computed over all figures and print alike on both maps", "[study]") {
    const TempFolder folder;
    const auto study = study_of(
        folder, category("old", "old", "scheme = \"equal\", count = 2, pooled_with = [\"new\"]") +
                    category("new", "new", "same_as = \"old\""));
    const std::vector<std::string> both = {"2–28", "29–55"}; // parted at 28.5
    CHECK(ranges(study.categories[0].banding) == both);
    CHECK(ranges(study.categories[1].banding) == both);
    CHECK(bands::describe(study.categories[0].banding) ==
          "equal intervals over old crime, 2014 and new crime, 2014 together, 2 bands");
    CHECK(study.categories[0].banding.findings.empty());
}

TEST_CASE("A partner that is drawn in its own bands is reported", "[study]") {
    const TempFolder folder;
    const auto study = study_of(folder, category("old", "old", "pooled_with = \"new\"") +
                                            category("new", "new", "count = 2"));
    CHECK(
        reports(study.categories[0],
                "old: the figures of new are included in these bands, but it is drawn in others"));
}

TEST_CASE("Frozen bands are an input of the study", "[study]") {
    const TempFolder folder;
    folder.write("kept/b.toml", "measure = \"count\"\nmethod = \"natural breaks (Fisher)\"\n"
                                "breaks = [0, 25, 60]\n");
    const auto study = study_of(folder, category("new", "new", "frozen = \"kept/b.toml\""));
    CHECK(ranges(study.categories[0].banding) == std::vector<std::string>{"0–24", "25–60"});
    CHECK(bands::describe(study.categories[0].banding) ==
          "frozen in kept/b.toml (natural breaks (Fisher)), 2 bands");
    CHECK(std::any_of(study.inputs.begin(), study.inputs.end(),
                      [](const InputFile& file) { return file.path == "kept/b.toml"; }));
    folder.write("kept/b.toml", "measure = \"rate\"\nbreaks = [0, 25, 60]\n");
    CHECK(failure(folder, category("new", "new", "frozen = \"kept/b.toml\""))
              .find("kept/b.toml: these bands are not of the measure of category \"new\"") !=
          std::string::npos);
    CHECK(failure(folder, category("new", "new", "frozen = \"no.toml\""))
              .find("error: no.toml: there is no such file") != std::string::npos);
}

TEST_CASE("Bands cannot be shared with a category that does not exist or differs in measure",
          "[study]") {
    const TempFolder folder;
    const auto fails = [&](const std::string& categories, const std::string& words) {
        const auto text = failure(folder, categories);
        INFO(text);
        return text.find(words) != std::string::npos;
    };
    CHECK(fails(category("new", "new", "same_as = \"odl\"") + own, "did you mean \"old\"?"));
    CHECK(fails(category("new", "new", "same_as = \"new\"") + own, "share bands with itself"));
    CHECK(fails(category("new", "new", "same_as = \"old\", count = 3") + own,
                "count is given together with same_as"));
    CHECK(fails(own + category("a", "new", "same_as = \"old\"") +
                    category("b", "new", "same_as = \"a\""),
                "\"a\" has no bands of its own either"));
    CHECK(fails(own + category("a", "new", "same_as = \"old\"") + "measure = \"density\"\n",
                "\"old\" is not the same measure as \"a\""));
    CHECK(fails(category("new", "new", "same_as = \"old\"") +
                    category("old", "old", "scheme = \"deciles\""),
                "\"old\" is banded by rank on its own map"));
    CHECK(fails(category("new", "new", "scheme = \"deciles\", pooled_with = \"old\"") + own,
                "bands by rank do not depend on other figures"));
    CHECK(fails(category("new", "new", "breaks = [10, 20, 30]") +
                    category("old", "old", "breaks = [20, 30, 50]"),
                "error: old: the figure 10 is outside the fixed breaks 20 to 50"));
}
