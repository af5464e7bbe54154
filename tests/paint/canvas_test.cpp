// SPDX-License-Identifier: MIT
#include "paint/canvas.h"

#include "base/error.h"
#include "paint/png.h"
#include "paint/text_metrics.h"
#include "support/catch.h"
#include "support/scene.h"

using namespace wardmap;
using namespace wardmap::paint;
using namespace wardmap::testing;

TEST_CASE("A fill is at the position and printed size given by the scene", "[paint]") {
    auto scene = small_scene();
    scene.items.emplace_back(box(10, 10, 20, 20, blue));
    const auto picture = decode_png(to_png(scene, 254)); // 10 pixels a millimetre
    CHECK(picture.width == 400);
    CHECK(picture.height == 300);
    CHECK(picture.at(150, 150) == blue);
    CHECK(picture.at(101, 101) == blue);
    CHECK(picture.at(198, 198) == blue);
    CHECK(picture.at(98, 150) == white);
    CHECK(picture.at(202, 150) == white);
}

TEST_CASE("No seam is visible between two fills stroked in their own colour", "[paint]") {
    auto scene = small_scene();
    for (const bool left : {true, false}) {
        // A slanting shared border, where anti-aliasing would let paper through.
        Shape shape;
        shape.rings = left ? std::vector<geo::Ring>{{{5, 5}, {17.3, 5}, {22.1, 25}, {5, 25}}}
                           : std::vector<geo::Ring>{{{17.3, 5}, {35, 5}, {35, 25}, {22.1, 25}}};
        shape.fill = blue;
        shape.stroke = Stroke{blue, 0.35, {}};
        scene.items.emplace_back(shape);
    }
    const auto picture = decode_png(to_png(scene, 300));
    int others = 0;
    for (int y = 80; y < 280; ++y) {
        for (int x = 80; x < 390; ++x) {
            if (picture.at(x, y).r > blue.r + 2) ++others; // rounding of full cover
        }
    }
    CHECK(others == 0);
}

TEST_CASE("A hatch is visible over its fill and stays within its shape", "[paint]") {
    for (const auto kind : {Hatch::Kind::lines, Hatch::Kind::crossed, Hatch::Kind::dots}) {
        auto scene = small_scene();
        auto shape = box(10, 10, 30, 20, white);
        shape.hatch = Hatch{kind, 45, 1.4, 0.8, black};
        scene.items.emplace_back(shape);
        const auto picture = decode_png(to_png(scene, 254));
        int dark_inside = 0;
        int dark_outside = 0;
        for (int y = 0; y < picture.height; ++y) {
            for (int x = 0; x < picture.width; ++x) {
                if (picture.at(x, y).r > 128) continue;
                const bool inside = x >= 100 && x < 300 && y >= 100 && y < 200;
                ++(inside ? dark_inside : dark_outside);
            }
        }
        CHECK(dark_inside > 300);
        CHECK(dark_inside < 15000);
        CHECK(dark_outside == 0);
    }
}

TEST_CASE("Text is drawn within its measured extent", "[paint]") {
    const TextMetrics metrics;
    const Font font{12, Weight::bold, false};
    const auto size = metrics.measure("High Street", font);
    auto scene = small_scene();
    Text text;
    text.text = "High Street";
    text.at = {5, 15};
    text.font = font;
    scene.items.emplace_back(text);
    const auto picture = decode_png(to_png(scene, 254));
    int left = picture.width;
    int right = 0;
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            if (picture.at(x, y).r > 200) continue;
            left = std::min(left, x);
            right = std::max(right, x);
            CHECK(y >= (15 - size.ascent_mm) * 10 - 3);
            CHECK(y <= (15 + size.descent_mm) * 10 + 3);
        }
    }
    CHECK(left >= 50 - 3);
    CHECK(right <= (5 + size.width_mm) * 10 + 3);
    CHECK(right >= (5 + size.width_mm) * 10 - 8);
}

TEST_CASE("Text keeps its proportions at every size", "[paint]") {
    const TextMetrics metrics;
    const auto one = metrics.measure("Boughton Monchelsea", {6, Weight::regular, false});
    const auto two = metrics.measure("Boughton Monchelsea", {12, Weight::regular, false});
    CHECK(two.width_mm == Approx(2 * one.width_mm).epsilon(0.002));
}

TEST_CASE("Lines wrap at blanks and hyphens, and long words anywhere", "[paint]") {
    const TextMetrics metrics;
    const Font font{10, Weight::regular, false};
    const auto lines = metrics.wrap("Boughton Monchelsea and Chart Sutton", font, 35);
    CHECK(lines.size() > 1);
    std::string rejoined;
    for (const auto& line : lines) {
        rejoined += (rejoined.empty() ? "" : " ") + line;
    }
    CHECK(rejoined == "Boughton Monchelsea and Chart Sutton");
    for (const auto& line : lines) {
        CHECK(metrics.measure(line, font).width_mm <= 35);
        CHECK(line.front() != ' ');
    }
    CHECK(metrics.wrap("", font, 25) == std::vector<std::string>{""});
    const std::string word(300, 'W');
    for (const auto& line : metrics.wrap(word, font, 25)) {
        CHECK(metrics.measure(line, font).width_mm <= 25);
    }
}

TEST_CASE("A PNG has its resolution, title and description", "[paint]") {
    const auto png = to_png(small_scene(), 300);
    const auto at = png.find("pHYs");
    REQUIRE(at == 8 + 25 + 4);
    // 300 dpi are 11811 pixels a metre: 0x00002E23.
    CHECK(png.substr(at + 4, 9) == std::string("\0\0\x2E\x23\0\0\x2E\x23\1", 9));
    CHECK(png.find("Test sheet") != std::string::npos);
    CHECK(png.find("Two boxes.") != std::string::npos);
}

TEST_CASE("A PNG too large for Cairo is refused with the highest resolution", "[paint]") {
    auto scene = small_scene();
    scene.width_mm = 1189;
    CHECK_THROWS_WITH(
        to_png(scene, 1200),
        "error: a PNG of 1189 x 30 mm at 1200 dpi is larger than 32767 pixels a side\n"
        "  help: use at most 699 dpi for this page, or SVG or PDF");
}

TEST_CASE("The same scene gives the same bytes", "[paint]") {
    auto scene = small_scene();
    auto shape = box(10, 10, 20, 20, blue);
    shape.hatch = Hatch{};
    scene.items.emplace_back(shape);
    CHECK(to_png(scene, 150) == to_png(scene, 150));
    CHECK(to_svg(scene) == to_svg(scene));
}
