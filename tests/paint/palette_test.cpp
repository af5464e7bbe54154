// SPDX-License-Identifier: MIT
#include "paint/palette.h"

#include <algorithm>
#include <array>

#include "paint/bivariate_palette.h"
#include "support/catch.h"

using namespace wardmap::paint;

namespace {

constexpr std::array dichromats = {Sight::deuteranopia, Sight::protanopia, Sight::tritanopia};

double seen_apart(Colour a, Colour b, Sight sight) {
    return difference(as_seen(a, sight), as_seen(b, sight));
}

/// The least difference over all dichromats.
double to_dichromats(Colour a, Colour b) {
    double least = 1e9;
    for (const auto sight : dichromats) {
        least = std::min(least, seen_apart(a, b, sight));
    }
    return least;
}

void check_side(const std::vector<Colour>& outwards) {
    for (std::size_t i = 0; i < outwards.size(); ++i) {
        INFO(to_hex(outwards[i]));
        CHECK(contrast(outwards[i], text_on(outwards[i])) >= 4.5);
        if (i == 0) continue;
        CHECK(to_lab(outwards[i - 1]).l - to_lab(outwards[i]).l > 6);
        CHECK(difference(outwards[i - 1], outwards[i]) >= 8);
        CHECK(to_dichromats(outwards[i - 1], outwards[i]) >= 8);
    }
}

} // namespace

TEST_CASE("Diverging palettes darken outwards and their sides are distinct to every sight",
          "[paint]") {
    for (const auto& name : diverging_names()) {
        if (name == "Greys") continue; // whose sides differ by lines over one of them
        for (std::size_t n = 1; n <= 3; ++n) {
            INFO(name << ", " << n << " on each side");
            const auto colours = diverging_palette(name, n, n);
            REQUIRE(colours.size() == 2 * n + 1);
            std::vector<Colour> below(colours.rend() - static_cast<std::ptrdiff_t>(n) - 1,
                                      colours.rend());
            check_side(below);
            std::vector<Colour> above(colours.begin() + static_cast<std::ptrdiff_t>(n),
                                      colours.end());
            check_side(above);
            for (std::size_t i = 1; i <= n; ++i) {
                INFO(to_hex(below[i]) << " and " << to_hex(above[i]));
                CHECK(difference(below[i], above[i]) >= 10);
                CHECK(to_dichromats(below[i], above[i]) >= 10);
            }
        }
        CHECK(diverging_palette(name, 2, 4).size() == 7);
        CHECK(diverging_palette(name, 2, 4, false).size() == 6);
    }
    CHECK_THROWS_AS(diverging_palette("Blues", 2, 2), std::invalid_argument);
}

TEST_CASE("Bivariate palettes darken along both sides and neighbours differ to every sight",
          "[paint]") {
    for (const auto& name : bivariate_palette_names()) {
        const auto square = bivariate_palette(name);
        const auto check = [&](Colour near, Colour far) {
            INFO(name << ": " << to_hex(near) << " and " << to_hex(far));
            CHECK(to_lab(near).l - to_lab(far).l > 4);
            CHECK(difference(near, far) >= 10);
            CHECK(to_dichromats(near, far) >= (name == "BlueGold" || name == "Greys" ? 10 : 7.5));
        };
        for (std::size_t a = 0; a < 3; ++a) {
            for (std::size_t b = 0; b < 3; ++b) {
                INFO(name << ", " << to_hex(square[a][b]));
                CHECK(contrast(square[a][b], text_on(square[a][b])) >= 4.5);
                if (b == 0) continue;
                check(square[a][b - 1], square[a][b]);
                check(square[b - 1][a], square[b][a]);
            }
        }
        // The corners that a reader compares, where a palette has colours at all.
        if (name == "Greys") continue;
        CHECK(difference(square[0][2], square[2][0]) >= 20);
        CHECK(to_dichromats(square[0][2], square[2][0]) >= 10);
    }
    CHECK_THROWS_AS(bivariate_palette("Blues"), std::invalid_argument);
}

TEST_CASE("In grey the cells of a bivariate palette with different sums are distinct", "[paint]") {
    const auto greys = bivariate_palette("Greys");
    for (std::size_t sum = 0; sum < 4; ++sum) {
        const auto at = [&](std::size_t s) { return greys.at(s / 2).at(s - s / 2); };
        INFO(sum);
        CHECK(seen_apart(at(sum), at(sum + 1), Sight::grey) >= 10);
    }
    CHECK(greys[0][2] == greys[2][0]);
    CHECK(greys[0][2] == greys[1][1]);
}
