// SPDX-License-Identifier: MIT
#include "maps/tiles.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/error.h"
#include "maps/sheet.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;

namespace {

WardSet heaths(std::size_t n, std::size_t columns) {
    return testing::grid_of_wards(std::vector<std::string>(n, "Heath"), columns);
}

} // namespace

TEST_CASE("Every ward gets a hexagon of its own, of the average size, near its place", "[maps]") {
    const auto set = heaths(40, 8);
    const auto tiles = maps::tiled(set);
    std::set<std::pair<double, double>> places;
    for (std::size_t i = 0; i < tiles.wards.size(); ++i) {
        const auto& tile = tiles.wards[i];
        CHECK(tile.code == set.wards[i].code);
        CHECK(tile.shape.parts[0].outer.size() == 6);
        CHECK(geo::area(tile.shape) == Approx(1e6).epsilon(0.01));
        const auto at = geo::extent(tile.shape).centre();
        const auto from = geo::extent(set.wards[i].shape).centre();
        CHECK(std::hypot(at.x - from.x, at.y - from.y) < 1500);
        places.emplace(std::round(at.x / 10), std::round(at.y / 10));
    }
    CHECK(places.size() == 40);
}

TEST_CASE("The order of the wards does not matter to the sum of distances", "[maps]") {
    auto set = heaths(30, 5);
    const auto sum = [](const WardSet& from, const WardSet& to) {
        double all = 0;
        for (std::size_t i = 0; i < from.wards.size(); ++i) {
            const auto a = geo::extent(from.wards[i].shape).centre();
            const auto b = geo::extent(to.wards[i].shape).centre();
            all += (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y);
        }
        return all;
    };
    const double once = sum(set, maps::tiled(set));
    std::reverse(set.wards.begin(), set.wards.end());
    CHECK(sum(set, maps::tiled(set)) == Approx(once).epsilon(0.001));
}

TEST_CASE("A map of tiles has no scale bar, and too many wards are refused", "[maps]") {
    const paint::TextMetrics metrics;
    auto study = testing::study_of(heaths(4, 2), std::vector<Cell>(4, Cell::known(1)));
    study.categories[0].spec.map = project::MapKind::tiles;
    const auto sheet = maps::lay_out_sheet(study, study.categories[0], {}, metrics);
    for (const auto& item : sheet.scene.items) {
        const auto* const shape = std::get_if<paint::Shape>(&item);
        if (shape != nullptr) CHECK(shape->css != "scale-bar");
    }
    auto many = testing::study_of(heaths(601, 30), std::vector<Cell>(601, Cell::known(1)));
    many.categories[0].spec.map = project::MapKind::tiles;
    CHECK_THROWS_AS(maps::lay_out_sheet(many, many.categories[0], {}, metrics), InputError);
}
