// SPDX-License-Identifier: MIT
#include "paint/colour.h"

#include <stdexcept>

#include "paint/palette.h"
#include "support/catch.h"

using namespace wardmap::paint;

TEST_CASE("Colours are read from and written as hexadecimal", "[paint]") {
    CHECK(parse_colour("#1a2b3c") == Colour{0x1a, 0x2b, 0x3c});
    CHECK(to_hex({0x1a, 0x2b, 0x3c}) == "#1a2b3c");
    for (const char* const bad : {"", "#12345", "1a2b3c4", "#12345g", "#-12345"}) {
        CHECK_THROWS_AS(parse_colour(bad), std::invalid_argument);
    }
}

TEST_CASE("Lab of white, black and sRGB red", "[paint]") {
    CHECK(to_lab(white).l == Approx(100).margin(0.01));
    CHECK(to_lab(black).l == Approx(0).margin(0.01));
    const auto red = to_lab({255, 0, 0}); // 53.24, 80.09, 67.20
    CHECK(red.l == Approx(53.24).margin(0.01));
    CHECK(red.a == Approx(80.09).margin(0.01));
    CHECK(red.b == Approx(67.20).margin(0.01));
    CHECK(from_lab(red) == Colour{255, 0, 0});
}

TEST_CASE("CIEDE2000 agrees with the test data of Sharma, Wu and Dalal", "[paint]") {
    struct Pair {
        Lab s, t;
        double expected;
    };
    const Pair pairs[] = {
        {{50, 2.6772, -79.7751}, {50, 0, -82.7485}, 2.0425},
        {{50, 3.1571, -77.2803}, {50, 0, -82.7485}, 2.8615},
        {{50, -1.3802, -84.2814}, {50, 0, -82.7485}, 1.0000},
        {{50, 0, 0}, {50, -1, 2}, 2.3669},
        {{50, 2.49, -0.001}, {50, -2.49, 0.0009}, 7.1792},
        {{50, 2.49, -0.001}, {50, -2.49, 0.0011}, 7.2195},
        {{50, 2.5, 0}, {50, 0, -2.5}, 4.3065},
        {{50, 2.5, 0}, {73, 25, -18}, 27.1492},
        {{50, 2.5, 0}, {61, -5, 29}, 22.8977},
        {{50, 2.5, 0}, {56, -27, -3}, 31.9030},
        {{60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}, 1.2644},
        {{22.7233, 20.0904, -46.6940}, {23.0331, 14.9730, -42.5619}, 2.0373},
        {{2.0776, 0.0795, -1.1350}, {0.9033, -0.0636, -0.5514}, 0.9082},
    };
    for (const auto& pair : pairs) {
        INFO(pair.expected);
        CHECK(difference(pair.s, pair.t) == Approx(pair.expected).margin(0.0001));
        CHECK(difference(pair.t, pair.s) == Approx(pair.expected).margin(0.0001));
    }
}

TEST_CASE("Contrast is WCAG's", "[paint]") {
    CHECK(contrast(black, white) == Approx(21));
    CHECK(contrast(parse_colour("#767676"), white) == Approx(4.54).margin(0.005));
}

TEST_CASE("Palettes fall in lightness, are distinct to every sight and can be written on",
          "[paint]") {
    for (const auto& name : palette_names()) {
        for (std::size_t count = 1; count <= 9; ++count) {
            const auto colours = sequential_palette(name, count);
            REQUIRE(colours.size() == count);
            INFO(name << ", " << count);
            CHECK(difference(colours.front(), white) >= 5);
            for (std::size_t i = 0; i < count; ++i) {
                INFO("colour " << i << " " << to_hex(colours[i]));
                CHECK(contrast(colours[i], text_on(colours[i])) >= 4.5);
                if (i == 0) continue;
                const double step = to_lab(colours[i - 1]).l - to_lab(colours[i]).l;
                CHECK(step > (count <= 6 ? 10 : 6));
                if (count > 6) continue;
                for (const auto sight :
                     {Sight::normal, Sight::deuteranopia, Sight::protanopia, Sight::tritanopia}) {
                    INFO("sight " << static_cast<int>(sight));
                    CHECK(difference(as_seen(colours[i - 1], sight), as_seen(colours[i], sight)) >=
                          (count <= 5 ? 10 : 8));
                }
            }
        }
    }
    CHECK_THROWS_AS(sequential_palette("Rainbow", 5), std::invalid_argument);
}

TEST_CASE("A custom palette is checked", "[paint]") {
    for (const auto& name : palette_names()) {
        CHECK(palette_faults(sequential_palette(name, 5)).empty());
    }
    const auto same = palette_faults({{0xF0, 0xF0, 0xF0}, {0xEE, 0xEE, 0xEE}});
    REQUIRE(same.size() == 4); // to every sight
    CHECK(same[0].find("#f0f0f0 and #eeeeee differ by") == 0);
    const auto rising = palette_faults({{0, 0, 0}, {0xFF, 0xFF, 0xFF}});
    REQUIRE(rising.size() == 1);
    CHECK(rising[0] == "lightness does not fall between #000000 and #ffffff");
    CHECK(ramp_palette({{255, 255, 204}, {128, 0, 38}}, 5).size() == 5);
}
