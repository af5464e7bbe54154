// SPDX-License-Identifier: MIT
#include "gdal/context_source.h"

#include <cmath>

#include "base/error.h"
#include "gdal/vector_source.h"
#include "support/catch.h"
#include "support/files.h"

using namespace wardmap;

namespace {

const char* const mixed = R"({"type":"FeatureCollection","features":[
{"type":"Feature","properties":{"name":" Library "},
 "geometry":{"type":"Point","coordinates":[0.5223,51.2724]}},
{"type":"Feature","properties":{"name":"Medway"},
 "geometry":{"type":"MultiLineString","coordinates":[[[0.5,51.2],[0.5,51.3]],[[0.6,51.2],[0.6,51.3]]]}},
{"type":"Feature","properties":{"name":null},
 "geometry":{"type":"Polygon","coordinates":[[[0.5,51.2],[0.6,51.2],[0.6,51.3],[0.5,51.2]]]}},
{"type":"Feature","properties":{"name":"nowhere"},"geometry":null}]})";

} // namespace

TEST_CASE("points, lines and areas of one layer are read into the wards' CRS", "[context]") {
    const testing::TempFolder folder;
    const gdal::LayerRequest layer{folder.write("context.geojson", mixed), "context.geojson", "",
                                   "", ""};
    const auto read = gdal::read_context({layer, "", "name", "EPSG:27700"});
    REQUIRE(read.features.size() == 3);
    CHECK(read.left_out == 1);
    CHECK(read.files.size() == 1);
    CHECK(read.features[0].label == "Library");
    REQUIRE(read.features[0].points.size() == 1);
    // Grid square TQ 76 55: Maidstone.
    CHECK(std::floor(read.features[0].points[0].x / 1000) == 576);
    CHECK(std::floor(read.features[0].points[0].y / 1000) == 155);
    CHECK(read.features[1].lines.size() == 2);
    CHECK(read.features[1].areas.empty());
    CHECK(read.features[2].areas.parts.size() == 1);
    CHECK(read.features[2].label.empty());
}

TEST_CASE("a missing column of names is refused with the nearest", "[context]") {
    const testing::TempFolder folder;
    const gdal::LayerRequest layer{folder.write("context.geojson", mixed), "context.geojson", "",
                                   "", ""};
    CHECK_THROWS_AS(gdal::read_context({layer, "", "nam", "EPSG:27700"}), InputError);
}

TEST_CASE("a layer with coordinates that do not fit its CRS is refused", "[context]") {
    const testing::TempFolder folder;
    const gdal::LayerRequest layer{
        folder.write("context.geojson", mixed), "context.geojson", "", "", "", "[[layer]]"};
    try {
        (void)gdal::read_context({layer, "EPSG:27700", "", "EPSG:27700"});
        FAIL("it was read");
    } catch (const InputError& error) {
        CHECK(std::string(error.what()).find("they look like longitude and latitude") !=
              std::string::npos);
    }
}
