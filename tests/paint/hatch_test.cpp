// SPDX-License-Identifier: MIT
#include "paint/hatch.h"

#include <cmath>

#include "paint/canvas.h"
#include "support/catch.h"

using namespace wardmap;
using paint::Hatch;

namespace {

paint::Shape hatched(std::vector<geo::Ring> rings, Hatch hatch) {
    paint::Shape shape;
    shape.rings = std::move(rings);
    shape.hatch = hatch;
    return shape;
}

geo::Ring box(double x0, double y0, double x1, double y1) {
    return {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
}

} // namespace

TEST_CASE("Lines of a hatch are aligned to the page, whole within the shape", "[paint]") {
    const double width = 0.6 * paint::mm_per_pt;
    const auto flat = paint::hatch_marks(
        hatched({box(10.3, 10.3, 20, 15)}, {Hatch::Kind::lines, 0, 2, 0.6, paint::black}));
    REQUIRE(flat.lines.size() == 2); // at 12 and 14
    CHECK(flat.lines[0].first.y == Approx(12));
    CHECK(flat.lines[1].first.y == Approx(14));
    CHECK(flat.lines[0].first.x == Approx(10.3));
    CHECK(flat.lines[0].second.x == Approx(20));
    CHECK(flat.dots.empty());

    const auto slant = paint::hatch_marks(
        hatched({box(0, 0, 10, 10)}, {Hatch::Kind::lines, 45, 1.5, 0.6, paint::black}));
    REQUIRE(slant.lines.size() > 5);
    for (const auto& [from, to] : slant.lines) {
        // Anticlockwise from the horizontal: they rise to the right.
        CHECK(to.x - from.x == Approx(from.y - to.y));
        // Their corners too.
        for (const auto& p : {from, to}) {
            CHECK(p.x >= width / std::sqrt(8.0) - 1e-9);
            CHECK(p.y <= 10 - width / std::sqrt(8.0) + 1e-9);
        }
    }
    const auto crossed = paint::hatch_marks(
        hatched({box(0, 0, 10, 10)}, {Hatch::Kind::crossed, 45, 1.5, 0.6, paint::black}));
    CHECK(crossed.lines.size() == 2 * slant.lines.size());
}

TEST_CASE("A hatch omits holes and bays", "[paint]") {
    const auto marks = paint::hatch_marks(hatched({box(0, 0, 10, 10), box(4, 4, 6, 6)},
                                                  {Hatch::Kind::lines, 0, 5, 0.6, paint::black}));
    REQUIRE(marks.lines.size() == 2); // at 5, on both sides of the hole
    CHECK(marks.lines[0].second.x == Approx(4));
    CHECK(marks.lines[1].first.x == Approx(6));
}

TEST_CASE("Dots are whole within the shape, every second row offset", "[paint]") {
    const double radius = 0.5 * paint::mm_per_pt;
    const auto marks = paint::hatch_marks(
        hatched({box(0, 0, 10, 10)}, {Hatch::Kind::dots, 45, 2, 1, paint::black}));
    CHECK(marks.lines.empty());
    REQUIRE(marks.dots.size() == 4 + 5 + 4 + 5); // rows at 2, 4, 6 and 8
    for (const auto p : marks.dots) {
        CHECK(p.x >= radius);
        CHECK(p.x <= 10 - radius);
    }
}

TEST_CASE("No shape is too small for its pattern", "[paint]") {
    for (const auto kind : {Hatch::Kind::lines, Hatch::Kind::crossed, Hatch::Kind::dots}) {
        for (const double size : {8.0, 3.0, 1.0, 0.5, 0.2, 0.05}) {
            for (const double at : {10.0, 10.3, 10.7}) {
                const auto marks = paint::hatch_marks(
                    hatched({box(at, at, at + size, at + size)}, {kind, 45, 2, 0.6, paint::black}));
                INFO("size " << size << ", at " << at);
                CHECK(marks.lines.size() + marks.dots.size() >= (size >= 3 ? 2 : 1));
                for (const auto p : marks.dots) {
                    CHECK((p.x > at && p.x < at + size && p.y > at && p.y < at + size));
                }
            }
        }
    }
}

TEST_CASE("An SVG needs no pattern, clip or paint order", "[paint]") {
    paint::Scene scene;
    scene.width_mm = 40;
    scene.height_mm = 30;
    scene.items.emplace_back(hatched({box(10, 10, 20, 20)}, {}));
    paint::Text text;
    text.text = "Heath";
    text.at = {15, 15};
    text.halo = paint::white;
    scene.items.emplace_back(text);
    const auto svg = paint::to_svg(scene);
    for (const char* const word : {"pattern", "clip", "paint-order", "<use", "<defs"}) {
        CHECK(svg.find(word) == std::string::npos);
    }
    const auto halo = svg.find("<text class=\"halo\" aria-hidden=\"true\"");
    REQUIRE(halo != std::string::npos);
    CHECK(svg.find("<text x=", halo) != std::string::npos); // the text itself above it
}
