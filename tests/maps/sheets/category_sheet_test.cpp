// SPDX-License-Identifier: MIT
#include "maps/sheets/category_sheet.h"
#include "maps/sheets/sheet.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "style/style.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using testing::grid_of_wards;
using testing::study_of;

namespace {

/// Boxes of all texts of a scene, from the fonts that draw them.
std::vector<geo::Box> text_boxes(const paint::Scene& scene, const paint::TextMetrics& metrics) {
    std::vector<geo::Box> boxes;
    for (const auto& item : scene.items) {
        const auto* const text = std::get_if<paint::Text>(&item);
        if (text == nullptr) continue;
        const auto size = metrics.measure(text->text, text->font);
        const double left = text->align == paint::Align::left     ? text->at.x
                            : text->align == paint::Align::centre ? text->at.x - size.width_mm / 2
                                                                  : text->at.x - size.width_mm;
        // Inked height: ascenders and descenders, not the line gap.
        const double em = text->font.size_pt * paint::mm_per_pt;
        boxes.push_back(
            {left, text->at.y - 0.76 * em, left + size.width_mm, text->at.y + 0.24 * em});
    }
    return boxes;
}

void check_layout(const maps::Sheet& sheet, const style::Style& style,
                  const paint::TextMetrics& metrics) {
    const auto boxes = text_boxes(sheet.scene, metrics);
    const geo::Box page{0, 0, style.page_width_mm, style.page_height_mm};
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        INFO("text " << i);
        CHECK(boxes[i].min_x >= page.min_x + style.margin_mm - 0.5);
        CHECK(boxes[i].max_x <= page.max_x - style.margin_mm + 0.5);
        CHECK(boxes[i].max_y <= page.max_y - style.margin_mm + 1.5);
        for (std::size_t j = i + 1; j < boxes.size(); ++j) {
            INFO("and text " << j);
            CHECK_FALSE(boxes[i].grown(-0.05).overlaps(boxes[j].grown(-0.05)));
        }
    }
    for (const auto& item : sheet.scene.items) {
        if (const auto* const text = std::get_if<paint::Text>(&item)) {
            CHECK(text->font.size_pt >= 6);
        }
    }
}

std::vector<std::string> long_names(std::size_t n) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < n; ++i) {
        names.push_back("Boughton Monchelsea and Chart Sutton " + std::to_string(i));
    }
    return names;
}

std::vector<Cell> rising(std::size_t n) {
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < n; ++i) {
        cells.push_back(Cell::known(1.5 * static_cast<double>(i * i)));
    }
    return cells;
}

} // namespace

TEST_CASE("No text overlaps another or leaves the page, upright and wide", "[maps]") {
    const paint::TextMetrics metrics;
    for (const std::size_t n :
         {std::size_t{1}, std::size_t{6}, std::size_t{40}, std::size_t{400}}) {
        auto study = study_of(
            grid_of_wards(long_names(n), static_cast<std::size_t>(std::ceil(std::sqrt(n)))),
            rising(n));
        style::Style style;
        for (const bool wide : {false, true}) {
            if (wide) std::swap(style.page_width_mm, style.page_height_mm);
            INFO(n << " wards, " << (wide ? "wide" : "upright"));
            check_layout(maps::lay_out_sheet(study, study.categories[0], style, metrics), style,
                         metrics);
        }
    }
}

TEST_CASE("Every ward is one shape with its code, its band and its figure", "[maps]") {
    const paint::TextMetrics metrics;
    auto study =
        study_of(grid_of_wards({"A", "B", "C"}), {Cell::known(1), Cell::known(9), Cell::missing()});
    study.wards.wards[1].code = "a b\"<";
    const auto sheet = maps::lay_out_sheet(study, study.categories[0], {}, metrics);
    std::vector<std::string> ids;
    for (const auto& item : sheet.scene.items) {
        const auto* const shape = std::get_if<paint::Shape>(&item);
        if (shape == nullptr || !shape->css.starts_with("ward")) continue;
        ids.push_back(shape->id);
        if (shape->id == "ward-W01")
            CHECK(shape->title == "A: 1.0 incidents per 1,000 residents (band 1.0–4.9)");
        if (shape->id == "ward-W03") {
            CHECK(shape->title == "C: no figure");
            CHECK(shape->css == "ward missing");
            CHECK(shape->hatch);
        }
    }
    std::sort(ids.begin(), ids.end());
    CHECK(ids == std::vector<std::string>{"ward-W01", "ward-W03", "ward-a_20b_22_3c"});
    CHECK(sheet.scene.id == study.categories[0].spec.id);
}

TEST_CASE("Wards, their names and the legend share the class of a band", "[maps]") {
    const paint::TextMetrics metrics;
    const auto study = study_of(grid_of_wards({"A", "B", "C", "D"}),
                                {Cell::known(1), Cell::known(9), Cell::missing(), Cell::known(1)});
    const auto sheet = maps::lay_out_sheet(study, study.categories[0], {}, metrics);
    std::map<std::string, std::set<std::string>> colours;
    for (const auto& item : sheet.scene.items) {
        if (const auto* const shape = std::get_if<paint::Shape>(&item); shape != nullptr) {
            if (shape->fill) colours[shape->css].insert(paint::to_hex(*shape->fill));
        } else if (const auto* const text = std::get_if<paint::Text>(&item)) {
            if (text->halo) colours[text->halo_css].insert(paint::to_hex(*text->halo));
        }
    }
    for (const char* const state : {" band-1", " band-2", " missing"}) {
        INFO(state);
        const auto& ward = colours["ward" + std::string(state)];
        CHECK(ward.size() == 1);
        CHECK(colours["legend" + std::string(state)] == ward);
        CHECK(colours["halo" + std::string(state)] == ward);
    }
}

TEST_CASE("A sheet consists of layers, each with its own id", "[maps]") {
    const auto study =
        study_of(grid_of_wards({"A", "B", "C"}), {Cell::known(1), Cell::known(9), Cell::missing()});
    const auto sheet = maps::lay_out_sheet(study, study.categories[0], {}, paint::TextMetrics());
    std::vector<std::string> ids;
    int open = 0;
    for (const auto& item : sheet.scene.items) {
        if (const auto* const layer = std::get_if<paint::LayerBegin>(&item)) {
            ids.push_back(layer->id);
            ++open;
        }
        if (std::holds_alternative<paint::LayerEnd>(item)) --open;
        CHECK(open >= 0);
    }
    CHECK(open == 0);
    CHECK(ids ==
          std::vector<std::string>{"heading", "wards", "borders", "names", "legend", "notes"});
}

TEST_CASE("Hatched wards are painted after plain ones and borders last", "[maps]") {
    const paint::TextMetrics metrics;
    const auto study =
        study_of(grid_of_wards({"A", "B", "C"}), {Cell::missing(), Cell::known(9), Cell::known(2)});
    const auto sheet = maps::lay_out_sheet(study, study.categories[0], {}, metrics);
    std::vector<std::string> order;
    for (const auto& item : sheet.scene.items) {
        const auto* const shape = std::get_if<paint::Shape>(&item);
        if (shape == nullptr || shape->css.starts_with("legend") || shape->css == "scale-bar" ||
            shape->css == "north-arrow") {
            continue;
        }
        order.push_back(shape->css.substr(0, 12));
    }
    REQUIRE(order.size() == 5);
    CHECK(order[2] == "ward missing");
    CHECK(order[3] == "borders");
    CHECK(order[4] == "outline");
}

TEST_CASE("A border between two dark wards is light, so that it is visible", "[maps]") {
    const paint::TextMetrics metrics;
    auto study = study_of(grid_of_wards({"A", "B", "C", "D"}, 4),
                          {Cell::known(90), Cell::known(91), Cell::known(1), Cell::known(2)});
    style::Style style;
    style.border = {0x4D, 0x4D, 0x4D};
    const auto lines = [&](const std::string& css) {
        std::size_t n = 0;
        const auto sheet = maps::lay_out_sheet(study, study.categories[0], style, metrics);
        for (const auto& item : sheet.scene.items) {
            const auto* const shape = std::get_if<paint::Shape>(&item);
            if (shape != nullptr && shape->css == css) n += shape->rings.size();
        }
        return n;
    };
    CHECK(lines("borders-on-dark") == 1); // A | B
    CHECK(lines("borders") == 2);
}
