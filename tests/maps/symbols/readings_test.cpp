// SPDX-License-Identifier: MIT
#include "maps/labels/reading_marks.h"
#include "maps/symbols/readings.h"
#include "words/reading_counts.h"

#include "geo/clip.h"
#include "maps/legend/number_key.h"

#include <algorithm>
#include <cmath>

#include "hotspots/find_hotspots.h"
#include "maps/ground/line_scale.h"
#include "maps/legend/legend.h"
#include "maps/sheets/category_sheet.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/study.h"
#include "wards/neighbours.h"
#include "words/map_text.h"

using namespace wardmap;
using hotspots::Around;
using hotspots::Evidence;
using hotspots::Level;
using hotspots::Side;
using hotspots::Verdict;

namespace {

/// A 4 by 4 grid with one very high ward in the corner.
Study one_hotspot() {
    std::vector<std::string> names;
    std::vector<Cell> cells;
    for (int i = 0; i < 16; ++i) {
        names.push_back(std::string("Ward ") + char('A' + i));
        cells.push_back(Cell::known(i == 0 ? 900 : 20));
    }
    auto study = testing::study_of(testing::grid_of_wards(names, 4), cells);
    study.neighbours = wards::neighbours(study.wards.wards);
    auto& category = study.categories[0];
    const std::vector<Cell> people(16, Cell::known(1000));
    category.hotspots = hotspots::find_hotspots({.values = category.values,
                                                 .figures = category.figures,
                                                 .denominators = people,
                                                 .neighbours = study.neighbours,
                                                 .spec = {},
                                                 .threads = 1});
    return study;
}

std::vector<geo::MultiPolygon> shapes_of(const Study& study) {
    std::vector<geo::MultiPolygon> shapes;
    for (const auto& ward : study.wards.wards) {
        auto shape = ward.shape;
        for (auto& point : shape.parts[0].outer) {
            point = {(point.x - 500000) / 50, (point.y - 150000) / 50}; // 20 mm a ward
        }
        shapes.push_back(shape);
    }
    return shapes;
}

} // namespace

TEST_CASE("The legend counts every ward once by level, and once by label", "[maps]") {
    const auto study = one_hotspot();
    const auto& category = study.categories[0];
    for (const auto& rows :
         {words::level_counts(study, category), words::label_counts(study, category)}) {
        std::size_t sum = 0;
        for (const auto& row : rows) {
            sum += row.wards;
            CHECK_FALSE(row.words.empty());
        }
        CHECK(sum == 16);
        CHECK(rows.front().reading.level == Level::much_higher);
    }
    CHECK(words::outline_note(study, category).find("exceptional even among these wards") !=
          std::string::npos);
}

TEST_CASE("Marks are within their ward and clear of every label", "[maps]") {
    const auto study = one_hotspot();
    const auto shapes = shapes_of(study);
    maps::Labelling labelling;
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const auto c = geo::extent(shapes[i]).centre();
        maps::Label label;
        label.request = i;
        label.box = {c.x - 6, c.y - 1.5, c.x + 6, c.y + 1.5};
        labelling.labels.push_back(label);
    }
    const auto marks = maps::reading_marks(study.categories[0], shapes, labelling,
                                           std::vector<bool>(shapes.size(), true));
    REQUIRE_FALSE(marks.items.empty());
    CHECK(marks.without_room == 0);
    for (const auto& item : marks.items) {
        const auto box = geo::extent(std::get<paint::Shape>(item).rings.front());
        const auto home = std::find_if(shapes.begin(), shapes.end(), [&](const auto& shape) {
            return geo::contains(shape, box.centre());
        });
        REQUIRE(home != shapes.end());
        const auto ward = geo::extent(*home);
        CHECK((box.min_x >= ward.min_x && box.max_x <= ward.max_x));
        CHECK((box.min_y >= ward.min_y && box.max_y <= ward.max_y));
        for (const auto& label : labelling.labels) {
            CHECK_FALSE(label.box.overlaps(box));
        }
    }
}

TEST_CASE("Outlines are solid if firm and dashed if tentative", "[maps]") {
    auto study = one_hotspot();
    auto& wards = study.categories[0].hotspots->wards;
    for (auto& ward : wards) {
        ward.exceptional = hotspots::Tested();
        ward.cluster = 0;
    }
    wards[0].exceptional = hotspots::Tested{Verdict::high, Evidence::firm};
    wards[15].exceptional = hotspots::Tested{Verdict::low, Evidence::tentative};
    wards[5].exceptional = hotspots::Tested{Verdict::uncertain, Evidence::none};
    std::size_t dashed = 0;
    std::size_t solid = 0;
    for (const auto& item : maps::reading_outlines(study.categories[0], shapes_of(study))) {
        const auto& stroke = *std::get<paint::Shape>(item).stroke;
        if (stroke.colour == paint::white) continue;
        (stroke.dash_pt.empty() ? solid : dashed) += 1;
    }
    CHECK(solid == 1);
    CHECK(dashed == 1);
}

TEST_CASE("A cluster has one double line around all its wards, none between them", "[maps]") {
    auto study = one_hotspot();
    auto& wards = study.categories[0].hotspots->wards;
    for (auto& ward : wards) {
        ward.exceptional.reset();
        ward.cluster = 0;
    }
    for (const std::size_t i : {0U, 1U, 4U, 5U}) { // a square of two by two
        wards[i].cluster = 1;
        wards[i].neighbours = hotspots::Tested{Verdict::high, Evidence::tentative};
    }
    wards[5].neighbours->evidence = Evidence::firm;
    const auto items = maps::reading_outlines(study.categories[0], shapes_of(study));
    REQUIRE(items.size() == 3); // white, black, white
    const auto& middle = std::get<paint::Shape>(items[1]);
    CHECK(middle.stroke->colour == paint::black);
    CHECK(middle.stroke->dash_pt.empty()); // one of them is firm
    double length = 0;
    for (const auto& line : middle.rings) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            length += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        }
    }
    CHECK(length == Approx(8 * 20)); // 20 mm a ward
    CHECK(words::outline_note(study, study.categories[0]) == "Double line: cluster of high wards");
}

TEST_CASE("No outline runs along the edge of an inset that cuts its ward", "[maps]") {
    auto study = one_hotspot();
    study.categories[0].hotspots->wards[0].exceptional =
        hotspots::Tested{Verdict::high, Evidence::firm};
    auto shapes = shapes_of(study);
    const auto ward = geo::extent(shapes[0]);
    const geo::Box box{ward.min_x - 5, ward.min_y - 5, ward.max_x - 8, ward.max_y + 5};
    for (auto& shape : shapes) {
        shape = geo::clipped(shape, box);
    }
    double along = 0;
    for (const auto& item : maps::reading_outlines(study.categories[0], shapes, box)) {
        for (const auto& line : std::get<paint::Shape>(item).rings) {
            for (std::size_t i = 1; i < line.size(); ++i) {
                if (line[i - 1].x == box.max_x && line[i].x == box.max_x) ++along;
            }
        }
    }
    CHECK(along == 0);
    CHECK_FALSE(maps::reading_outlines(study.categories[0], shapes, box).empty());
}

TEST_CASE("Marks without space are counted, and the sheet says how many", "[maps]") {
    auto study = one_hotspot();
    for (auto& ward : study.categories[0].hotspots->wards) {
        ward.reading.level = Level::higher;
    }
    auto shapes = shapes_of(study);
    for (auto& shape : shapes) {
        for (auto& point : shape.parts[0].outer) {
            point = {point.x / 20, point.y / 20}; // 1 mm a ward
        }
    }
    const std::vector<bool> all(16, true);
    const auto marks = maps::reading_marks(study.categories[0], shapes, {}, all);
    CHECK(marks.items.empty());
    CHECK(marks.without_room == 16);

    maps::Key key;
    key.wards_word = "wards";
    key.unmarked = 16;
    key.mark_word = "mark";
    const auto block = maps::key_block(key, 8, {{0, 0}, 120, paint::TextMetrics()}, 50).block;
    std::string wording;
    for (const auto& item : block.items) {
        if (const auto* const text = std::get_if<paint::Text>(&item)) wording += text->text;
    }
    CHECK(wording == "No space for 16 marks. All are in the data table.");
}

TEST_CASE("A map of the reading alone has its own legend and texts", "[maps]") {
    const auto study = one_hotspot();
    const style::Style style;
    const paint::TextMetrics metrics;
    const auto sheet =
        maps::lay_out_sheet(study, study.categories[0], style, metrics, words::Subject::reading);
    CHECK(
        sheet.words.alt.starts_with("Map of 16 wards by hotspot reading of Anti-social behaviour"));
    CHECK(sheet.scene.title.find("hotspot reading") != std::string::npos);
    const auto legend = maps::reading_legend(study, study.categories[0]);
    CHECK(legend.rows.empty());
    for (const auto& row : legend.readings) {
        CHECK(row.fill.has_value());
    }
}

TEST_CASE("Every level has a mark or none, in the requested size", "[maps]") {
    for (std::size_t i = 0; i < hotspots::levels; ++i) {
        for (const auto& shape : maps::mark_shapes(static_cast<Level>(i), {10, 10}, 3)) {
            const auto box = geo::extent(shape.rings.front());
            CHECK(box.min_x >= 8.5 - 1e-9);
            CHECK(box.max_x <= 11.5 + 1e-9);
            CHECK(box.min_y >= 8.5 - 1e-9);
            CHECK(box.max_y <= 11.5 + 1e-9);
        }
    }
    CHECK(maps::mark_shapes(Level::similar, {0, 0}, 3).empty());
    CHECK(maps::mark_shapes(Level::not_tested, {0, 0}, 3).empty());
    // Two triangles, each with its halo, for much higher; one for higher.
    CHECK(maps::mark_shapes(Level::much_higher, {0, 0}, 3).size() == 4);
    CHECK(maps::mark_shapes(Level::higher, {0, 0}, 3).size() == 2);
}

TEST_CASE("Lines are thinner where wards are small on the sheet", "[maps]") {
    CHECK(maps::line_share({testing::square(0, 0, 8)}, 4) == 1);
    CHECK(maps::line_share({testing::square(0, 0, 2)}, 4) == Approx(0.5));
    CHECK(maps::line_share({testing::square(0, 0, 0.1)}, 4) == Approx(0.3));
    CHECK(maps::line_share({{}, testing::square(0, 0, 2), {}}, 4) == Approx(0.5));
    CHECK(maps::line_share({}, 4) == 1);
    const auto strokes = maps::outline_strokes(hotspots::Evidence::firm, 0.5);
    CHECK(strokes.over.width_pt == Approx(1.1));
    CHECK(strokes.under.width_pt == Approx(2));
}
