// SPDX-License-Identifier: MIT
#include "paint/picture_format.h"

#include <string>
#include <vector>

#include "base/named_values.h"
#include "paint/scene.h"
#include "support/catch.h"

using namespace wardmap;
using paint::PictureFormat;

TEST_CASE("The ending of a path names the format of a picture", "[paint]") {
    CHECK(paint::format_of_path("maps/asb.png") == PictureFormat::png);
    CHECK(paint::format_of_path("a.b.svg") == PictureFormat::svg);
    CHECK(paint::format_of_path("palettes.pdf") == PictureFormat::pdf);
    for (const auto* const other : {"asb", "asb.jpg", "png", "asb.", ".png", "asb.PNG"}) {
        INFO(other);
        CHECK_FALSE(paint::format_of_path(other).has_value());
    }
}

TEST_CASE("A picture is in the format that is asked for", "[paint]") {
    std::vector<paint::Scene> pages(1);
    pages.front().width_mm = 20;
    pages.front().height_mm = 10;
    pages.front().title = "One page";
    const auto starts = [&](PictureFormat format, const std::string& with) {
        return paint::to_picture(pages, format, 96).starts_with(with);
    };
    CHECK(starts(PictureFormat::png, "\x89PNG"));
    CHECK(starts(PictureFormat::svg, "<?xml"));
    CHECK(starts(PictureFormat::pdf, "%PDF-"));
}
