// SPDX-License-Identifier: MIT
#include "maps/ground/hexagons.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "base/error.h"
#include "maps/sheets/category_sheet.h"
#include "maps/sheets/lint.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/study.h"
#include "words/alt_text.h"

using namespace wardmap;

namespace {

WardSet heaths(std::size_t n, std::size_t columns) {
    return testing::grid_of_wards(std::vector<std::string>(n, "Heath"), columns);
}

} // namespace

TEST_CASE("Every ward gets its own hexagon, of the average size, near its position", "[maps]") {
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

namespace {

/// A layout of `n` hexagons in rows of `columns`, each 1 km² like the wards.
Tiles layout_of(std::size_t n, std::size_t columns) {
    Tiles tiles;
    tiles.name = "heaths.hexjson";
    const double half_side = std::sqrt(1e6 / (6 * std::sqrt(3.0)));
    const double half_width = std::sqrt(3.0) * half_side;
    for (std::size_t i = 0; i < n; ++i) {
        const auto row = i / columns;
        const double x = 500000 + half_width * static_cast<double>(2 * (i % columns) + row % 2);
        const double y = 150000 + 3 * half_side * static_cast<double>(row);
        geo::Ring ring;
        for (const auto& [across, up] :
             {std::pair(0, 2), {1, 1}, {1, -1}, {0, -2}, {-1, -1}, {-1, 1}}) {
            ring.push_back({std::round(x + across * half_width), std::round(y + up * half_side)});
        }
        tiles.shapes.push_back({{geo::Polygon{ring, {}}}});
    }
    return tiles;
}

Study study_in_layout(std::size_t n, std::size_t columns) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < n; ++i) {
        cells.push_back(Cell::known(static_cast<double>(i * 7919 % 101)));
    }
    auto study = testing::study_of(heaths(n, columns), cells);
    study.categories[0].spec.map = project::MapKind::tiles;
    study.tiles = layout_of(n, columns);
    return study;
}

} // namespace

TEST_CASE("Tiles of a layout are drawn in its positions", "[maps]") {
    const auto study = study_in_layout(12, 4);
    const auto set = maps::tiled(study);
    REQUIRE(set.wards.size() == 12);
    for (std::size_t i = 0; i < set.wards.size(); ++i) {
        CHECK(set.wards[i].code == study.wards.wards[i].code);
        CHECK(set.wards[i].shape == study.tiles->shapes[i]);
        CHECK(set.wards[i].area_m2 == geo::area(set.wards[i].shape));
    }
    const auto words = words::words_of(study, study.categories[0]);
    CHECK(words.alt.find("as tiles shaded by") != std::string::npos);
    CHECK(words.description.find("Tiles: layout of heaths.hexjson; distances have no meaning.") !=
          std::string::npos);
    CHECK(words.description.find("Hexagons") == std::string::npos);
    auto other = study;
    other.tiles->attribution = "© A library";
    CHECK(words::words_of(other, other.categories[0])
              .description.find("Tiles: layout of heaths.hexjson (© A library); distances") !=
          std::string::npos);
}

TEST_CASE("A layout of 2,000 tiles is drawn, each tile once", "[maps]") {
    const auto study = study_in_layout(2000, 40);
    const auto sheet = maps::lay_out_sheet(study, study.categories[0], {}, paint::TextMetrics());
    const auto wards = std::count_if(sheet.scene.items.begin(), sheet.scene.items.end(),
                                     [](const paint::Item& item) {
                                         const auto* const shape = std::get_if<paint::Shape>(&item);
                                         return shape != nullptr && shape->css.starts_with("ward");
                                     });
    CHECK(wards >= 2000);
    for (const auto& fault : maps::lint(sheet.scene, "tiles", {}))
        FAIL_CHECK(to_text(fault));
}
