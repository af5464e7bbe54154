// SPDX-License-Identifier: MIT
#include "maps/ground/context_layers.h"
#include "maps/symbols/context_symbols.h"

#include <algorithm>

#include "maps/sheets/category_sheet.h"
#include "maps/sheets/lint.h"
#include "maps/sheets/sheet.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using Kind = project::LayerSpec::Kind;
using Look = project::LayerSpec::Look;
using Position = project::LayerSpec::Position;

namespace {

ContextLayer layer(Kind kind, Look look, const std::string& title, Position position) {
    ContextLayer made;
    made.spec.kind = kind;
    made.spec.look = look;
    made.spec.title = title;
    made.spec.position = position;
    return made;
}

ContextLayer areas(const std::vector<geo::MultiPolygon>& shapes, const std::string& name = "") {
    auto made = layer(Kind::areas, Look::neighbours, "Neighbours", Position::below);
    for (const auto& shape : shapes) {
        made.features.push_back({shape, {}, {}, name});
    }
    return made;
}

ContextLayer rivers(const std::vector<geo::Ring>& lines) {
    auto made = layer(Kind::lines, Look::river, "Rivers", Position::above);
    made.features.push_back({{}, lines, {}, ""});
    return made;
}

ContextLayer sites(const std::vector<geo::Point>& points, Look look = Look::site) {
    auto made = layer(Kind::points, look, "Stations", Position::above);
    for (std::size_t i = 0; i < points.size(); ++i) {
        made.features.push_back({{}, {}, {points[i]}, "Station " + std::to_string(i + 1)});
    }
    return made;
}

/// 1 km on the ground is 100 mm on the sheet.
std::vector<maps::DrawnLayer> drawn(const std::vector<ContextLayer>& layers) {
    const geo::Box sheet{0, 0, 100, 100};
    return maps::layers_in(layers, maps::MapTransform({0, 0, 1000, 1000}, sheet), sheet);
}

/// Nine wards of 1 km, without the one in the middle.
Study around_a_gap() {
    auto wards = testing::grid_of_wards({"A", "B", "C", "D", "E", "F", "G", "H", "I"});
    wards.wards.erase(wards.wards.begin() + 4);
    std::vector<Cell> cells;
    for (int i = 0; i < 8; ++i) {
        cells.push_back(Cell::known(10.0 * i));
    }
    return testing::study_of(wards, cells);
}

std::vector<const paint::Shape*> shapes_of(const paint::Scene& scene, const std::string& css) {
    std::vector<const paint::Shape*> found;
    for (const auto& item : scene.items) {
        const auto* const shape = std::get_if<paint::Shape>(&item);
        if (shape != nullptr && shape->css == css) found.push_back(shape);
    }
    return found;
}

std::size_t place_of(const paint::Scene& scene, const std::string& css) {
    for (std::size_t i = 0; i < scene.items.size(); ++i) {
        const auto* const shape = std::get_if<paint::Shape>(&scene.items[i]);
        if (shape != nullptr && shape->css.starts_with(css)) return i;
    }
    return scene.items.size();
}

std::size_t times_shown(const paint::Scene& scene, const std::string& words) {
    return static_cast<std::size_t>(
        std::count_if(scene.items.begin(), scene.items.end(), [&](const paint::Item& item) {
            const auto* const text = std::get_if<paint::Text>(&item);
            return text != nullptr && text->text == words;
        }));
}

maps::Sheet sheet_of(const Study& study) {
    return maps::lay_out_sheet(study, study.categories[0], {}, paint::TextMetrics());
}

} // namespace

TEST_CASE("Layers are clipped to the map's box, and nothing outside it is drawn", "[context]") {
    const std::vector<ContextLayer> layers = {
        areas({testing::square(-500, 0, 1000), testing::square(2000, 0, 10)}),
        rivers({{{-500, 500}, {1500, 500}}, {{-5, 2000}, {5, 2000}}}),
        sites({{500, 500}, {500, 1001}})};
    const auto cut = drawn(layers);
    REQUIRE(cut[0].areas.size() == 1);
    CHECK(geo::extent(cut[0].areas[0]).min_x == 0);
    CHECK(geo::extent(cut[0].areas[0]).max_x == 50);
    REQUIRE(cut[1].lines.size() == 1);
    CHECK(geo::extent(cut[1].lines[0]).max_x == 100);
    CHECK(cut[2].points == std::vector<geo::Point>{{50, 50}});
}

TEST_CASE("A line loses indistinguishable points, and keeps its ends", "[context]") {
    geo::Ring line;
    for (int i = 0; i <= 10000; ++i) {
        line.push_back({0.1 * i, 500});
    }
    const std::vector<ContextLayer> layers = {rivers({line})};
    const auto thin = drawn(layers);
    REQUIRE(thin[0].lines.size() == 1);
    CHECK(thin[0].lines[0].size() <= 2001);
    CHECK(thin[0].lines[0].front() == geo::Point{0, 50});
    CHECK(thin[0].lines[0].back() == geo::Point{100, 50});
}

TEST_CASE("A sheet with layers passes lint, and names them", "[context]") {
    auto study = around_a_gap();
    study.layers = {areas({testing::square(490000, 140000, 30000)}, "Gapshire"),
                    rivers({{{500000, 150500}, {503000, 152500}}}),
                    sites({{500500, 150500}, {501500, 151500}, {502500, 152500}})};
    study.layers[1].spec.attribution = "Contains OS data";
    const auto sheet = sheet_of(study);
    for (const auto& fault : maps::lint(sheet.scene, "sheet", paint::TextMetrics())) {
        UNSCOPED_INFO(fault.found);
        CHECK(fault.severity != Severity::error);
    }
    // Below the wards, the wards, above them.
    CHECK(place_of(sheet.scene, "context-area") < place_of(sheet.scene, "ward"));
    CHECK(place_of(sheet.scene, "ward") < place_of(sheet.scene, "context-line"));
    // Three on the map and one in the legend.
    CHECK(shapes_of(sheet.scene, "context-marker").size() == 4);
    CHECK(times_shown(sheet.scene, "Station 2") == 1);
    CHECK(times_shown(sheet.scene, "Gapshire") == 1); // in the gap
    for (const char* const title : {"Neighbours", "Rivers", "Stations"}) {
        CHECK(times_shown(sheet.scene, title) == 1);
    }
    CHECK(times_shown(sheet.scene, "Rivers: Contains OS data.") == 1);
    CHECK(sheet.words.alt.find("; also shown: Neighbours, Rivers and Stations.") !=
          std::string::npos);
}

TEST_CASE("Names of sites avoid those of wards; omitted ones are reported", "[context]") {
    auto study = around_a_gap();
    study.layers = {sites(std::vector<geo::Point>(12, {500500, 150500}))};
    const auto sheet = sheet_of(study);
    for (const auto& fault : maps::lint(sheet.scene, "sheet", paint::TextMetrics())) {
        UNSCOPED_INFO(fault.found);
        CHECK(fault.severity != Severity::error);
    }
    std::size_t named = 0;
    for (int i = 1; i <= 12; ++i) {
        named += times_shown(sheet.scene, "Station " + std::to_string(i));
    }
    CHECK(named >= 2);
    CHECK(named < 12);
    REQUIRE(sheet.findings.size() == 1);
    CHECK(sheet.findings[0].found ==
          "asb: " + std::to_string(12 - named) +
              " places or sites have no name on the map: not enough space");
}

TEST_CASE("A hexagon map has no layers, because positions are meaningless there", "[context]") {
    auto study = around_a_gap();
    study.layers = {sites({{500500, 150500}})};
    study.layers[0].spec.attribution = "Contains OS data";
    study.categories[0].spec.map = project::MapKind::tiles;
    const auto sheet = sheet_of(study);
    CHECK(shapes_of(sheet.scene, "context-marker").empty());
    CHECK(times_shown(sheet.scene, "Stations") == 0);
    CHECK(sheet.words.alt.find("also shown") == std::string::npos);
    CHECK(sheet.words.description.find("Contains OS data") == std::string::npos);
}

TEST_CASE("Wards of a ring are drawn over the surrounding grey areas, and darker", "[context]") {
    auto study = around_a_gap();
    WardSet ring;
    ring.wards.emplace_back();
    ring.wards.back().shape = testing::square(501000, 151000, 1000);
    study.fringe = Fringe{ring, {}};
    hotspots::Hotspots tested;
    tested.around = 1;
    tested.wards.resize(8);
    study.categories[0].hotspots = tested;
    const auto plain = sheet_of(study);
    const auto grey = shapes_of(plain.scene, "around");
    REQUIRE(grey.size() == 1);
    CHECK(times_shown(plain.scene, "Grey: wards around the area, included in the tests only.") ==
          1);
    study.layers = {areas({testing::square(490000, 140000, 30000)})};
    const auto sheet = sheet_of(study);
    const auto darker = shapes_of(sheet.scene, "around");
    REQUIRE(darker.size() == 1);
    CHECK(darker[0]->fill == grey[0]->fill);
    CHECK(darker[0]->fill->r < shapes_of(sheet.scene, "context-area")[0]->fill->r);
    CHECK(place_of(sheet.scene, "context-area") < place_of(sheet.scene, "around"));
    CHECK(times_shown(sheet.scene,
                      "Darker grey: wards around the area, included in the tests only.") == 1);
}

TEST_CASE("A style of greys has layers in greys", "[context]") {
    auto study = around_a_gap();
    study.layers = {areas({testing::square(490000, 140000, 30000)}),
                    rivers({{{500000, 150500}, {503000, 152500}}})};
    style::Style style;
    const auto is_grey = [&](const char* css) {
        const auto sheet = maps::lay_out_sheet(study, study.categories[0], style, {});
        const auto shapes = shapes_of(sheet.scene, css);
        REQUIRE_FALSE(shapes.empty());
        return std::all_of(shapes.begin(), shapes.end(), [](const paint::Shape* shape) {
            const auto& colour = shape->stroke->colour;
            return colour.r == colour.g && colour.g == colour.b;
        });
    };
    CHECK_FALSE(is_grey("context-line"));
    style.palette_sequential = "Greys";
    style.palette_score = "Greys";
    style.palette_diverging = "Greys";
    CHECK(is_grey("context-line"));
    CHECK(is_grey("context-area"));
}
