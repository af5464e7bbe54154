// SPDX-License-Identifier: MIT
#include "study/bivariate.h"

#include "bands/make_bands.h"
#include "base/error.h"
#include "support/catch.h"
#include "support/maidstone.h"
#include "support/study.h"
#include "words/legend_check.h"

using namespace wardmap;
using testing::grid_of_wards;
using testing::study_of;

namespace {

std::vector<Cell> known(const std::vector<double>& values) {
    std::vector<Cell> cells;
    for (const double value : values) {
        cells.push_back(Cell::known(value));
    }
    return cells;
}

/// Categories "across" and "up", and a bivariate map of them.
Study crossed(const std::vector<Cell>& across, const std::vector<Cell>& up,
              project::Bivariate spec = {}, bool up_is_rank = false) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < across.size(); ++i) {
        names.push_back("Ward " + std::to_string(i + 1));
    }
    auto study = study_of(grid_of_wards(names), across);
    study.categories[0].spec.id = "across";
    study.categories[0].spec.title = "Theft";
    auto second = study.categories[0];
    second.spec.id = "up";
    second.spec.title = "Deprivation";
    if (up_is_rank) {
        second.spec.measure = project::MeasureKind::rank;
        second.spec.bands.scheme = project::Scheme::quantile;
    }
    second.figures = second.values = up;
    second.banding = bands::make_bands(up, second.spec.bands, up_is_rank ? 0 : 1);
    study.categories.push_back(second);
    spec.id = "both";
    spec.x.category = "across";
    spec.y.category = "up";
    study.bivariates = make_bivariates(study.project, {spec}, study.categories, study.findings);
    for (const auto& result : study.bivariates) { // drawn ranges can be read back
        for (const auto* const axis : {&result.across, &result.up}) {
            words::check_legend(category_of(study, *axis).values, axis->banding, "both");
        }
    }
    return study;
}

std::vector<std::string> codes(const Study& study) {
    std::vector<std::string> list;
    for (const auto& ward : study.bivariates.at(0).wards) {
        list.push_back(code_of(ward));
    }
    return list;
}

std::string findings_text(const Study& study) {
    std::string all;
    for (const auto& finding : study.findings) {
        all += to_text(finding) + "\n";
    }
    return all;
}

bool says(const Study& study, const std::string& what) {
    INFO(findings_text(study));
    return findings_text(study).find(what) != std::string::npos;
}

using Codes = std::vector<std::string>;

} // namespace

TEST_CASE("Wards are in thirds of both categories", "[study][bivariate]") {
    const auto study =
        crossed(known({1, 2, 3, 4, 5, 6, 7, 8, 9}), known({9, 8, 7, 1, 2, 3, 4, 5, 6}));
    CHECK(codes(study) == Codes{"C1", "C1", "C1", "A2", "A2", "A2", "B3", "B3", "B3"});
    const auto& result = study.bivariates[0];
    CHECK(result.counts[2][0] == 3);
    CHECK(result.placed == 9);
    CHECK(result.known == 9);
    CHECK(result.spec.title == "Deprivation and Theft");
    const auto high = high_wards(result);
    CHECK(high.up == 3);
    CHECK(high.across == 3);
    CHECK(high.both == 0);
    CHECK(high.expected == Approx(1));
    CHECK(study.findings.empty());
}

TEST_CASE("A rank's 1 is the high end", "[study][bivariate]") {
    const auto study =
        crossed(known({1, 2, 3, 4, 5, 6}), known({300, 250, 200, 150, 20, 1}), {}, true);
    CHECK(codes(study) == Codes{"A1", "A1", "B2", "B2", "C3", "C3"});
    CHECK(study.bivariates[0].up.turned);
    CHECK(study.bivariates[0].correlation.value() == Approx(1));
}

TEST_CASE("A suppressed figure has a class if its whole interval is in it", "[study][bivariate]") {
    auto across = known({1, 2, 3, 4, 5, 6, 7, 8, 9});
    across[0] = Cell::suppressed(0, 2);
    across[8] = Cell::suppressed(1, 9);
    auto up = known({1, 2, 3, 4, 5, 6, 7, 8, 9});
    up[4] = Cell::missing();
    up[5] = Cell::not_calculable();
    const auto study = crossed(across, up);
    const auto& wards = study.bivariates.at(0).wards;
    CHECK(code_of(wards[0]) == "A1");
    CHECK(wards[0].state == Cell::State::suppressed);
    CHECK(code_of(wards[8]).empty());
    CHECK_FALSE(wards[8].up);
    CHECK_FALSE(wards[8].across);
    CHECK(wards[4].state == Cell::State::missing);
    CHECK(wards[5].state == Cell::State::not_calculable);
    CHECK(study.bivariates[0].placed == 6);
    CHECK(study.bivariates[0].known == 5);
}

TEST_CASE("Equal figures are in one class, even if that leaves only two", "[study][bivariate]") {
    const auto tied =
        crossed(known({0, 0, 0, 0, 0, 0, 0, 5, 9}), known({1, 2, 3, 4, 5, 6, 7, 8, 9}));
    const auto& wards = tied.bivariates.at(0).wards;
    for (std::size_t i = 1; i < 7; ++i) {
        CHECK(wards[i].across == wards[0].across);
    }
    CHECK(wards[7].across != wards[0].across);
    CHECK(says(tied, "that thirds do not exist; natural breaks are used"));
    const auto two = crossed(known({0, 1, 0, 1, 0, 1}), known({1, 2, 3, 4, 5, 6}));
    CHECK(codes(two) == Codes{"A1", "A3", "B1", "B3", "C1", "C3"});
    CHECK(says(two, "\"across\" has two classes, low and high"));
}

TEST_CASE("A map that cannot distinguish wards is not drawn, which is reported",
          "[study][bivariate]") {
    const auto one_ward = crossed(known({3}), known({4}));
    CHECK(one_ward.bivariates.empty());
    CHECK(says(one_ward, "warning: "));
    CHECK(says(one_ward, "both: the map is not drawn: the known figures are all of one class"));
    CHECK(crossed(known({3, 3, 3}), known({4, 5, 6})).bivariates.empty());
    const std::vector<Cell> withheld(4, Cell::suppressed(0, 4));
    const auto hidden = crossed(withheld, known({1, 2, 3, 4}));
    CHECK(hidden.bivariates.empty());
    CHECK(says(hidden, "the map is not drawn: no figure is known in \"across\""));
}

TEST_CASE("Fixed breaks hold, even if an end class is empty", "[study][bivariate]") {
    project::Bivariate spec;
    spec.x.breaks = {10, 20};
    const auto study = crossed(known({10, 12, 19.9, 20, 35}), known({1, 2, 3, 4, 5}), spec);
    std::vector<std::size_t> places;
    for (const auto& ward : study.bivariates.at(0).wards) {
        places.push_back(*ward.across);
    }
    CHECK(places == std::vector<std::size_t>{1, 1, 1, 2, 2});
    const auto& bands = study.bivariates[0].across.banding.bands;
    REQUIRE(bands.size() == 3);
    CHECK(bands[0].range == "0.0–9.9");
    CHECK(bands[1].range == "10.0–19.9");
    CHECK(bands[2].range == "20.0–35.0");
}

TEST_CASE("A map of a category that is not drawn is omitted without a message",
          "[study][bivariate]") {
    auto study = crossed(known({1, 2, 3}), known({1, 2, 3}));
    const auto spec = study.bivariates.at(0).spec;
    study.categories.pop_back();
    study.bivariates = make_bivariates(study.project, {spec}, study.categories, study.findings);
    CHECK(study.bivariates.empty());
    CHECK(study.findings.empty());
}

TEST_CASE("Deprivation and theft in Maidstone agree with scipy", "[study][bivariate]") {
    const auto& result = testing::maidstone().bivariates.at(0);
    CHECK(result.correlation.value() == Approx(0.522051282051282)); // scipy.stats.spearmanr
    CHECK(result.known == 26);
    const auto high = high_wards(result);
    CHECK(high.up == 9);
    CHECK(high.across == 9);
    CHECK(high.both == 6);
    CHECK(high.expected == Approx(81.0 / 26));
}
