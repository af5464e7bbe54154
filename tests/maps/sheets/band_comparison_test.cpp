// SPDX-License-Identifier: MIT
#include "maps/sheets/band_comparison.h"

#include <algorithm>

#include "style/style.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using testing::grid_of_wards;
using testing::study_of;

namespace {

const std::vector<std::string> names = {"North", "South", "East", "West", "High Street", "Heath"};

Study six_wards() {
    return study_of(grid_of_wards(names),
                    {Cell::known(3), Cell::known(4.5), Cell::known(12), Cell::known(14),
                     Cell::suppressed(0, 4), Cell::missing()});
}

std::vector<paint::Scene> pages_of(const Study& study, const std::vector<int>& counts) {
    const auto& category = study.categories.front();
    const auto choices = band_choices(category, schemes_for(category.spec), counts);
    return maps::lay_out_band_comparison(study, category, choices, style::Style(),
                                         paint::TextMetrics());
}

std::size_t figures_in(const paint::Scene& page) {
    return static_cast<std::size_t>(
        std::count_if(page.items.begin(), page.items.end(), [](const paint::Item& item) {
            return std::holds_alternative<paint::FigureBegin>(item);
        }));
}

} // namespace

TEST_CASE("A contact sheet is A4, twelve maps to a page, nothing off it", "[maps]") {
    const auto pages = pages_of(six_wards(), {3, 4});
    REQUIRE(pages.size() == 2);
    CHECK(figures_in(pages[0]) == 12);
    const paint::TextMetrics metrics;
    for (const auto& page : pages) {
        CHECK(page.width_mm == 210);
        CHECK(page.height_mm == 297);
        for (const auto& item : page.items) {
            if (const auto* const text = std::get_if<paint::Text>(&item)) {
                INFO(text->text);
                const double width = metrics.measure(text->text, text->font).width_mm;
                const double left =
                    text->align == paint::Align::right ? text->at.x - width : text->at.x;
                CHECK(left >= 11);
                CHECK(left + width <= 199);
                CHECK(text->at.y <= 286);
                CHECK(text->font.size_pt >= 6);
            }
            if (const auto* const shape = std::get_if<paint::Shape>(&item)) {
                CHECK(shape->id.empty());
                for (const auto& ring : shape->rings) {
                    CHECK(std::all_of(ring.begin(), ring.end(), [](geo::Point p) {
                        return p.x >= 9 && p.x <= 201 && p.y >= 9 && p.y <= 288;
                    }));
                }
            }
        }
    }
}

TEST_CASE("Each small map has its text, and one that cannot be banded has the reason", "[maps]") {
    auto study = six_wards();
    study.categories.front().values[0] = Cell::known(0);
    const auto page = pages_of(study, {5}).front();
    CHECK(page.description.find("Small map by natural, 5 bands: 0.0–") != std::string::npos);
    CHECK(page.description.find("geometric, 5 bands: no bands.") != std::string::npos);
    const bool reported = std::any_of(page.items.begin(), page.items.end(), [](const auto& item) {
        const auto* const text = std::get_if<paint::Text>(&item);
        return text != nullptr && text->text.starts_with("geometric bands cannot start at 0");
    });
    CHECK(reported);
}

TEST_CASE("A category without a known figure still has a contact sheet", "[maps]") {
    const auto study =
        study_of(grid_of_wards({"North", "South"}), {Cell::missing(), Cell::suppressed(0, 4)});
    CHECK(figures_in(pages_of(study, {5}).front()) == 0);
}
