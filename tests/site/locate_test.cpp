// SPDX-License-Identifier: MIT
#include <cmath>

#include <fmt/format.h>

#include "base/error.h"
#include "site/site.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/study.h"

using namespace wardmap;

namespace {

const char* const grid = "EPSG:27700";

Study row_of_three() {
    auto study = testing::study_of(testing::grid_of_wards({"West", "Middle", "East"}),
                                   {Cell::known(1), Cell::known(2), Cell::known(3)});
    study.neighbours = {{1}, {0, 2}, {1}};
    return study;
}

site::Location locate(const Study& study, const std::string& reference) {
    return site::locate(study, site::site_at(reference, grid));
}

std::string refusal(const std::string& reference) {
    try {
        const auto study = row_of_three();
        const auto place = site::site_at(reference, grid);
        site::stop_if_outside(study, place, site::locate(study, place));
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

bool says(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

/// A red line as a file; the message if it is refused.
std::string refused_file(const std::string& feature) {
    const testing::TempFolder folder;
    const auto file =
        folder.write("red.geojson", R"({"type":"FeatureCollection","crs":{"type":"name",)"
                                    R"("properties":{"name":"urn:ogc:def:crs:EPSG::27700"}},)"
                                    R"("features":[)" +
                                        feature + "]}");
    try {
        (void)site::site_in(file, grid);
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

std::string polygon(const std::string& ring) {
    return R"({"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":[[)" +
           ring + "]]}}";
}

} // namespace

TEST_CASE("A point is in one ward, with distances to the others", "[site]") {
    const auto found = locate(row_of_three(), "500400,150500");
    REQUIRE(found.wards.size() == 1);
    CHECK(found.wards[0].ward == 0);
    CHECK(found.on_border.empty());
    CHECK(found.how == site::Outside::none);
    REQUIRE(found.others.size() == 2);
    CHECK(found.others[0].distance_m == 600);
    CHECK(found.others[0].neighbour);
    CHECK(found.others[1].distance_m == 1600);
    CHECK_FALSE(found.others[1].neighbour);
}

TEST_CASE("A point near a border is reported as such, including the outer border", "[site]") {
    const auto inner = locate(row_of_three(), "500995,150500");
    CHECK(inner.on_border == std::vector<std::size_t>{1});
    CHECK(inner.how == site::Outside::none);
    // Exactly on the outer edge, and just beyond it: still in the ward, and reported as uncertain.
    for (const auto* const reference : {"500000,150500", "499995,150500"}) {
        const auto outer = locate(row_of_three(), reference);
        INFO(reference);
        REQUIRE(outer.wards.size() == 1);
        CHECK(outer.wards[0].ward == 0);
        CHECK(outer.how == site::Outside::part);
    }
    CHECK(locate(row_of_three(), "499980,150500").wards.empty());
}

TEST_CASE("A grid reference is uncertain within its own square, not within a circle", "[site]") {
    // TL 00 50: 500000 to 510000 east, 250000 to 260000 north is another row; a square of 1 km.
    auto study = row_of_three();
    const auto found = locate(study, "SP 99 50"); // far off
    CHECK(found.wards.empty());
    // The 1 km square of Middle itself touches its neighbours and overlaps neither.
    const auto middle = site::site_at("TQ 01 50", grid);
    CHECK(middle.doubt_m == 500);
    const auto in_middle = site::locate(study, middle);
    REQUIRE(in_middle.wards.size() == 1);
    CHECK(in_middle.wards[0].ward == 1);
    CHECK(in_middle.on_border.empty());
}

TEST_CASE("A red line has shares by area, and a part outside", "[site]") {
    const auto study = row_of_three();
    site::Site site;
    site.shape = testing::square(500750, 150500);
    site.at = {501250, 151000};
    const auto found = site::locate(study, site);
    REQUIRE(found.wards.size() == 2);
    CHECK(found.wards[0].ward == 1);
    CHECK(std::abs(found.wards[0].share - 0.375) < 1e-9);
    CHECK(std::abs(found.wards[1].share - 0.125) < 1e-9);
    CHECK(std::abs(found.outside - 0.5) < 1e-9);
    CHECK(found.how == site::Outside::part);
    CHECK(found.others.at(0).distance_m == 250);
}

TEST_CASE("A hole of a ward is not part of it, but of the ward within it", "[site]") {
    auto study = row_of_three();
    auto& west = study.wards.wards[0].shape.parts[0];
    west.holes.push_back(testing::square(500400, 150400, 200).parts[0].outer);
    const auto place = site::site_at("500500,150500", grid);
    const auto empty = site::locate(study, place);
    CHECK(empty.wards.empty());
    CHECK(empty.how == site::Outside::hole);
    CHECK(says(site::outside_words(study, empty), "is in a hole of the boundaries"));
    CHECK(says(site::outside_words(study, empty), "nearest ward is West, 100 m away"));
    study.wards.wards[2].shape = testing::square(500400, 150400, 200);
    const auto filled = site::locate(study, place);
    REQUIRE(filled.wards.size() == 1);
    CHECK(filled.wards[0].ward == 2);
}

TEST_CASE("Latitude and longitude of a published place give its grid reference", "[site]") {
    // Caister water tower, E 651409.903 N 313177.270 (Ordnance Survey), is 52 39 28.72 N,
    // 1 42 57.79 E in WGS 84 (Veness, Movable Type Scripts); a Helmert shift is good to 5 m.
    const auto tower = site::site_at("52.657978,1.716053", grid);
    CHECK(std::hypot(tower.at.x - 651409.903, tower.at.y - 313177.270) < 5);
    CHECK(tower.doubt_m == 10);
    CHECK(says(tower.note, "WGS 84"));
    CHECK(site::site_at("576050 155650", grid).at == geo::Point{576050, 155650});
}

TEST_CASE("Unusable places are refused with the reason", "[site]") {
    CHECK(says(refusal("400000,150500"), "nearest ward is West, 100 km away"));
    CHECK(says(refusal("400000,150500"), "outside the boundaries"));
    CHECK(says(refusal("0.52,51.27"), "--at \"51.27,0.52\""));
    CHECK(says(refusal("Maidstone"), "grid reference of 2 to 10 figures"));
    CHECK(says(refusal("TQ 760 55"), "as many figures for the east as for the north"));
    CHECK(says(refusal("AA 12 34"), "not a square of the National Grid"));
    CHECK(says(refusal("ME14 1XX"), "looks like a postcode"));
    CHECK(says(refusal("95,0.5"), "beyond 90 degrees"));
    CHECK(refusal("500400,150500").empty());
}

TEST_CASE("A file without a usable red line is refused with the reason", "[site]") {
    CHECK(says(refused_file(R"({"type":"Feature","properties":{},"geometry":{"type":"Point",)"
                            R"("coordinates":[576000,155000]}})"),
               "is a Point, not a polygon"));
    const auto bow = refused_file(
        polygon("[576000,155000],[576100,155100],[576100,155000],[576000,155100],[576000,155000]"));
    CHECK(says(bow, "not valid: Self-intersection at 576050"));
    CHECK(says(refused_file(""), "no polygon in the file"));
    CHECK(refused_file(polygon("[576000,155000],[576100,155000],[576100,155100],[576000,155000]"))
              .empty());
}

TEST_CASE("A red line is united, measured and named by its file's name", "[site]") {
    const testing::TempFolder folder;
    const auto square = [](int x) {
        return polygon(fmt::format(
            "[{0},155000],[{1},155000],[{1},155100],[{0},155100],[{0},155000]", x, x + 100));
    };
    const auto file = folder.write(
        "red.geojson", R"({"type":"FeatureCollection","crs":{"type":"name","properties":)"
                       R"({"name":"urn:ogc:def:crs:EPSG::27700"}},"features":[)" +
                           square(576000) + "," + square(576050) + "]}");
    const auto found = site::site_in(file, grid);
    CHECK(found.name == "red.geojson");
    CHECK(geo::area(found.shape) == Approx(15000));
    CHECK(found.note == "A red line of 1.50 hectares.");
    CHECK(site::named(found, "24/1").name == "24/1 (red.geojson)");
    CHECK(site::named(found, "").name == "red.geojson");
}
