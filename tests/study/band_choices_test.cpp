// SPDX-License-Identifier: MIT
#include "study/band_choices.h"

#include <algorithm>

#include "bands/make_bands.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using project::Scheme;

namespace {

std::vector<std::string> names(const std::vector<BandChoice>& choices) {
    std::vector<std::string> list;
    for (const auto& choice : choices) {
        list.push_back((choice.own ? "*" : "") + choice.name);
    }
    return list;
}

Study four_wards() {
    return testing::study_of(testing::grid_of_wards({"North", "South", "East", "West"}),
                             {Cell::known(3), Cell::known(4.5), Cell::known(12), Cell::known(14)});
}

} // namespace

TEST_CASE("Choices are schemes by counts, with the project's own marked", "[study]") {
    const auto study = four_wards();
    const auto& category = study.categories.front();
    CHECK(names(band_choices(category, {Scheme::natural, Scheme::box}, {4, 5})) ==
          std::vector<std::string>{"natural, 4 bands", "*natural, 5 bands", "box"});
}

TEST_CASE("The project's own bands come first if no scheme gives them", "[study]") {
    auto study = four_wards();
    auto& category = study.categories.front();
    category.spec.bands.scheme = Scheme::fixed;
    category.spec.bands.breaks = {0, 10, 20};
    category.banding = bands::make_bands(category.values, category.spec.bands, 1);
    const auto choices = band_choices(category, {Scheme::natural}, {3});
    CHECK(names(choices) == std::vector<std::string>{"*the project's own", "natural, 3 bands"});
    CHECK(choices.front().banding.bands.size() == 2);
}

TEST_CASE("Ranks are compared only by schemes that use order", "[study]") {
    project::Category category;
    category.measure = project::MeasureKind::rank;
    CHECK(schemes_for(category) == std::vector<Scheme>{Scheme::quantile, Scheme::percentile,
                                                       Scheme::deciles, Scheme::quintiles});
    category.measure = project::MeasureKind::rate;
    CHECK(schemes_for(category).size() == 12);
}

TEST_CASE("Counts that give the same round steps are one choice", "[study]") {
    const auto study = four_wards();
    const auto choices =
        band_choices(study.categories.front(), {Scheme::pretty}, {2, 3, 4, 5, 6, 7});
    for (std::size_t i = 2; i < choices.size(); ++i) {
        CHECK_FALSE(choices[i].banding.cuts == choices[i - 1].banding.cuts);
    }
}
