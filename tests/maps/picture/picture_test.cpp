// SPDX-License-Identifier: MIT
#include "maps/picture/picture.h"

#include "maps/ground/base_map.h"
#include "maps/labels/importance.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;

namespace {

maps::Label numbered(std::size_t ward, std::size_t number) {
    maps::Label label;
    label.request = ward;
    label.number = number;
    label.lines = {{std::to_string(number), {}}};
    return label;
}

} // namespace

TEST_CASE("If the key cannot hold all numbers the most important stay, numbered by importance",
          "[maps]") {
    const auto study = testing::study_of(testing::grid_of_wards({"A"}), {Cell::known(1)});
    const maps::BaseMap ground(study);
    const geo::Box box{0, 0, 100, 100};
    const auto view = maps::view_of(ground, maps::MapTransform(ground.extent(), box), box, false);
    const maps::LabelledView panel{view, {}, {}};
    maps::Picture picture{panel, {}, {panel}, {}, {}};
    picture.key = {4, 0, 2, 3};
    picture.unplaced = {1};
    picture.inset_views[0].labels.labels = {numbered(4, 1), numbered(0, 2)};
    picture.main.labels.labels = {numbered(2, 3), numbered(3, 4)};
    maps::drop_unexplained(picture, 2, {0.4, 0.1, 0.2, 0.5, 0.3});
    CHECK(picture.key == std::vector<std::size_t>{3, 0});
    CHECK(picture.unplaced == std::vector<std::size_t>{1, 4, 2});
    REQUIRE(picture.inset_views[0].labels.labels.size() == 1);
    CHECK(picture.inset_views[0].labels.labels[0].request == 0);
    CHECK(picture.inset_views[0].labels.labels[0].lines[0].text == "2");
    REQUIRE(picture.main.labels.labels.size() == 1);
    CHECK(picture.main.labels.labels[0].request == 3);
    CHECK(picture.main.labels.labels[0].lines[0].text == "1");
}

TEST_CASE("Outlined wards are the most important to name, then those with high values", "[maps]") {
    const auto wards = testing::grid_of_wards({"A", "B", "C", "D"});
    auto study = testing::study_of(
        wards, {Cell::known(5), Cell::known(9), Cell::suppressed(0, 4), Cell::known(1)});
    auto& category = study.categories[0];
    CHECK(maps::importance_of(category)[1] > maps::importance_of(category)[0]);
    CHECK(maps::importance_of(category)[2] == 0);
    category.hotspots.emplace();
    category.hotspots->wards.resize(4);
    using hotspots::Evidence;
    using hotspots::Verdict;
    category.hotspots->wards[3].exceptional = hotspots::Tested{Verdict::high, Evidence::firm};
    category.hotspots->wards[0].exceptional = hotspots::Tested{Verdict::high, Evidence::tentative};
    const auto importance = maps::importance_of(category);
    CHECK(importance[3] > importance[0]);
    CHECK(importance[0] > importance[1]);
}
