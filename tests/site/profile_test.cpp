// SPDX-License-Identifier: MIT
#include "site/profile.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/text.h"
#include "hotspots/reading.h"
#include "maps/ground/base_map.h"
#include "paint/canvas.h"
#include "site/words.h"
#include "study/category_sets.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/maidstone.h"
#include "support/pdf.h"
#include "support/study.h"
#include "words/alt_text.h"
#include "words/ward_figures.h"

using namespace wardmap;
using testing::category_of;
using testing::maidstone;

namespace {

site::Profile profile_at(const Study& study, const std::string& reference, double within_m = 2000) {
    auto place = site::site_at(reference, "EPSG:27700");
    auto location = site::locate(study, place);
    return {study, std::move(place), std::move(location), within_m};
}

/// A red line over the first two of a row of wards.
site::Profile profile_over(const Study& study, double x, double side = 1000) {
    site::Site place;
    place.name = "red line";
    place.note = "A red line.";
    place.shape = testing::square(x, 150000, side);
    place.at = geo::centroid(place.shape);
    auto location = site::locate(study, place);
    return {study, std::move(place), std::move(location), 2000};
}

std::vector<paint::Scene> pages_of(const site::Profile& profile) {
    const paint::TextMetrics metrics;
    const maps::BaseMap ground(profile.study.wards);
    return site::lay_out_profile(profile, {}, metrics, ground);
}

/// The text of pages, with the lines of a paragraph joined as a reader would.
std::string words_in(const std::vector<paint::Scene>& pages) {
    std::string all;
    for (const auto& page : pages) {
        for (const auto& item : page.items) {
            const auto* const text = std::get_if<paint::Text>(&item);
            if (text != nullptr) all += text->text + (text->text.ends_with(' ') ? "" : "\n");
        }
    }
    return all;
}

bool says(const std::string& text, const std::string& part) {
    INFO(text);
    INFO(part);
    return text.find(part) != std::string::npos;
}

/// Four wards in a row, with a withheld figure in the second.
Study row_of_four() {
    auto study = testing::study_of(
        testing::grid_of_wards({"West", "Middle", "East", "Far"}, 4),
        {Cell::known(10), Cell::suppressed(0, 4), Cell::known(30), Cell::known(50)});
    study.neighbours = {{1}, {0, 2}, {1, 3}, {2}};
    return study;
}

} // namespace

TEST_CASE("A profile's figures are those of the study, in text, data and pages", "[site]") {
    const auto profile = profile_at(maidstone(), "TQ 760 556");
    const auto text = site::profile_text(profile);
    const auto json = nlohmann::json::parse(site::profile_json(profile));
    const auto pages = words_in(pages_of(profile));
    REQUIRE(json["wards"].size() == 1);
    CHECK(json["wards"][0]["name"] == "High Street");
    CHECK(says(pages, "The site is in the ward High Street, Maidstone."));
    const auto ward = profile.location.wards[0].ward;
    std::size_t i = 0;
    for (const auto& category : maidstone().categories) {
        const auto& row = json["categories"][i++];
        CHECK(row["id"] == category.spec.id);
        CHECK(row["wards"][0]["printed"] == words::printed(category, ward));
        CHECK(says(text, category.spec.title));
        CHECK(says(pages, category.spec.title.substr(0, 20)));
        CHECK(says(pages, words::printed(category, ward)));
        CHECK(says(text, words::band_text(category, ward)));
        if (!category.values[ward].is_known()) continue;
        CHECK(row["wards"][0]["value"]["value"].get<double>() ==
              Approx(category.values[ward].value()));
    }
    // 853 incidents among 9,690 residents (tables/asb_2014.csv, tables/population.csv).
    CHECK(says(text, "88.0 incidents per 1,000 residents"));
}

TEST_CASE("The data have the documented members", "[site]") {
    const auto json =
        nlohmann::json::parse(site::profile_json(profile_at(maidstone(), "TQ 760 556")));
    const auto manual = testing::read_file(testing::source_file("docs/site.md"));
    const auto named = [&](const nlohmann::json& object) {
        for (const auto& [member, value] : object.items()) {
            INFO(member);
            CHECK(manual.find("`" + member + "`") != std::string::npos);
        }
    };
    named(json);
    named(json["wards"][0]);
    named(json["around"][0]);
    named(json["words"]);
    named(json["categories"][0]);
    named(json["categories"][0]["wards"][0]);
    for (const auto* const member :
         {"site", "note", "x", "y", "crs", "area_m2", "within_m", "outside_share", "wards",
          "on_border", "around", "categories", "words"}) {
        CHECK(json.contains(member));
    }
    CHECK(json["x"] == 576050);
    CHECK(json["area_m2"].is_null());
}

TEST_CASE("The categories in which a ward is higher are those of the study", "[site]") {
    const auto& study = maidstone();
    for (const auto* const reference : {"TQ 760 556", "TQ 786 525", "TQ 80 50"}) {
        const auto profile = profile_at(study, reference);
        REQUIRE(profile.location.wards.size() == 1);
        const auto ward = profile.location.wards[0].ward;
        std::size_t high = 0;
        for (const auto* const category : overlapping(study)) {
            if (hotspots::is_higher(category->hotspots->wards[ward].reading.level)) ++high;
        }
        const auto wording = site::reading_sentences(profile, 1);
        REQUIRE_FALSE(wording.empty());
        CHECK(says(wording[0], high == 0
                                   ? "by more than chance explains in none."
                                   : fmt::format("by more than chance explains in {}: ", high)));
        // Every tested category is named once.
        const auto all = text::join(wording, "\n");
        for (const auto* const category : overlapping(study)) {
            CHECK(says(all, category->spec.title));
        }
    }
}

TEST_CASE("High wards nearby are those within the distance, nearest first", "[site]") {
    const auto& study = maidstone();
    const auto& burglary = category_of(study, "burglary");
    const auto near = site::high_near(profile_at(study, "TQ 760 556", 2000), burglary);
    CHECK(near.within.empty());
    REQUIRE(near.nearest);
    CHECK(study.wards.wards[near.nearest->ward].name == "Detling and Thurnham");
    const auto far = site::high_near(profile_at(study, "TQ 760 556", 6000), burglary);
    REQUIRE_FALSE(far.within.empty());
    CHECK(far.within[0].ward == near.nearest->ward);
    for (const auto& other : far.within) {
        CHECK(other.distance_m <= 6000);
        CHECK(hotspots::is_higher(burglary.hotspots->wards[other.ward].reading.level));
    }
}

TEST_CASE("Deprivation is reported as such", "[site]") {
    const auto wording = site::deprivation_sentences(profile_at(maidstone(), "TQ 760 556"), 1);
    REQUIRE(wording.size() == 1);
    CHECK(wording[0] == "Index of Multiple Deprivation 2010: High Street, average score (higher = "
                        "more deprived) 29.4; rank 3 of 26 wards, 1 = highest.");
}

TEST_CASE("A withheld figure is reported only by its bounds", "[site]") {
    const auto study = row_of_four();
    const auto profile = profile_at(study, "501500,150500");
    const auto json = nlohmann::json::parse(site::profile_json(profile));
    const auto& row = json["categories"][0]["wards"][0];
    CHECK(row["figure"] == nlohmann::json({{"state", "withheld"}, {"low", 0.0}, {"high", 4.0}}));
    CHECK(row["value"]["state"] == "withheld");
    CHECK(row["rank"].is_null());
    CHECK(says(site::profile_text(profile), "withheld, 0.0 to 4.0"));
    const auto pages = words_in(pages_of(profile));
    CHECK(says(pages, "withheld, 0.0 to 4.0"));
    CHECK(says(pages, "A withheld figure is given as the range"));
}

TEST_CASE("A red line over several wards has their shares and each ward's figures", "[site]") {
    const auto study = row_of_four();
    const auto profile = profile_over(study, 499500, 2000);
    const auto where = site::where_sentences(profile);
    // 2 km by 2 km; of it 500 m and 1 km and 500 m of three squares' width, 1 km high; the rest is
    // outside: west of them and north of them.
    CHECK(where[0] == "The site is in the wards West (25% of its area) and Middle (12.5% of "
                      "its area), Testshire.");
    CHECK(where[1] ==
          "62.5% of its area is outside the boundaries; no figures are reported for that "
          "part.");
    const auto pages = words_in(pages_of(profile));
    CHECK(says(pages, "10.0"));
    CHECK(says(pages, "withheld, 0.0 to 4.0"));
    CHECK(says(pages, "no figure is split or averaged"));
}

TEST_CASE("A sliver of a ward is not reported as zero", "[site]") {
    const auto study = row_of_four();
    const auto where = site::where_sentences(profile_over(study, 500000.5));
    CHECK(says(where[0], "West (over 99.9% of its area) and Middle (under 0.1% of its area)"));
}

TEST_CASE("Distances are round, and short ones are not zero", "[site]") {
    CHECK(site::distance_text(0) == "under 10 m");
    CHECK(site::distance_text(9.9) == "under 10 m");
    CHECK(site::distance_text(274) == "270 m");
    CHECK(site::distance_text(996) == "1 km");
    CHECK(site::distance_text(1249) == "1.2 km");
    CHECK(site::distance_text(2000) == "2 km");
    const auto study = row_of_four();
    CHECK(site::reach_text(profile_at(study, "500500,150500", 0)) == "0 m");
    CHECK(site::reach_text(profile_at(study, "500500,150500", 1250)) == "1.25 km");
}

TEST_CASE("Periods of a series are reported with their extremes, withheld ones as intervals",
          "[site]") {
    auto study = row_of_four();
    auto& category = study.categories[0];
    const auto step = [](const std::string& label, Cell west) {
        return Step{label, {west, Cell::missing(), Cell::known(1), Cell::known(1)}, {}};
    };
    category.steps = {step("2014-01", Cell::known(7)), step("2014-02", Cell::known(12)),
                      step("2014-03", Cell::known(3)), step("2014-04", Cell::suppressed(0, 4))};
    const auto profile = profile_at(study, "500500,150500");
    CHECK(site::trend_sentences(profile, 1) ==
          std::vector<std::string>{"Anti-social behaviour: West, incidents. 2014-01: 7; 2014-04: "
                                   "withheld, 0 to 4; of 4 periods, most 12 (2014-02), least 3 "
                                   "(2014-03)."});
    CHECK(says(words_in(pages_of(profile)), "2014-01: 7"));
    const auto json = nlohmann::json::parse(site::profile_json(profile));
    const auto& periods = json["categories"][0]["wards"][0]["periods"];
    REQUIRE(periods.size() == 4);
    CHECK(periods[3]["figure"]["state"] == "withheld");
}

TEST_CASE("A profile has two pages, whatever the project contains", "[site]") {
    const auto two_pages = [](const site::Profile& profile) {
        const auto pages = pages_of(profile);
        CHECK(pages.size() == 2);
        for (const auto& page : pages) {
            for (const auto& item : page.items) {
                const auto* const text = std::get_if<paint::Text>(&item);
                if (text == nullptr) continue;
                CHECK(text->at.y < page.height_mm);
                CHECK(text->font.size_pt >= 6);
            }
        }
        return words_in(pages);
    };
    auto study = row_of_four();
    two_pages(profile_at(study, "500500,150500"));
    for (int i = 0; i < 99; ++i) {
        study.categories.push_back(study.categories[0]);
        study.categories.back().spec.title = fmt::format("Category {} of very many", i);
    }
    const auto many = two_pages(profile_at(study, "500500,150500"));
    CHECK(says(many, "Not shown because there is no space, but in the profile's data: "));
    two_pages(profile_over(study, 499500, 3000));
    auto& wards = study.wards.wards;
    for (auto& ward : wards) {
        ward.name = ward.name + std::string(300, 'x');
    }
    two_pages(profile_over(study, 499500, 3000));
}

TEST_CASE("A profile of all wards of Maidstone names those that do not fit", "[site]") {
    const auto& study = maidstone();
    site::Site place;
    place.name = "All";
    place.note = "A red line.";
    const auto extent = study.wards.extent();
    place.shape = testing::square(extent.min_x, extent.min_y, extent.width());
    place.at = extent.centre();
    auto location = site::locate(study, place);
    const site::Profile profile{study, place, location, 0};
    REQUIRE(profile.location.wards.size() == 26);
    const auto pages = pages_of(profile);
    CHECK(pages.size() == 2);
    CHECK(says(words_in(pages), "There is no space here for "));
}

TEST_CASE("The pages are tagged, with a text for the map and headings in order", "[site]") {
    const auto pages = pages_of(profile_at(maidstone(), "TQ 760 556"));
    const auto pdf = paint::to_pdf(pages, "Site profile");
    CHECK(testing::fault_in_tags(pdf).empty());
    const auto roles = testing::roles_in(testing::read_pdf(pdf).tree);
    for (const auto* const role : {"H1", "H2", "Figure", "Table", "TH", "L", "LBody"}) {
        INFO(role);
        CHECK(roles.contains(role));
    }
    const auto& first = pages[0].items;
    const auto figure = std::ranges::find_if(first, [](const paint::Item& item) {
        return std::holds_alternative<paint::FigureBegin>(item);
    });
    REQUIRE(figure != first.end());
    CHECK(says(std::get<paint::FigureBegin>(*figure).alt, "the site in High Street"));
    CHECK(says(std::get<paint::FigureBegin>(*figure).alt, "Bridge"));
    CHECK(pages_of(profile_at(maidstone(), "TQ 760 556")).size() == 2);
}
