// SPDX-License-Identifier: MIT
#include "paint/few_colours.h"

#include <cstdlib>

#include "paint/canvas.h"
#include "support/catch.h"
#include "support/scene.h"

using namespace wardmap;
using namespace wardmap::paint;
using namespace wardmap::testing;

namespace {

Colour colour_of(const IndexedPicture& picture, std::size_t pixel) {
    return picture.palette.at(static_cast<unsigned char>(picture.indices.at(pixel)));
}

/// More colours than a palette holds: a gradient between two, beside a third.
Picture shades() {
    Picture picture{64, 64, {}};
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x) {
            picture.pixels.push_back(
                {static_cast<std::uint8_t>(4 * x), static_cast<std::uint8_t>(4 * y), blue.b});
        }
    }
    return picture;
}

/// Slanting edges between many colours, with text over them.
Scene busy_scene() {
    auto scene = small_scene();
    for (int i = 0; i < 16; ++i) {
        Shape shape;
        const double x = 2.4 * i;
        shape.rings = {{{x, 0}, {x + 2.4, 0}, {x + 4.9, 30}, {x + 2.5, 30}}};
        shape.fill =
            Colour{static_cast<std::uint8_t>(15 * i), static_cast<std::uint8_t>(90 + 9 * i),
                   static_cast<std::uint8_t>(250 - 13 * i)};
        shape.stroke = Stroke{{0x30, 0x60, 0x10}, 0.3, {}};
        scene.items.emplace_back(shape);
    }
    Text text;
    text.text = "High Street and Shepway";
    text.at = {2, 15};
    text.halo = Colour{0xF0, 0xE0, 0xD0};
    scene.items.emplace_back(text);
    return scene;
}

bool is_indexed(const std::string& png) {
    return png.at(25) == 3; // the colour type in IHDR
}

} // namespace

TEST_CASE("A picture with few colours keeps every pixel", "[paint]") {
    const Picture picture{2, 2, {black, blue, white, blue}};
    const auto few = indexed(picture);
    REQUIRE(few);
    CHECK(few->palette.size() == 3);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(colour_of(*few, i) == picture.pixels[i]);
    }
    CHECK_FALSE(indexed(shades()));
}

TEST_CASE("With many colours the kept ones are exact, and the others change slightly", "[paint]") {
    const auto picture = shades();
    const std::vector<Colour> kept = {picture.at(0, 0), picture.at(1, 0), picture.at(31, 7), white};
    const auto few = indexed(picture, kept, 24);
    REQUIRE(few);
    CHECK(few->palette.size() <= 256);
    for (std::size_t i = 0; i < picture.pixels.size(); ++i) {
        const auto was = picture.pixels[i];
        const auto is = colour_of(*few, i);
        if (std::abs(was.r - is.r) > 24 || std::abs(was.g - is.g) > 24 || was.b != is.b) {
            FAIL("pixel " << i << " moved too far");
        }
        if (was == kept[0] || was == kept[1] || was == kept[2]) CHECK(is == was);
    }
    CHECK_FALSE(indexed(picture, kept, 4)); // not with so small a shift
}

TEST_CASE("A PNG over its limit uses a palette before it loses resolution", "[paint]") {
    const auto scene = busy_scene();
    const auto full = to_png(scene, 300);
    REQUIRE_FALSE(is_indexed(full));
    CHECK(to_png_within(scene, 300, full.size()) == full);
    const auto few = to_png_within(scene, 300, full.size() - 1);
    CHECK(is_indexed(few));
    CHECK(few.size() < full.size());
    CHECK(few.substr(33, 21) == full.substr(33, 21)); // pHYs
    CHECK(few == to_png_within(scene, 300, full.size() - 1));
    const auto exact = decode_png(full);
    const auto picture = decode_png(few);
    REQUIRE(picture.width == exact.width);
    int most = 0;
    for (std::size_t i = 0; i < exact.pixels.size(); ++i) {
        const auto a = exact.pixels[i];
        const auto b = picture.pixels[i];
        most = std::max({most, std::abs(a.r - b.r), std::abs(a.g - b.g), std::abs(a.b - b.b)});
    }
    CHECK(most <= 16);
    for (int i = 0; i < 16; ++i) { // the middle of each band
        const int x = static_cast<int>((2.4 * i + 2.4) / 25.4 * 300);
        CHECK(picture.at(x, 140) == exact.at(x, 140));
    }
    const auto small = decode_png(to_png_within(scene, 300, few.size() - 1));
    CHECK(small.width < exact.width);
}

TEST_CASE("A PNG of few colours is written in a palette", "[paint]") {
    auto scene = small_scene();
    scene.items.emplace_back(box(10, 10, 20, 20, blue));
    const auto png = to_png(scene, 254);
    CHECK(is_indexed(png));
    CHECK(decode_png(png).at(150, 150) == blue);
}

TEST_CASE("A long description of a PNG is compressed", "[paint]") {
    auto scene = small_scene();
    const auto without = to_png(scene, 72).size();
    for (int i = 0; i < 1000; ++i) {
        scene.description += "Allington is in the lowest band. ";
    }
    CHECK(to_png(scene, 72).size() < without + 1000);
    CHECK_NOTHROW(decode_png(to_png(scene, 72)));
}

TEST_CASE("A PNG of many megabytes has the same pixels as a small one", "[paint]") {
    auto scene = busy_scene();
    constexpr double dpi = 300;
    const auto small = decode_png(to_png(scene, dpi));
    scene.width_mm = 360; // 4,252 x 2,953 pixels of 3 bytes
    scene.height_mm = 250;
    const auto large = decode_png(to_png(scene, dpi));
    REQUIRE(static_cast<std::size_t>(large.width) * static_cast<std::size_t>(large.height) * 3 >
            32'000'000);
    for (int y = 0; y < small.height - 1; ++y) {
        for (int x = 0; x < small.width - 1; ++x) {
            if (large.at(x, y) != small.at(x, y)) FAIL("pixel " << x << ", " << y);
        }
    }
}
