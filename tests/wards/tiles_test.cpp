// SPDX-License-Identifier: MIT
// Layouts of tiles: HexJSON and vector files, good and hostile.
#include "wards/read_tiles.h"

#include <cmath>
#include <map>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "base/error.h"
#include "geo/operations.h"
#include "support/catch.h"
#include "support/project_files.h"
#include "wards/hexjson.h"
#include "wards/neighbours.h"
#include "wards/ward.h"

using namespace wardmap;
using testing::TempFolder;

namespace {

using Places = std::vector<std::tuple<const char*, int, int>>; // code, q, r

std::string hexjson(const std::string& layout, const Places& places) {
    std::string hexes;
    for (const auto& [code, q, r] : places) {
        hexes += fmt::format(R"({}"{}":{{"n":"x","q":{},"r":{}}})", hexes.empty() ? "" : ",", code,
                             q, r);
    }
    return fmt::format(R"({{"layout":"{}","hexes":{{{}}}}})", layout, hexes);
}

std::map<std::string, geo::Ring> rings(const std::string& layout, const Places& places) {
    std::map<std::string, geo::Ring> found;
    for (const auto& tile : wards::parse_hexjson(hexjson(layout, places), "x")) {
        found[tile.code] = tile.shape.parts.at(0).outer;
    }
    return found;
}

std::size_t shared_corners(const geo::Ring& a, const geo::Ring& b) {
    return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](geo::Point p) {
        return std::find(b.begin(), b.end(), p) != b.end();
    }));
}

geo::Point centre(const geo::Ring& ring) {
    return geo::extent(ring).centre();
}

template <typename Work>
std::string failure(const Work& work) {
    try {
        (void)work();
    } catch (const InputError& error) {
        return error.what();
    }
    return "no failure";
}

std::string hexjson_failure(const std::string& json) {
    return failure([&] { return wards::parse_hexjson(json, "m.hexjson"); });
}

std::string one_hex(const std::string& hex) {
    return R"({"layout":"odd-r","hexes":{"A1":)" + hex + "}}";
}

wards::TileSource source_of(const std::string& path) {
    wards::TileSource source;
    source.file.resolved = path;
    source.file.written = std::filesystem::path(path).filename().string();
    return source;
}

} // namespace

TEST_CASE("In each layout a hexagon shares a whole side with each of its six neighbours",
          "[wards][tiles]") {
    // The neighbours of 0,0 and of 1,1 as column and row, in each layout.
    const std::map<std::string, std::pair<Places, Places>> around = {
        {"odd-r",
         {{{"a", 1, 0}, {"b", -1, 0}, {"c", 0, 1}, {"d", -1, 1}, {"e", 0, -1}, {"f", -1, -1}},
          {{"a", 2, 1}, {"b", 0, 1}, {"c", 1, 2}, {"d", 2, 2}, {"e", 1, 0}, {"f", 2, 0}}}},
        {"even-r",
         {{{"a", 1, 0}, {"b", -1, 0}, {"c", 0, 1}, {"d", 1, 1}, {"e", 0, -1}, {"f", 1, -1}},
          {{"a", 2, 1}, {"b", 0, 1}, {"c", 1, 2}, {"d", 0, 2}, {"e", 1, 0}, {"f", 0, 0}}}},
        {"odd-q",
         {{{"a", 0, 1}, {"b", 0, -1}, {"c", 1, 0}, {"d", 1, -1}, {"e", -1, 0}, {"f", -1, -1}},
          {{"a", 1, 2}, {"b", 1, 0}, {"c", 2, 1}, {"d", 2, 2}, {"e", 0, 1}, {"f", 0, 2}}}},
        {"even-q",
         {{{"a", 0, 1}, {"b", 0, -1}, {"c", 1, 0}, {"d", 1, 1}, {"e", -1, 0}, {"f", -1, 1}},
          {{"a", 1, 2}, {"b", 1, 0}, {"c", 2, 1}, {"d", 2, 0}, {"e", 0, 1}, {"f", 0, 0}}}}};
    for (const auto& [layout, both] : around) {
        for (const int at : {0, 1}) {
            INFO(layout << " about " << at << "," << at);
            auto places = at == 0 ? both.first : both.second;
            places.emplace_back("mid", at, at);
            const auto found = rings(layout, places);
            REQUIRE(found.size() == 7);
            std::vector<Ward> wards;
            for (const auto& [code, ring] : found) {
                CHECK(ring.size() == 6);
                CHECK(geo::area(ring) == Approx(1.5 * std::sqrt(3.0)));
                if (code != "mid") CHECK(shared_corners(ring, found.at("mid")) == 2);
                Ward ward;
                ward.code = code;
                ward.shape = {{geo::Polygon{ring, {}}}};
                wards.push_back(ward);
            }
            const auto links = wards::neighbours(wards, {});
            CHECK(links.back().size() == 6); // "mid" is the last
            CHECK(links.front().size() == 3);
        }
    }
}

TEST_CASE("Rows of HexJSON count to the north, and the shifted ones are east or north",
          "[wards][tiles]") {
    const Places places = {{"00", 0, 0}, {"10", 1, 0}, {"01", 0, 1}};
    for (const std::string layout : {"odd-r", "even-r", "odd-q", "even-q"}) {
        INFO(layout);
        const auto found = rings(layout, places);
        const auto from = centre(found.at("00"));
        const auto east = centre(found.at("10"));
        const auto north = centre(found.at("01"));
        CHECK(east.x > from.x);
        CHECK(north.y > from.y);
        const double half = std::sqrt(3.0) / 2;
        const auto box = geo::extent(found.at("00"));
        const double sign = layout.starts_with("odd") ? 1 : -1;
        if (layout.ends_with("r")) {
            CHECK(box.height() == Approx(2)); // pointy top
            CHECK(north.x - from.x == Approx(sign * half));
            CHECK(east.y == from.y);
        } else {
            CHECK(box.width() == Approx(2)); // flat top
            CHECK(east.y - from.y == Approx(sign * half));
            CHECK(north.x == from.x);
        }
    }
    // Rows below 0 are also odd or even.
    const auto below = rings("odd-r", {{"a", 0, -1}, {"b", 0, 0}});
    CHECK(centre(below.at("a")).x > centre(below.at("b")).x);
}

TEST_CASE("Hostile HexJSON ends in a message", "[wards][tiles]") {
    const std::vector<std::pair<std::string, std::string>> hostile = {
        {"", "m.hexjson:1: this is not JSON"},
        {"{\n\"hexes\": {,}}", "m.hexjson:2: this is not JSON: syntax error"},
        {"[1, 2]", "the file has no hexes"},
        {"{}", "the file has no hexes"},
        {R"({"layout":"odd-r","hexes":[]})", "the file has no hexes"},
        {R"({"layout":"odd-r","hexes":{}})", "the file has no hexes"},
        {R"({"hexes":{"A":{"q":0,"r":0}}})", "the file does not state its layout"},
        {R"({"layout":"odd","hexes":{"A":{"q":0,"r":0}}})", "there is no layout \"odd\""},
        {R"({"layout":"od-r","hexes":{"A":{"q":0,"r":0}}})", "did you mean \"odd-r\"?"},
        {R"({"layout":3,"hexes":{"A":{"q":0,"r":0}}})", "there is no layout \"3\""},
        {one_hex("7"), "hex \"A1\" is not an object"},
        {one_hex(R"({"q":0})"), "hex \"A1\": r is absent"},
        {one_hex(R"({"q":0.5,"r":0})"), "hex \"A1\": q is \"0.5\""},
        {one_hex(R"({"q":"0","r":0})"), "a whole number, at most 100,000 from 0"},
        {one_hex(R"({"q":null,"r":0})"), "hex \"A1\": q is \"null\""},
        {one_hex(R"({"q":1e300,"r":0})"), "hex \"A1\": q is \"1e+300\""},
        {one_hex(R"({"q":1e999,"r":0})"), "this is not JSON: number overflow"},
        {one_hex(R"({"q":18446744073709551615,"r":-9223372036854775808})"), "hex \"A1\": r is"},
        {one_hex(R"({"q":[[[[[1]]]]],"r":0})"), "hex \"A1\": q is"},
        {R"({"layout":"odd-r","hexes":{"A":{"q":1,"r":2},"B":{"q":1,"r":2}}})",
         "hexes \"A\" and \"B\" are both at q 1, r 2"},
        {R"({"layout":"odd-r","hexes":{"A":{"q":1,"r":2},"A":{"q":1,"r":3}}})",
         "\"A\" appears twice"},
        {R"({"layout":"odd-r","hexes":{"A":{"q":1,"r":2}},"hexes":{"B":{"q":1,"r":3}}})",
         "\"hexes\" appears twice"}};
    for (const auto& [json, reported] : hostile) {
        const auto text = hexjson_failure(json);
        INFO(json << " gives " << text);
        CHECK(text.find(reported) != std::string::npos);
    }
    const std::string deep(200'000, '[');
    CHECK(hexjson_failure(deep).find("not JSON") != std::string::npos);
    CHECK(hexjson_failure(one_hex(deep + std::string(deep.size(), ']')))
              .find("hex \"A1\" is not an object") != std::string::npos);
    std::string many;
    for (int i = 0; i < 500; ++i) {
        many += fmt::format("{}\"A{}\":0", i == 0 ? "" : ",", i);
    }
    CHECK(hexjson_failure(R"({"layout":"odd-r","hexes":{)" + many + "}}")
              .find("490 more hexes are also wrong") != std::string::npos);
}

TEST_CASE("HexJSON that is cut or damaged anywhere ends in a message or is read",
          "[wards][tiles]") {
    const auto whole = hexjson("even-q", {{"A1", 0, 0}, {"A2", -1, 12}});
    for (std::size_t i = 0; i < whole.size(); ++i) {
        CHECK(hexjson_failure(whole.substr(0, i)).find("error: m.hexjson:1: this is not JSON") ==
              0);
        for (const char put : {'\0', '"', '{', ']', '9', 'e', '\x7f'}) {
            auto damaged = whole;
            damaged[i] = put;
            const auto message = hexjson_failure(damaged);
            INFO(damaged << " gives " << message);
            CHECK((message == "no failure" || message.find("error: m.hexjson") == 0));
        }
    }
}

TEST_CASE("Other properties of a hex are ignored", "[wards][tiles]") {
    const auto tiles = wards::parse_hexjson(
        R"({"layout":"odd-r","boundaries":{"x":{"edges":[{"q":0,"r":0,"e":1}]},"y":1},
            "hexes":{" A1 ":{"q":2.0,"r":-3e0,"n":"Name","deep":[[[[[[1]]]]]],"colour":"#fff"}}})",
        "x");
    REQUIRE(tiles.size() == 1);
    CHECK(tiles[0].code == "A1");
}

TEST_CASE("Only a HexJSON file is read as such, and its keys are not those of vector files",
          "[wards][tiles]") {
    const TempFolder folder;
    const auto text = hexjson("odd-r", {{"A1", 0, 0}, {"A2", 1, 0}});
    CHECK(wards::read_tiles(source_of(folder.write("a.hexjson", text))).tiles.size() == 2);
    CHECK(wards::read_tiles(source_of(folder.write("b.json", text))).tiles.size() == 2);
    auto source = source_of(folder.write("c.hexjson", text));
    source.layer = "hexes";
    source.crs = "EPSG:27700";
    const auto reported = failure([&] { return wards::read_tiles(source); });
    CHECK(reported.find("[tiles] layer is for vector files only") != std::string::npos);
    CHECK(reported.find("[tiles] crs is for vector files only") != std::string::npos);
    const auto path = (folder.path() / "none.hexjson").string();
    CHECK(failure([&] {
              return wards::read_tiles(source_of(path));
          }).find("error: none.hexjson: there is no such file") == 0);
    CHECK(failure([&] {
              return wards::read_tiles(source_of(folder.write("d.hexjson", "\xff")));
          }).find("the file is not UTF-8 text") != std::string::npos);
    std::filesystem::create_directory(folder.path() / "e.hexjson");
    CHECK(failure([&] {
              return wards::read_tiles(source_of((folder.path() / "e.hexjson").string()));
          }).find("this is a folder") != std::string::npos);
}

TEST_CASE("A layer of squares is used unchanged, its code field detected", "[wards][tiles]") {
    const TempFolder folder;
    const auto path = folder.write("t.geojson", testing::squares_geojson(testing::four_wards()));
    const auto read = wards::read_tiles(source_of(path));
    REQUIRE(read.tiles.size() == 4);
    CHECK(read.tiles[3].code == "E05000004");
    CHECK(geo::extent(read.tiles[3].shape) == geo::Box{576000, 156000, 577000, 157000});
    CHECK_FALSE(read.from_degrees);
    REQUIRE(read.findings.size() == 1);
    CHECK(read.findings[0].found == "codes of the tiles are read from WD13CD");
    auto source = source_of(path);
    source.code = "WD31CD";
    CHECK(failure([&] {
              return wards::read_tiles(source);
          }).find("the tiles have no field \"WD31CD\"") != std::string::npos);
}

TEST_CASE("A layer without tiles is refused", "[wards][tiles]") {
    const TempFolder folder;
    const auto reported = [&](const std::string& geometry,
                              const std::string& code = "\"E05000001\"") {
        const auto path = folder.write(
            "t.geojson", R"({"type":"FeatureCollection","features":[{"type":"Feature",)"
                         R"("properties":{"code":)" +
                             code + R"(,"q":1},"geometry":)" + geometry + "}]}");
        auto source = source_of(path);
        source.crs = "EPSG:27700";
        return failure([&] { return wards::read_tiles(source); });
    };
    const auto square = [](const char* far) {
        return fmt::format(
            R"({{"type":"Polygon","coordinates":[[[0,0],[{0},0],[{0},1],[0,1],[0,0]]]}})", far);
    };
    CHECK(reported(R"({"type":"Point","coordinates":[1,2]})")
              .find("feature 0 (E05000001) is a Point\n  expected: polygons") != std::string::npos);
    CHECK(reported("null").find("feature 0 (E05000001) has no geometry") != std::string::npos);
    CHECK(reported(square("1"), "null").find("feature 0 has no code") != std::string::npos);
    CHECK(reported(square("1e300")).find("are outside any map") != std::string::npos);
    CHECK(reported(square("0")).find("has no geometry") != std::string::npos);
    CHECK(reported(R"({"type":"Polygon","coordinates":[[[0,0],[1,0],[2,0],[0,0]]]})")
              .find("feature 0 (E05000001) has no area") != std::string::npos);
    CHECK(reported(square("1")) == "no failure");
}

TEST_CASE("Tiles in degrees are projected to the project's CRS", "[wards][tiles]") {
    const TempFolder folder;
    const auto path = folder.write(
        "t.geojson", R"({"type":"Feature","properties":{"code":"E05000001"},"geometry":)"
                     R"({"type":"Polygon","coordinates":[[[0.5,51.2],[0.6,51.2],[0.6,51.3],)"
                     R"([0.5,51.2]]]}})");
    const auto read = wards::read_tiles(source_of(path));
    CHECK(read.from_degrees);
    CHECK(geo::extent(read.tiles.at(0).shape).width() > 5000);
    auto source = source_of(path);
    source.crs = "EPSG:27700"; // they are not: used unchanged
    CHECK(geo::extent(wards::read_tiles(source).tiles.at(0).shape).width() == Approx(0.1));
}
