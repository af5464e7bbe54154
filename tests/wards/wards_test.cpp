// SPDX-License-Identifier: MIT
#include "wards/read_wards.h"

#include <filesystem>
#include <map>
#include <set>
#include <sstream>

#include "base/error.h"
#include "gdal/vector_writer.h"
#include "geo/operations.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/project_files.h"
#include "support/study.h"
#include "wards/neighbours.h"

using namespace wardmap;
using testing::TempFolder;
using Rule = wards::NeighbourSpec::Rule;

namespace {

wards::BoundarySource source(const std::string& path) {
    wards::BoundarySource s;
    s.file.resolved = path;
    s.file.written = std::filesystem::path(path).filename().string();
    return s;
}

std::string failure(const wards::BoundarySource& s) {
    try {
        (void)wards::read_wards(s);
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

bool has(const Findings& findings, const std::string& words) {
    for (const auto& finding : findings) {
        if (finding.found.find(words) != std::string::npos) return true;
    }
    return false;
}

std::string geojson(const std::string& features) {
    return R"({"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},"features":[)" +
           features + "]}";
}

std::string feature(const std::string& code, const std::string& name, const std::string& geometry) {
    return R"({"type":"Feature","properties":{"WD13CD":")" + code + R"(","WD13NM":")" + name +
           R"("},"geometry":)" + geometry + "}";
}

/// Copies all files of a shapefile into a folder under another name.
std::string copy_shapefile(const std::string& shp, const TempFolder& folder,
                           const std::string& stem) {
    namespace fs = std::filesystem;
    for (const auto& entry : fs::directory_iterator(fs::path(shp).parent_path())) {
        if (entry.path().stem() == fs::path(shp).stem()) {
            fs::copy_file(entry.path(), folder.path() / (stem + entry.path().extension().string()));
        }
    }
    for (const auto& entry : fs::directory_iterator(folder.path())) {
        fs::permissions(entry.path(), fs::perms::owner_all);
    }
    return (folder.path() / (stem + ".shp")).string();
}

std::set<std::pair<std::string, std::string>> links(const WardSet& set, Rule rule) {
    std::set<std::pair<std::string, std::string>> found;
    const auto lists = wards::neighbours(set.wards, {rule, 0});
    for (std::size_t i = 0; i < lists.size(); ++i) {
        for (const auto j : lists[i]) {
            found.insert({set.wards[i].code, set.wards[j].code});
        }
    }
    return found;
}

} // namespace

TEST_CASE("Wards are read from GeoJSON, fields guessed, ordered by code", "[wards]") {
    const TempFolder folder;
    const auto set = wards::read_wards(
        source(folder.write("wards.geojson", testing::squares_geojson(testing::four_wards()))));
    REQUIRE(set.wards.size() == 4);
    CHECK(set.wards[1].code == "E05000002");
    CHECK(set.wards[1].name == "North Downs");
    CHECK(set.wards[1].area_m2 == Approx(1e6));
    CHECK(set.reprojection.operation == "none");
    CHECK(has(set.findings, "codes are read from WD13CD and names from WD13NM"));
    CHECK(set.files.size() == 1);
}

TEST_CASE("Features with one code are merged; two names under one code are refused", "[wards]") {
    const TempFolder folder;
    const std::string left =
        R"({"type":"Polygon","coordinates":[[[576000,155000],[577000,155000],[577000,156000],[576000,156000],[576000,155000]]]})";
    const std::string right =
        R"({"type":"Polygon","coordinates":[[[577000,155000],[578000,155000],[578000,156000],[577000,156000],[577000,155000]]]})";
    const auto set = wards::read_wards(source(folder.write(
        "a.geojson", geojson(feature("E1", "Leeds", left) + "," + feature("E1", "Leeds", right)))));
    REQUIRE(set.wards.size() == 1);
    CHECK(set.wards[0].area_m2 == Approx(2e6));
    CHECK(has(set.findings, "2 features of Leeds (E1) were merged"));
    CHECK(failure(source(folder.write("b.geojson", geojson(feature("E1", "Leeds", left) + "," +
                                                           feature("E1", "Loose", right))))) ==
          "error: b.geojson: code \"E1\" is on feature 0 (Leeds) and on feature 1 (Loose)\n"
          "  expected: one area for each code");
    CHECK(failure(source(folder.write("c.geojson", geojson(feature("E1", "Leeds", left) + "," +
                                                           feature("E2", "Loose", left))))) ==
          "error: c.geojson: Leeds (E1) and Loose (E2) have the same polygon\n"
          "  expected: each place once\n"
          "  help: leave one out with [boundaries] where");
}

TEST_CASE("A bow tie is repaired and its change of area reported", "[wards]") {
    const TempFolder folder;
    const auto set = wards::read_wards(source(folder.write(
        "a.geojson",
        geojson(feature(
            "E1", "Bow",
            R"({"type":"Polygon","coordinates":[[[576000,155000],[577000,156000],[577000,155000],[576000,156000],[576000,155000]]]})")))));
    REQUIRE(set.wards.size() == 1);
    CHECK(set.wards[0].area_m2 == Approx(5e5)); // two triangles of 1 km base and 0.5 km height
    CHECK_FALSE(geo::invalidity(set.wards[0].shape));
    CHECK(has(set.findings, "the polygon of Bow was repaired (Self-intersection at"));
}

TEST_CASE("Points, missing codes and unknown fields are refused by name", "[wards]") {
    const TempFolder folder;
    CHECK(
        failure(source(folder.write(
            "a.geojson",
            geojson(feature("E1", "Dot", R"({"type":"Point","coordinates":[576000,155000]})"))))) ==
        "error: a.geojson: feature 0 (Dot) is a Point\n  expected: polygons\n"
        "  help: use the boundary layer, not that of centroids or lines");
    auto s = source(folder.write("b.geojson", testing::squares_geojson(testing::four_wards())));
    s.code = "WD13C";
    CHECK(failure(s) == "error: b.geojson: the boundaries have no field \"WD13C\"\n"
                        "  expected: one of WD13CD or WD13NM\n  help: did you mean \"WD13CD\"?");
    s.code = "";
    s.where = "WD13NM = 'Nowhere'";
    CHECK(failure(s) ==
          "error: b.geojson: no feature matches where = \"WD13NM = 'Nowhere'\"\n"
          "  expected: for instance WD13NM is North, North Downs, Park Wood or High Street");
}

TEST_CASE("Files other than boundaries are refused without a crash", "[wards]") {
    const TempFolder folder;
    CHECK(failure(source((folder.path() / "absent.shp").string())) ==
          "error: absent.shp: there is no such file\n  expected: a file with the boundaries");
    CHECK(failure(source(folder.write("empty.geojson", ""))) ==
          "error: empty.geojson: the file is empty\n  expected: a file with the boundaries\n"
          "  help: fetch or export it again");
    for (const char* const name :
         {"garbage.shp", "garbage.gpkg", "garbage.geojson", "garbage.zip"}) {
        const auto path = folder.write(name, "this is not a map at all, whatever its name may say");
        folder.write("garbage.shx", "x");
        folder.write("garbage.dbf", "x");
        CHECK(failure(source(path)).starts_with(std::string("error: ") + name + ": "));
    }
    CHECK(failure(source(folder.write("a.vrt", "<OGRVRTDataSource/>")))
              .starts_with("error: a.vrt: a VRT file points to other files and is not read"));
}

TEST_CASE("Longitude and latitude labelled as British National Grid are recognised", "[wards]") {
    const TempFolder folder;
    CHECK(
        failure(source(folder.write(
            "a.geojson",
            geojson(feature(
                "E1", "Degrees",
                R"({"type":"Polygon","coordinates":[[[0.5,51.2],[0.6,51.2],[0.6,51.3],[0.5,51.2]]]})"))))) ==
        "error: a.geojson: the coordinates (0.5 to 0.6, 51.2 to 51.3) are outside the area of use "
        "of "
        "EPSG:27700 (OSGB36 / British National Grid)\n"
        "  expected: coordinates of that system\n"
        "  help: they look like longitude and latitude: crs = \"EPSG:4326\"");
}

TEST_CASE("A GeoPackage that Wardmap wrote reads back", "[wards]") {
    const TempFolder folder;
    gdal::VectorLayer layer{
        "wards",
        "Test",
        "EPSG:27700",
        {{"ward_code", gdal::Field::Type::text}, {"ward_name", gdal::Field::Type::text}},
        {}};
    geo::MultiPolygon island{
        {{{{576000, 155000}, {577000, 155000}, {577000, 156000}}, {}},
         {{{579000, 155000}, {580000, 155000}, {580000, 156000}, {579000, 156000}},
          {{{579200, 155200}, {579800, 155200}, {579800, 155800}}}}}};
    layer.records.push_back({{std::string("W1"), std::string("Felin-fâch")}, island});
    const auto path = (folder.path() / "a folder with spaces.gpkg").string();
    gdal::write_geopackage(layer, path);
    const auto set = wards::read_wards(source(path));
    REQUIRE(set.wards.size() == 1);
    CHECK(set.wards[0].name == "Felin-fâch");
    CHECK(set.wards[0].shape.parts.size() == 2);
    CHECK(set.wards[0].area_m2 == Approx(5e5 + 1e6 - 1.8e5));
    const auto again = (folder.path() / "b.gpkg").string();
    gdal::write_geopackage(layer, again);
    CHECK(testing::read_file(path) == testing::read_file(again));
}

TEST_CASE("The official wards of Maidstone are British National Grid without a change", "[wards]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(shp, "boundaries/maidstone_wards_2013.shp");
    const auto set = wards::read_wards(source(shp));
    CHECK(set.wards.size() == 26);
    CHECK(set.reprojection.operation == "none");
    CHECK(set.wards[0].legacy_code == "29UHGF");
    CHECK(set.files.size() >= 4);
    WARDMAP_REQUIRE_OFFICIAL_DATA(json, "boundaries/maidstone_wards_2013.geojson");
    const auto degrees = wards::read_wards(source(json));
    REQUIRE(degrees.wards.size() == 26);
    CHECK(degrees.reprojection.source_crs == "EPSG:4326 (WGS 84)");
    REQUIRE(degrees.reprojection.accuracy_m);
    for (std::size_t i = 0; i < 26; ++i) {
        const auto a = geo::extent(set.wards[i].shape);
        const auto b = geo::extent(degrees.wards[i].shape);
        CHECK(a.min_x == Approx(b.min_x).margin(*degrees.reprojection.accuracy_m + 0.5));
        CHECK(a.max_y == Approx(b.max_y).margin(*degrees.reprojection.accuracy_m + 0.5));
    }
}

TEST_CASE("A shapefile that lacks a part or is cut short is refused with the reason", "[wards]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(shp, "boundaries/maidstone_wards_2013.shp");
    namespace fs = std::filesystem;
    const TempFolder folder;
    const auto copy = copy_shapefile(shp, folder, "w");
    fs::rename(folder.path() / "w.shx", folder.path() / "x");
    CHECK(failure(source(copy)) ==
          "error: w.shp: the file w.shx is missing: the index of the shapefile\n"
          "  expected: a .shp with its .shx and .dbf in the same folder\n"
          "  help: copy all files of the shapefile together, or use a zipped shapefile or a "
          "GeoPackage");
    fs::rename(folder.path() / "x", folder.path() / "w.shx");
    fs::remove(folder.path() / "w.prj");
    CHECK(
        failure(source(copy)) ==
        "error: w.shp: the boundaries do not state their coordinate reference system (a shapefile "
        "has it in a .prj file)\n"
        "  expected: British National Grid for most ward boundaries of England and Wales\n"
        "  help: [boundaries] crs = \"EPSG:27700\"");
    auto reported = source(copy);
    reported.crs = "EPSG:27700";
    CHECK(wards::read_wards(reported).wards.size() == 26);
    fs::resize_file(copy, fs::file_size(copy) / 2);
    const auto text = failure(reported);
    CHECK(text.starts_with("error: w.shp: feature "));
    CHECK(text.find("cannot be read") != std::string::npos);
}

TEST_CASE("Kent's neighbours are spdep's, link for link", "[wards]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(shp, "boundaries/kent_wards_2013.shp");
    WARDMAP_REQUIRE_OFFICIAL_DATA(reference, "reference/kent_neighbours_queen.csv");
    const auto set = wards::read_wards(source(shp));
    REQUIRE(set.wards.size() == 305);
    std::set<std::pair<std::string, std::string>> expected;
    std::istringstream in(testing::read_file(reference));
    std::string line;
    std::getline(in, line);
    while (std::getline(in, line)) {
        std::erase(line, '"');
        std::erase(line, '\r');
        expected.insert({line.substr(0, 9), line.substr(10, 9)});
    }
    REQUIRE(expected.size() == 1606);
    CHECK(links(set, Rule::queen) == expected);
    CHECK(links(set, Rule::rook).size() == 1586);
}

TEST_CASE("Maidstone has 64 pairs of neighbours", "[wards]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(shp, "boundaries/maidstone_wards_2013.shp");
    const auto set = wards::read_wards(source(shp));
    CHECK(links(set, Rule::queen).size() == 128);
    CHECK(wards::connected_parts(wards::neighbours(set.wards)) == 1);
}

TEST_CASE("England and Wales are read, the one invalid ward repaired", "[wards][slow]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(shp, "boundaries/ew_wards_2013.shp");
    const auto set = wards::read_wards(source(shp));
    CHECK(set.wards.size() == 8533);
    std::size_t repairs = 0;
    for (const auto& finding : set.findings) {
        if (finding.found.find("was repaired") != std::string::npos) ++repairs;
    }
    CHECK(repairs == 1);
}

TEST_CASE("The 34,753 LSOAs of England and Wales are read, invalid ones repaired",
          "[wards][slow]") {
    WARDMAP_REQUIRE_OFFICIAL_DATA(shp, "boundaries/ew_lsoa_2011.shp");
    const auto set = wards::read_wards(source(shp));
    CHECK(set.wards.size() == 34753);
    const auto repairs =
        std::count_if(set.findings.begin(), set.findings.end(), [](const Finding& finding) {
            return finding.found.find("was repaired") != std::string::npos;
        });
    CHECK(repairs == 94);
    const auto neighbours = wards::neighbours(set.wards);
    CHECK(neighbours.size() == set.wards.size());
}

TEST_CASE("Squares that touch at a corner are queen neighbours, not rook; an island has none",
          "[wards]") {
    std::vector<Ward> four(4);
    const double at[4][2] = {{0, 0}, {1000, 0}, {1000, 1000}, {9000, 9000}};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto [x, y] = at[i];
        four[i].shape = {{{{{x, y}, {x + 1000, y}, {x + 1000, y + 1000}, {x, y + 1000}}, {}}}};
    }
    const auto queen = wards::neighbours(four);
    const auto rook = wards::neighbours(four, {Rule::rook});
    CHECK(queen[0] == std::vector<std::size_t>{1, 2});
    CHECK(rook[0] == std::vector<std::size_t>{1});
    CHECK(queen[3].empty());
    CHECK(wards::connected_parts(queen) == 2);
    four[1].shape.parts[0].outer = {
        {1002, 0}, {2000, 0}, {2000, 1000}, {1002, 1000}}; // a gap of 2 m
    CHECK(wards::neighbours(four, {Rule::rook})[0].empty());
    CHECK(wards::neighbours(four, {Rule::rook, 2})[0] == std::vector<std::size_t>{1});
}

TEST_CASE("Nearest and distant neighbours use centroids, with ties in the wards' order",
          "[wards]") {
    const auto set = testing::grid_of_wards({"A", "B", "C", "D", "E", "F", "G", "H", "I"});
    wards::NeighbourSpec nearest;
    nearest.rule = Rule::nearest;
    nearest.count = 3;
    const auto three = wards::neighbours(set.wards, nearest);
    CHECK(three[0] == std::vector<std::size_t>{1, 3, 4});
    CHECK(three[4] == std::vector<std::size_t>{1, 3, 5}); // four are equally near: the first three
    nearest.count = 50;
    CHECK(wards::neighbours(set.wards, nearest)[0].size() == 8);
    wards::NeighbourSpec distance;
    distance.rule = Rule::distance;
    distance.distance_m = 1000;
    const auto near = wards::neighbours(set.wards, distance);
    CHECK(near[0] == std::vector<std::size_t>{1, 3});
    CHECK(near[4] == std::vector<std::size_t>{1, 3, 5, 7});
    distance.distance_m = 999;
    CHECK(wards::connected_parts(wards::neighbours(set.wards, distance)) == 9);
}
