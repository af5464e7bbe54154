// SPDX-License-Identifier: MIT
#include "site/site.h"

#include "base/error.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;

namespace {

Study row_of_three() {
    return testing::study_of(testing::grid_of_wards({"West", "Middle", "East"}),
                             {Cell::known(1), Cell::known(2), Cell::known(3)});
}

std::string refusal(const std::string& reference) {
    try {
        const auto study = row_of_three();
        (void)site::locate(study, site::site_at(reference, "EPSG:27700"));
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

} // namespace

TEST_CASE("A point lies in one ward, the others are so far away", "[site]") {
    const auto study = row_of_three();
    const auto found = site::locate(study, site::site_at("500400,150500", "EPSG:27700"));
    REQUIRE(found.wards.size() == 1);
    CHECK(found.wards[0].ward == 0);
    CHECK(found.on_border.empty());
    REQUIRE(found.others.size() == 2);
    CHECK(found.others[0].distance_m == 600);
    CHECK(found.others[1].distance_m == 1600);
}

TEST_CASE("A point near a border says so", "[site]") {
    const auto study = row_of_three();
    const auto found = site::locate(study, site::site_at("500995,150500", "EPSG:27700"));
    CHECK(found.on_border == std::vector<std::size_t>{1});
}

TEST_CASE("A red line has shares by area, and a part outside", "[site]") {
    const auto study = row_of_three();
    site::Site site;
    site.shape = testing::square(500750, 150500);
    const auto found = site::locate(study, site);
    REQUIRE(found.wards.size() == 2);
    CHECK(found.wards[0].ward == 1);
    CHECK(std::abs(found.wards[0].share - 0.375) < 1e-9);
    CHECK(std::abs(found.wards[1].share - 0.125) < 1e-9);
    CHECK(std::abs(found.outside - 0.5) < 1e-9);
    CHECK(found.others.at(0).distance_m == 250);
}

TEST_CASE("Places that cannot be used are refused in words", "[site]") {
    CHECK(refusal("400000,150500").find("nearest ward is West, 100,000 m") != std::string::npos);
    CHECK(refusal("0.52,51.27").find("--at \"51.27,0.52\"") != std::string::npos);
    CHECK(refusal("Maidstone").find("grid reference of 2 to 10 figures") != std::string::npos);
    CHECK(refusal("500400,150500").empty());
}
