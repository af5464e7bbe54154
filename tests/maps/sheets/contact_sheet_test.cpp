// SPDX-License-Identifier: MIT
#include "maps/sheets/contact_sheet.h"

#include "maps/ground/base_map.h"
#include "paint/text_metrics.h"
#include "style/read_style.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using testing::grid_of_wards;
using testing::study_of;

namespace {

/// Bookmarks of maps; the page's comes first.
std::size_t bookmarks(const maps::Sheet& sheet) {
    std::size_t n = 0;
    for (const auto& item : sheet.scene.items) {
        const auto* const mark = std::get_if<paint::Bookmark>(&item);
        if (mark == nullptr) continue;
        CHECK((mark->level == 1) == (&item == &sheet.scene.items.front()));
        if (mark->level == 2) ++n;
    }
    return n;
}

std::size_t figures(const maps::Sheet& sheet) {
    std::size_t n = 0;
    for (const auto& item : sheet.scene.items) {
        if (std::holds_alternative<paint::FigureBegin>(item)) ++n;
    }
    return n;
}

} // namespace

TEST_CASE("The contact sheet has every category once, twelve on a page", "[maps]") {
    auto study = study_of(grid_of_wards({"A", "B", "C", "D"}, 2),
                          {Cell::known(1), Cell::known(9), Cell::missing(), Cell::known(4)});
    const paint::TextMetrics metrics;
    const maps::BaseMap ground(study);
    for (const std::size_t n : {std::size_t{2}, std::size_t{12}, std::size_t{13}}) {
        while (study.categories.size() < n) {
            study.categories.push_back(study.categories[0]);
            study.categories.back().spec.id = "c" + std::to_string(study.categories.size());
        }
        const auto sheets = maps::lay_out_contact_sheet({study, {}, metrics, ground});
        REQUIRE(sheets.size() == (n + 11) / 12);
        std::size_t all = 0;
        for (const auto& sheet : sheets) {
            all += figures(sheet);
            CHECK(bookmarks(sheet) == figures(sheet));
        }
        CHECK(all == n);
        CHECK(sheets.front().scene.id == (sheets.size() == 1 ? "contact" : "contact-1"));
    }
}

TEST_CASE("The maps of a contact sheet are at least 35 mm wide in every style", "[maps]") {
    auto study = study_of(grid_of_wards({"A", "B", "C", "D"}, 2),
                          {Cell::known(1), Cell::known(9), Cell::suppressed(0, 4), Cell::known(4)});
    while (study.categories.size() < 12) {
        study.categories.push_back(study.categories[0]);
        auto& spec = study.categories.back().spec;
        spec.id = "c" + std::to_string(study.categories.size());
        spec.title = "A category of recorded crime, with a number";
        spec.period = "January to November 2014";
        spec.source =
            "Source of the figures of kind " + spec.id + ", counted by the police by ward";
    }
    const paint::TextMetrics metrics;
    const maps::BaseMap ground(study);
    for (const char* const name : {"committee", "tasking", "slide", "column", "half-page", "square",
                                   "a3-landscape", "greyscale"}) {
        INFO(name);
        std::size_t all = 0;
        const auto style = style::read_style(name);
        for (const auto& sheet : maps::lay_out_contact_sheet({study, style, metrics, ground})) {
            geo::Box map;
            for (const auto& item : sheet.scene.items) {
                if (std::holds_alternative<paint::FigureBegin>(item)) {
                    map = {};
                    ++all;
                }
                const auto* const shape = std::get_if<paint::Shape>(&item);
                if (shape != nullptr && shape->css.starts_with("ward ")) {
                    map.add(geo::extent(shape->rings[0]));
                }
                if (std::holds_alternative<paint::FigureEnd>(item)) CHECK(map.width() >= 34.99);
            }
        }
        CHECK(all == 12);
    }
}

TEST_CASE("The maps of a contact sheet are equally large", "[maps]") {
    auto study = study_of(grid_of_wards({"A", "B", "C", "D"}, 2),
                          {Cell::known(1), Cell::known(9), Cell::known(2), Cell::known(4)});
    study.categories.push_back(study.categories[0]);
    study.categories[1].spec.id = "b";
    study.categories[1].spec.title =
        std::string(30, 'x') + " a title of two lines " + std::string(40, 'y');
    const auto sheets =
        maps::lay_out_contact_sheet({study, {}, paint::TextMetrics(), maps::BaseMap(study)});
    std::vector<double> widths;
    for (const auto& item : sheets.at(0).scene.items) {
        const auto* const shape = std::get_if<paint::Shape>(&item);
        if (shape == nullptr || !shape->css.starts_with("ward ")) continue;
        widths.push_back(geo::extent(shape->rings[0]).width());
    }
    REQUIRE(widths.size() == 8);
    for (const double width : widths) {
        CHECK(width == Approx(widths[0]).margin(0.02));
    }
}
