// SPDX-License-Identifier: MIT
// [[layer]] through the program, on files.
#include <filesystem>

#include "support/catch.h"
#include "support/program.h"
#include "support/project_files.h"

using namespace wardmap::testing;

namespace {

// The squares extend from 576000, 155000 to 579000, 157000: about 0.52 to 0.56 E, 51.27 to 51.28 N.
const char* const roads = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"class":"A"},
 "geometry":{"type":"LineString","coordinates":[[0.50,51.275],[0.58,51.272]]}}]})";

const char* const around = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Otherham"},"geometry":{"type":"Polygon",
 "coordinates":[[[0.4,51.2],[0.7,51.2],[0.7,51.4],[0.4,51.4],[0.4,51.2]]]}}]})";

const char* const places = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":"Yalding"},
 "geometry":{"type":"Point","coordinates":[0.53,51.273]}}]})";

const std::string layers = R"(
[[layer]]
path = "around.geojson"
kind = "areas"
title = "Neighbours"
name = "name"
[[layer]]
path = "roads.geojson"
kind = "lines"
title = "Main roads"
attribution = "Contains our own roads"
[[layer]]
path = "places.geojson"
kind = "points"
style = "place"
title = "Villages"
name = "name"
)";

void write_layers(const TempFolder& folder, const std::string& more) {
    folder.write("roads.geojson", roads);
    folder.write("around.geojson", around);
    folder.write("places.geojson", places);
    write_four_wards(folder, four_wards_project + more);
}

std::size_t times(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
        ++n;
    }
    return n;
}

} // namespace

TEST_CASE("Layers in degrees are on every sheet, in its texts and in the manifest",
          "[program][context]") {
    const TempFolder folder;
    write_layers(folder, layers);
    const auto done = run(folder.path(), "draw project.toml --lint --only maps,readings");
    INFO(done.err);
    REQUIRE(done.code == 0);
    for (const char* const sheet : {"asb", "asb.reading"}) {
        INFO(sheet);
        const auto svg =
            read_file(folder.path() / "output/project/maps" / (std::string(sheet) + ".svg"));
        CHECK(times(svg, "class=\"context-area\"") == 2); // on the map and in the legend
        CHECK(times(svg, "class=\"context-line\"") >= 2);
        CHECK(times(svg, "class=\"context-marker\"") == 2);
        CHECK(svg.find("Yalding") != std::string::npos);
        CHECK(svg.find("Main roads: Contains our own roads.") != std::string::npos);
    }
    const auto words = read_file(folder.path() / "output/project/maps/asb.txt");
    CHECK(words.find("also shown: Neighbours, Main roads and Villages.") != std::string::npos);
    const auto manifest = read_file(folder.path() / "output/project/manifest.json");
    for (const char* const file : {"around.geojson", "roads.geojson", "places.geojson"}) {
        CHECK(manifest.find(file) != std::string::npos);
    }
}

TEST_CASE("A layer off the map changes no sheet, and is reported", "[program][context]") {
    const TempFolder folder;
    write_layers(folder, "");
    REQUIRE(run(folder.path(), "draw project.toml --only maps -o plain").code == 0);
    folder.write("far.geojson", R"({"type":"Feature","properties":{},
        "geometry":{"type":"Point","coordinates":[2.3,48.8]}})");
    write_layers(folder, "\n[[layer]]\npath = \"far.geojson\"\nkind = \"points\"\n");
    const auto done = run(folder.path(), "draw project.toml --only maps -o far");
    REQUIRE(done.code == 0);
    CHECK(done.err.find("warning: far.geojson: nothing of the layer \"far\" is on the map") !=
          std::string::npos);
    for (const char* const file : {"asb.png", "asb.svg", "asb.pdf", "asb.txt"}) {
        CHECK(read_file(folder.path() / "plain/maps" / file) ==
              read_file(folder.path() / "far/maps" / file));
    }
}

TEST_CASE("A layer that cannot be read stops the program, which writes nothing",
          "[program][context]") {
    const TempFolder folder;
    for (const auto& [more, reported] : std::vector<std::pair<std::string, std::string>>{
             {"\n[[layer]]\npath = \"none.geojson\"\nkind = \"lines\"\n", "none.geojson"},
             {"\n[[layer]]\npath = \"places.geojson\"\nkind = \"points\"\nname = \"nmae\"\n",
              "did you mean \"name\"?"}}) {
        write_layers(folder, more);
        const auto done = run(folder.path(), "draw project.toml");
        INFO(done.err);
        CHECK(done.code == 1);
        CHECK(done.err.find(reported) != std::string::npos);
        CHECK_FALSE(std::filesystem::exists(folder.path() / "output"));
    }
}
