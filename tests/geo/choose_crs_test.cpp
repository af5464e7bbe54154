// SPDX-License-Identifier: MIT
// Zones of UTM are 6 degrees wide, counted from 180 W (Snyder 1987, Map Projections, page 57); web
// Mercator enlarges areas by 1 / cos² of the latitude.
#include "geo/choose_crs.h"

#include <cmath>
#include <numbers>

#include "geo/coordinates.h"
#include "geo/transform.h"
#include "support/catch.h"

using namespace wardmap::geo;

namespace {

/// About 20 km across.
Box around(double lon, double lat) {
    return {lon - 0.15, lat - 0.1, lon + 0.15, lat + 0.1};
}

} // namespace

TEST_CASE("The CRS of a place is its national grid if there is one, else its UTM zone",
          "[geo][place]") {
    CHECK(crs_for(around(0.5, 51.3)) == "EPSG:27700");       // Maidstone
    CHECK(crs_for(around(-3.2, 51.5)) == "EPSG:27700");      // Cardiff
    CHECK(crs_for(around(-4.5, 54.2)) == "EPSG:27700");      // Isle of Man
    CHECK(crs_for(around(-1.2, 60.2)) == "EPSG:27700");      // Shetland
    CHECK(crs_for({-6.4, 49.9, 1.8, 55.8}) == "EPSG:27700"); // England and Wales
    CHECK(crs_for(around(-5.9, 54.6)) == "EPSG:2157");       // Belfast
    CHECK(crs_for(around(-6.3, 53.3)) == "EPSG:2157");       // Dublin
    CHECK(crs_for(around(2.35, 48.85)) == "EPSG:2154");      // Paris
    CHECK(crs_for(around(4.9, 52.4)) == "EPSG:28992");       // Amsterdam
    CHECK(crs_for(around(174.8, -41.3)) == "EPSG:2193");     // Wellington
    CHECK(crs_for(around(-90.25, 38.65)) == "EPSG:32615");   // St. Louis
    CHECK(crs_for(around(-43.2, -22.9)) == "EPSG:32723");    // Rio de Janeiro
    CHECK(crs_for(around(45.3, 2.0)) == "EPSG:32638");       // Mogadishu
}

TEST_CASE("Every national grid is projected in metres", "[geo][place]") {
    for (const auto& box : {around(-6.3, 53.3), around(2.35, 48.85), around(4.9, 52.4),
                            around(174.8, -41.3), around(-90.25, 38.65), around(8.5, 47.3)}) {
        CHECK(is_projected_in_metres(crs_for(box)));
    }
}

TEST_CASE("Areas, north and angles are compared with the ellipsoid", "[geo][place]") {
    const auto kent = around(0.5, 51.3);
    const auto grid = distortion_at("EPSG:27700", kent);
    REQUIRE(grid);
    CHECK_FALSE(grid->outside);
    CHECK(grid->areas == Approx(1).margin(0.002));
    CHECK(grid->turned < 3);
    const auto web = distortion_at("EPSG:3857", kent);
    REQUIRE(web);
    const double cosine = std::cos(51.4 * std::numbers::pi / 180); // at the northern corners
    CHECK(web->areas == Approx(1 / (cosine * cosine)).epsilon(0.01));
    const auto europe = distortion_at("EPSG:3035", around(-4.2, 51.7)); // northing first
    REQUIRE(europe);
    CHECK(europe->areas == Approx(1).margin(0.001));   // an equal-area projection
    CHECK(europe->turned == Approx(11.2).margin(0.5)); // 14.2 degrees of longitude x sin 52
    const auto far = distortion_at("EPSG:27700", around(-90.25, 38.65));
    CHECK((!far || far->outside));
    CHECK(crs_name("EPSG:27700") == "EPSG:27700 (OSGB36 / British National Grid)");
}

TEST_CASE("Coordinates are recognised by their range", "[geo][place]") {
    CHECK(proposed_crs({0.3, 51.1, 0.8, 51.3}) == "EPSG:4326");
    CHECK(proposed_crs({-90.3, 38.5, -90.1, 38.8}) == "EPSG:4326");
    CHECK(proposed_crs({570000, 140000, 590000, 160000}) == "EPSG:27700");
    CHECK(proposed_crs({40000, 6.6e6, 60000, 6.7e6}) == "EPSG:3857");
    CHECK(proposed_crs({1e7, 1e7, 2e7, 2e7}).empty());
    CHECK(look_swapped({51.1, 0.3, 51.3, 0.8}));
    CHECK_FALSE(look_swapped({0.3, 51.1, 0.8, 51.3}));
}
