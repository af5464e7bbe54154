// SPDX-License-Identifier: MIT
#include "maps/sheets/lint.h"

#include <filesystem>
#include <utility>

#include "base/error.h"
#include "maps/ground/base_map.h"
#include "maps/sheets/bivariate_sheet.h"
#include "maps/sheets/category_sheet.h"
#include "maps/sheets/contact_sheet.h"
#include "maps/sheets/periods_sheet.h"
#include "maps/sheets/sheet.h"
#include "project/read_project.h"
#include "study/run_study.h"
#include "style/read_style.h"
#include "support/catch.h"
#include "support/files.h"
#include "support/months.h"
#include "words/map_text.h"

using namespace wardmap;

namespace {

paint::Text text_at(double x, double y, const std::string& words) {
    paint::Text text;
    text.text = words;
    text.at = {x, y};
    return text;
}

paint::Shape box(double x0, double y0, double x1, double y1, paint::Colour fill) {
    paint::Shape shape;
    shape.rings = {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}};
    shape.fill = fill;
    return shape;
}

/// A page so full that only added items can cause errors.
paint::Scene page() {
    paint::Scene scene;
    scene.width_mm = 100;
    scene.height_mm = 100;
    scene.items.emplace_back(box(5, 40, 95, 95, {0xFF, 0xE0, 0x90}));
    return scene;
}

std::string faults(const paint::Scene& scene) {
    std::string text;
    for (const auto& finding : maps::lint(scene, "sheet", paint::TextMetrics())) {
        text += finding.found + "\n";
    }
    return text;
}

bool reports(const paint::Scene& scene, const std::string& what) {
    return faults(scene).find(what) != std::string::npos;
}

} // namespace

TEST_CASE("A correct sheet has no errors", "[maps]") {
    auto scene = page();
    scene.items.emplace_back(text_at(5, 20, "Anti-social behaviour"));
    scene.items.emplace_back(text_at(10, 60, "Heath"));
    CHECK(faults(scene).empty());
}

TEST_CASE("Lint finds overlaps, clipping, small type and faint type", "[maps]") {
    auto scene = page();
    scene.items.emplace_back(text_at(5, 20, "One"));
    scene.items.emplace_back(text_at(8, 21, "Two"));
    CHECK(reports(scene, "\"One\" at 5, 21 mm overlaps \"Two\""));
    scene = page();
    scene.items.emplace_back(text_at(95, 20, "Too far right"));
    CHECK(reports(scene, "leaves the page"));
    scene = page();
    auto small = text_at(5, 20, "Small print");
    small.font.size_pt = 5.5;
    scene.items.emplace_back(small);
    CHECK(reports(scene, "is set in 5.5 pt"));
    scene = page();
    auto faint = text_at(10, 60, "Faint");
    faint.colour = paint::white;
    scene.items.emplace_back(faint);
    CHECK(reports(scene, "has a contrast of 1.3:1"));
}

TEST_CASE("Lint finds names under marks and shapes off the page", "[maps]") {
    auto scene = page();
    scene.items.emplace_back(paint::FigureBegin{"map", "A map"});
    scene.items.emplace_back(text_at(10, 60, "Heath"));
    auto mark = box(12, 58, 15, 61, paint::black);
    mark.css = "reading";
    scene.items.emplace_back(mark);
    scene.items.emplace_back(paint::FigureEnd{});
    CHECK(reports(scene, "\"Heath\" at 10, 61 mm is under the mark of a reading"));
    scene = page();
    auto off = box(90, 90, 101, 95, paint::black);
    off.css = "outline";
    scene.items.emplace_back(off);
    CHECK(reports(scene, "a shape (outline) leaves the page"));
}

TEST_CASE("Lint finds empty pages and numbers without a key", "[maps]") {
    paint::Scene empty;
    empty.items.emplace_back(text_at(5, 20, "Nothing else"));
    CHECK(reports(empty, "of the page is one empty rectangle"));
    auto scene = page();
    scene.items.emplace_back(paint::FigureBegin{"map", "A map"});
    scene.items.emplace_back(text_at(10, 60, "7"));
    scene.items.emplace_back(paint::FigureEnd{});
    CHECK(reports(scene, "that is missing from the key"));
    auto key = text_at(50, 20, "7");
    key.font.weight = paint::Weight::semibold;
    scene.items.emplace_back(key);
    CHECK(faults(scene).empty());
}

TEST_CASE("Every sheet of the examples passes in every style", "[maps][slow]") {
    const paint::TextMetrics metrics;
    const testing::TempFolder folder;
    const auto example = [](const std::string& name) {
        return testing::source_file("geodata/" + name + "/" + name + ".toml");
    };
    for (const auto& [name, path] :
         {std::pair{"maidstone", example("maidstone")}, std::pair{"kent", example("kent")},
          std::pair{"maidstone by month", testing::write_maidstone_months(folder)}}) {
        const auto study = run_study(project::read_project(path), {});
        const auto sets = period_sets(study);
        CHECK(sets.size() == (std::string(name) == "maidstone by month" ? 3 : 0));
        const maps::BaseMap ground(study);
        std::size_t styles = 0;
        for (const auto& entry :
             std::filesystem::directory_iterator(testing::source_file("styles"))) {
            if (entry.path().extension() != ".toml") continue;
            ++styles;
            const auto style = style::read_style(entry.path().stem().string());
            const auto check = [&, name = name](const maps::Sheet& sheet) {
                INFO(name << ", " << style.name << ", " << sheet.scene.title);
                for (const auto& fault : maps::lint(sheet.scene, "sheet", metrics)) {
                    UNSCOPED_INFO(fault.found);
                    CHECK(fault.severity != Severity::error);
                }
            };
            for (const auto& category : study.categories) {
                check(maps::lay_out_sheet({study, style, metrics, ground}, category));
                if (!category.hotspots) continue;
                check(maps::lay_out_sheet({study, style, metrics, ground}, category,
                                          words::Subject::reading));
            }
            for (const auto& bivariate : study.bivariates) {
                check(maps::lay_out_sheet({study, style, metrics, ground}, bivariate));
            }
            for (const auto& sheet : maps::lay_out_contact_sheet({study, style, metrics, ground})) {
                check(sheet);
            }
            for (const auto& set : sets) {
                for (const auto& sheet :
                     maps::lay_out_periods({study, style, metrics, ground}, set)) {
                    check(sheet);
                }
            }
        }
        CHECK(styles >= 10);
    }
}

TEST_CASE("A page without space for map and legend is refused with its size", "[maps]") {
    const auto path = testing::source_file("geodata/kent/kent.toml");
    const auto study = run_study(project::read_project(path), {});
    auto style = style::read_style("committee");
    style.page_width_mm = 60;
    style.page_height_mm = 50;
    style.margin_mm = 5;
    const paint::TextMetrics metrics;
    const auto messages_of = [](const auto& step) {
        try {
            step();
            return std::string("nothing");
        } catch (const InputError& error) {
            return std::string(error.what());
        }
    };
    CHECK(messages_of([&] {
              (void)maps::lay_out_sheet(study, study.categories[0], style, metrics);
          }).find("a page of 60 x 50 mm has no room for map and legend") != std::string::npos);
    CHECK(messages_of([&] {
              (void)maps::lay_out_contact_sheet({study, style, metrics, maps::BaseMap(study)});
          }).find("has no room for a small map with its legend") != std::string::npos);
}
