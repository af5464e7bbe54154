// SPDX-License-Identifier: MIT
#include "words/alt_text.h"
#include "words/foot_lines.h"

#include <algorithm>

#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using testing::grid_of_wards;
using testing::study_of;

TEST_CASE("The alt text is one sentence that names the highest and lowest wards", "[maps]") {
    const auto study =
        study_of(grid_of_wards({"A", "B", "C", "D", "E"}),
                 {Cell::known(5), Cell::known(9), Cell::known(1), Cell::known(7), Cell::known(3)});
    CHECK(
        words::words_of(study, study.categories[0]).alt ==
        "Map of 5 wards shaded by Anti-social behaviour: incidents per 1,000 residents, Testshire, "
        "2014; highest: B (9.0), D (7.0) and A (5.0); lowest: C (1.0).");
}

TEST_CASE("No ward is named the lowest if a withheld one may be lower", "[maps]") {
    const auto study =
        study_of(grid_of_wards({"A", "B", "C", "D", "E", "F", "G", "H"}, 4),
                 {Cell::known(50), Cell::known(90), Cell::suppressed(0, 4), Cell::suppressed(0, 4),
                  Cell::missing(), Cell::known(9), Cell::not_calculable(), Cell::known(70)});
    const auto words = words::words_of(study, study.categories[0]);
    CHECK(words.alt.ends_with("; highest published: B (90.0), H (70.0) and A (50.0); lowest "
                              "published: F (9.0); 2 withheld, 2 without a figure."));
    CHECK(words.description.find("Lowest published: F (9.0).") != std::string::npos);
}

TEST_CASE("One ward is named in the singular", "[maps]") {
    const auto study = study_of(grid_of_wards({"A"}), {Cell::known(5)});
    CHECK(
        words::words_of(study, study.categories[0]).alt ==
        "Map of 1 ward shaded by Anti-social behaviour: incidents per 1,000 residents, Testshire, "
        "2014; highest: A (5.0).");
}

TEST_CASE("Withheld wards are listed in the order of their names, never of their figures",
          "[maps]") {
    const auto study = study_of(grid_of_wards({"Zed", "Mid", "Alpha", "Top", "Low"}),
                                {Cell::suppressed(0, 90), Cell::suppressed(1, 90),
                                 Cell::suppressed(2, 90), Cell::known(50), Cell::known(10)});
    const auto words = words::words_of(study, study.categories[0]);
    CHECK(words.description.find("Withheld, band not certain: Alpha, Mid and Zed.") !=
          std::string::npos);
    CHECK(words.alt.find("Zed") == std::string::npos);
}

TEST_CASE("With no known figure the text still describes the map", "[maps]") {
    const auto study =
        study_of(grid_of_wards({"A", "B"}), {Cell::suppressed(0, 4), Cell::missing()});
    const auto words = words::words_of(study, study.categories[0]);
    CHECK(words.alt == "Map of 2 wards shaded by Anti-social behaviour: incidents per 1,000 "
                       "residents, Testshire, 2014; 1 withheld, 1 without a figure.");
    CHECK(words.description.find("No figure supplied: B.") != std::string::npos);
}

TEST_CASE("Wards of a ring are grey on a map, and not drawn among tiles", "[maps]") {
    auto study = study_of(grid_of_wards({"A", "B"}), {Cell::known(1), Cell::known(2)});
    auto& category = study.categories[0];
    category.hotspots.emplace();
    category.hotspots->wards.resize(2);
    category.hotspots->around = 3;
    const auto says = [&](const std::string& line) {
        const auto lines = words::foot_lines(study, category);
        return std::find(lines.begin(), lines.end(), line) != lines.end();
    };
    CHECK(says("Grey: wards around the area, included in the tests only."));
    category.spec.map = project::MapKind::tiles;
    CHECK(says("The wards around the area are included in the tests but not drawn."));
}

TEST_CASE("The foot names source, denominator, method, boundaries and attribution", "[maps]") {
    const auto study = study_of(grid_of_wards({"A", "B"}), {Cell::known(1), Cell::known(2)});
    const auto lines = words::foot_lines(study, study.categories[0]);
    REQUIRE(lines.size() == 4);
    CHECK(lines[0] == "Source: Test police. Denominator: residents, 2011 Census.");
    CHECK(lines[1].starts_with("Bands: "));
    CHECK(lines[2] == "Square boundaries.");
    CHECK(lines[3] == "Nobody's copyright.");
}
