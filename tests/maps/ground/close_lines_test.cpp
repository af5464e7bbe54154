// SPDX-License-Identifier: MIT
#include "maps/ground/close_lines.h"

#include <cmath>

#include "support/catch.h"

using namespace wardmap;

namespace {

double length(const std::vector<geo::Ring>& lines) {
    double sum = 0;
    for (const auto& line : lines) {
        for (std::size_t i = 1; i < line.size(); ++i) {
            sum += std::hypot(line[i].x - line[i - 1].x, line[i].y - line[i - 1].y);
        }
    }
    return sum;
}

} // namespace

TEST_CASE("The banks of a narrow river are separated from the coast", "[maps]") {
    // A coast from the left, a river of width 0.3 that runs 20 down, and the coast to the right.
    const geo::Ring coast{{0, 0}, {30, 0}, {30, 20}, {30.3, 20}, {30.3, 0}, {60, 0}};
    const auto banks = maps::split_close_lines({coast}, 0.5);
    CHECK(length(banks.close) == Approx(40).margin(3));
    CHECK(length(banks.apart) == Approx(60).margin(3));
    CHECK(length(banks.close) + length(banks.apart) == Approx(length({coast})));
    // A wide one is coast.
    const auto wide =
        maps::split_close_lines({{{0, 0}, {30, 0}, {30, 20}, {32, 20}, {32, 0}, {60, 0}}}, 0.5);
    CHECK(wide.close.empty());
}

TEST_CASE("Pieces of one coast that meet end to end are not near each other", "[maps]") {
    const auto banks =
        maps::split_close_lines({{{0, 0}, {10, 0}}, {{20, 0}, {10, 0}}, {{20, 0}, {20, 9}}}, 1);
    CHECK(banks.close.empty());
    REQUIRE(banks.apart.size() == 1);
    CHECK(banks.apart[0].size() == 4); // without added points
}

TEST_CASE("Two lines side by side are near, whatever their order", "[maps]") {
    for (const bool turned : {false, true}) {
        std::vector<geo::Ring> lines{{{0, 0}, {10, 0}}, {{0, 0.2}, {10, 0.2}}};
        if (turned) std::swap(lines[0], lines[1]);
        const auto banks = maps::split_close_lines(lines, 0.5);
        CHECK(banks.apart.empty());
        CHECK(length(banks.close) == Approx(20));
    }
    CHECK(maps::split_close_lines({}, 1).apart.empty());
}
