// SPDX-License-Identifier: MIT
// Tiles joined to wards, scaled and placed.
#include "study/surroundings/tiles.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "project/project.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/study.h"

using namespace wardmap;

namespace {

/// What tiles are read with.
struct Tiled {
    project::Project project;
    WardSet wards;
    Findings findings;
};

/// Four wards of 1 km², two in a row; W01 was once 29UH01.
Tiled four(const testing::TempFolder& folder, const std::string& json,
           const std::string& name = "t.hexjson") {
    Tiled study;
    study.wards = testing::grid_of_wards({"North", "East", "South", "West"}, 2);
    study.wards.wards[0].legacy_code = "29UH01";
    study.project.file.written = "project.toml";
    project::TilesSpec tiles;
    tiles.source.file = {name, folder.write(name, json)};
    tiles.line = 7;
    study.project.tiles = tiles;
    study.project.categories.resize(1);
    study.project.categories[0].map = project::MapKind::tiles;
    return study;
}

std::string hexes(const std::string& list) {
    return R"({"layout":"odd-r","hexes":{)" + list + "}}";
}

const std::string first_three = R"("W01":{"q":0,"r":0},"W02":{"q":1,"r":0},"W03":{"q":0,"r":1})";
const std::string all_four = first_three + R"(,"W04":{"q":1,"r":1})";

std::string failure(Tiled study) {
    try {
        (void)read_tiles(study.project, study.wards, study.findings);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

/// A GeoJSON of squares, each with a code, a corner and a side; in British National Grid.
std::string squares(const std::vector<std::tuple<const char*, double, double, double>>& tiles) {
    std::string features;
    for (const auto& [code, x, y, side] : tiles) {
        features += fmt::format(
            R"({}{{"type":"Feature","properties":{{"code":"{}"}},"geometry":{{"type":"Polygon",)"
            R"("coordinates":[[[{},{}],[{},{}],[{},{}],[{},{}],[{},{}]]]}}}})",
            features.empty() ? "" : ",", code, x, y, x + side, y, x + side, y + side, x, y + side,
            x, y);
    }
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":)"
           R"("urn:ogc:def:crs:EPSG::27700"}},"features":[)" +
           features + "]}";
}

} // namespace

TEST_CASE("Tiles have the size of the average ward and are centred on the area", "[study][tiles]") {
    const testing::TempFolder folder;
    auto study = four(folder, hexes(all_four));
    study.wards.wards[1].area_m2 = 5e6; // on average 2 km²
    const auto tiles = read_tiles(study.project, study.wards, study.findings);
    CHECK(tiles.name == "t.hexjson");
    CHECK(tiles.files.size() == 1);
    CHECK(study.findings.empty());
    REQUIRE(tiles.shapes.size() == 4);
    geo::Box box;
    for (const auto& shape : tiles.shapes) {
        CHECK(geo::area(shape) == Approx(2e6).epsilon(0.01));
        box.add(geo::extent(shape));
    }
    CHECK(std::abs(box.centre().x - study.wards.extent().centre().x) <= 1);
    CHECK(std::abs(box.centre().y - study.wards.extent().centre().y) <= 1);
    // W03 is in the row above: rows count to the north.
    CHECK(geo::extent(tiles.shapes[2]).centre().y > geo::extent(tiles.shapes[0]).centre().y);
}

TEST_CASE("Tiles join by code or legacy code, and those of other wards are reported",
          "[study][tiles]") {
    const testing::TempFolder folder;
    auto study = four(folder, hexes(R"("29uh01":{"q":0,"r":0},"w02":{"q":1,"r":0},"W03":)"
                                    R"({"q":0,"r":1},"W04":{"q":1,"r":1},"X1":{"q":70,"r":0},)"
                                    R"("North":{"q":71,"r":0})"));
    const auto tiles = read_tiles(study.project, study.wards, study.findings);
    CHECK(tiles.shapes.size() == 4);
    REQUIRE(study.findings.size() == 1);
    CHECK(to_text(study.findings[0]) ==
          "note: t.hexjson: 2 tiles not of any ward of the map: left out (North and X1)");
    geo::Box box; // the others are centred as if these did not exist
    for (const auto& shape : tiles.shapes) {
        box.add(geo::extent(shape));
    }
    CHECK(box.width() < 4000);
}

TEST_CASE("Every ward needs one tile", "[study][tiles]") {
    const testing::TempFolder folder;
    CHECK(failure(four(folder, hexes(first_three))) ==
          "error: t.hexjson: 1 of 4 wards has no tile: West (W04)\n"
          "  expected: a tile for every ward\n"
          "  help: add them, or leave [tiles] out: the tiles are then placed automatically");
    CHECK(failure(four(folder, hexes(all_four + R"(,"29UH01":{"q":5,"r":5})")))
              .find("the tiles \"29UH01\" and \"W01\" are both of North") != std::string::npos);
    CHECK(failure(four(folder, hexes(R"("A1":{"q":0,"r":0},"A2":{"q":1,"r":0})"))) ==
          "error: t.hexjson: no tile has the code of a ward: the tiles have A1 and A2\n"
          "  expected: codes of the boundaries: W01, W02, W03 and W04\n"
          "  help: [tiles] source with a layout of the same areas and year");
    CHECK(failure(four(folder, squares({{"W01", 0, 0, 1}, {"W01", 1, 0, 1}, {"W02", 2, 0, 1}}),
                       "t.geojson"))
              .find("the code \"W01\" is on two tiles") != std::string::npos);
}

TEST_CASE("Tiles that overlap or spread over everything are refused, those of two sizes reported",
          "[study][tiles]") {
    const testing::TempFolder folder;
    CHECK(failure(
              four(folder,
                   squares(
                       {{"W01", 0, 0, 1}, {"W02", 0.5, 0, 1}, {"W03", 2, 0, 1}, {"W04", 3, 0, 1}}),
                   "t.geojson"))
              .find("tiles overlap: W01 and W02\n") != std::string::npos);
    CHECK(failure(four(folder, hexes(first_three + R"(,"W04":{"q":100000,"r":-100000})")))
              .find("a layout that is less than 1,000 tiles wide") != std::string::npos);
    auto study = four(
        folder, squares({{"W01", 0, 0, 1}, {"W02", 1, 0, 1}, {"W03", 2, 0, 1}, {"W04", 3, 0, 2}}),
        "t.geojson");
    const auto tiles = read_tiles(study.project, study.wards, study.findings);
    CHECK(tiles.shapes[0].parts[0].outer.size() == 4);
    CHECK(std::any_of(study.findings.begin(), study.findings.end(), [](const Finding& finding) {
        return to_text(finding).find(
                   "the tiles are not of one size: W04 is 4.0 times as large as W01") !=
               std::string::npos;
    }));
}

TEST_CASE("Neighbours retain common corners if the file rounds them differently",
          "[study][tiles]") {
    const testing::TempFolder folder;
    auto study = four(folder,
                      squares({{"W01", 0, 0, 1},
                               {"W02", 1.0000000001, 0, 1},
                               {"W03", 0, 1.0000000002, 1},
                               {"W04", 1, 1, 1}}),
                      "t.geojson");
    const auto tiles = read_tiles(study.project, study.wards, study.findings);
    CHECK(tiles.shapes[0].parts[0].outer[1] == tiles.shapes[1].parts[0].outer[0]);
    CHECK(tiles.shapes[0].parts[0].outer[2] == tiles.shapes[3].parts[0].outer[0]);
    CHECK(tiles.shapes[2].parts[0].outer[1] == tiles.shapes[3].parts[0].outer[0]);
}

TEST_CASE("False degrees and a layout that no map uses are reported", "[study][tiles]") {
    const testing::TempFolder folder;
    auto json = squares({{"W01", 0, 0, 1}, {"W02", 1, 0, 1}, {"W03", 0, 1, 1}, {"W04", 1, 1, 1}});
    json.replace(json.find("EPSG::27700"), 11, "EPSG::4326");
    auto study = four(folder, json, "t.geojson");
    study.project.categories[0].map = project::MapKind::shaded;
    (void)read_tiles(study.project, study.wards, study.findings);
    std::string reported;
    for (const auto& finding : study.findings) {
        reported += to_text(finding) + "\n";
    }
    INFO(reported);
    CHECK(reported.find("warning: project.toml:7: [tiles] is given, but no category is drawn as "
                        "tiles") != std::string::npos);
    CHECK(reported.find("the tiles are far from the wards") != std::string::npos);
    CHECK(reported.find("[tiles] crs = \"EPSG:27700\" uses them unchanged") != std::string::npos);
}
