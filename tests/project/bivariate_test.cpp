// SPDX-License-Identifier: MIT
#include "base/error.h"
#include "project/read_project.h"
#include "style/read_style.h"
#include "support/catch.h"
#include "support/files.h"

using namespace wardmap;
using project::parse_project;

namespace {

std::string with(const std::string& keys) {
    return "[boundaries]\nsource = \"w.shp\"\n"
           "[[category]]\nid = \"theft\"\ntable = \"a.csv\"\nvalue = \"n\"\n"
           "[[category]]\nid = \"deprivation\"\ntable = \"a.csv\"\nvalue = \"d\"\nmeasure = "
           "\"mean\"\n"
           "[[category]]\nid = \"imd\"\ntable = \"a.csv\"\nvalue = \"r\"\nmeasure = "
           "\"rank\"\nof = 326\nbands = { scheme = \"quantile\" }\n" +
           keys;
}

std::string bivariate(const std::string& more) {
    return with("[[bivariate]]\nid = \"both\"\n" + more);
}

const std::string pair = "x = \"theft\"\ny = \"deprivation\"\n";

bool fails_with(const std::string& toml, const std::string& words) {
    std::string text = "no failure";
    try {
        (void)parse_project(toml, "p.toml");
    } catch (const InputError& error) {
        text = error.what();
    }
    INFO(text);
    return text.find(words) != std::string::npos;
}

} // namespace

TEST_CASE("A bivariate map needs an id and two categories only", "[project][bivariate]") {
    const auto p = parse_project(bivariate(pair), "p.toml");
    REQUIRE(p.bivariates.size() == 1);
    CHECK(p.bivariates[0].x.category == "theft");
    CHECK(p.bivariates[0].y.category == "deprivation");
    CHECK(p.bivariates[0].scheme == project::Scheme::quantile);
    CHECK(p.bivariates[0].palette.empty());
    CHECK(p.bivariates[0].x.breaks.empty());
}

TEST_CASE("Every key of a bivariate map is read", "[project][bivariate]") {
    const auto p = parse_project(
        bivariate(pair + "title = \"T\"\nnote = \"N\"\nx_name = \"theft\"\ny_name = "
                         "\"need\"\nx_breaks = [1, 2.5]\nscheme = \"natural\"\npalette = "
                         "\"BlueRed\"\n"),
        "p.toml");
    const auto& b = p.bivariates.at(0);
    CHECK(b.title == "T");
    CHECK(b.note == "N");
    CHECK(b.x.name == "theft");
    CHECK(b.y.name == "need");
    CHECK(b.x.breaks == std::vector<double>{1, 2.5});
    CHECK(b.scheme == project::Scheme::natural);
    CHECK(b.palette == "BlueRed");
}

TEST_CASE("Errors in a bivariate map are reported", "[project][bivariate]") {
    CHECK(fails_with(bivariate(pair + "colour = \"red\"\n"),
                     "unknown key \"colour\" in [[bivariate]]"));
    CHECK(fails_with(bivariate("x = \"teft\"\ny = \"deprivation\"\n"),
                     "there is no category \"teft\""));
    CHECK(fails_with(bivariate("x = \"teft\"\ny = \"deprivation\"\n"), "did you mean \"theft\"?"));
    CHECK(fails_with(bivariate("x = \"theft\"\n"), "y = \"deprivation\""));
    CHECK(fails_with(bivariate("x = \"theft\"\ny = \"theft\"\n"), "the same category"));
    CHECK(fails_with(with("[[bivariate]]\nid = \"Theft\"\n" + pair), "is used twice"));
    CHECK(fails_with(bivariate(pair) + "[[bivariate]]\nid = \"both\"\n" + pair, "is used twice"));
    CHECK(
        fails_with(with("[[bivariate]]\nid = \"a/b\"\n" + pair), "are not allowed in a file name"));
    CHECK(fails_with(with("[[bivariate]]\nid = \"contact-1\"\n" + pair), "contact sheet"));
    CHECK(fails_with(bivariate(pair + "y_breaks = [1, 2, 3]\n"), "two rising numbers"));
    CHECK(fails_with(bivariate(pair + "y_breaks = [2, 2]\n"), "two rising numbers"));
    CHECK(fails_with(bivariate(pair + "y_breaks = [1, 2]\nx_breaks = [1, 2]\nscheme = "
                                      "\"equal\"\n"),
                     "both have their own breaks"));
    CHECK(
        fails_with(bivariate(pair + "scheme = \"pretty\"\n"), "scheme = \"pretty\" is not known"));
    CHECK(
        fails_with(bivariate(pair + "palette = \"Blues\"\n"), "palette = \"Blues\" is not known"));
    CHECK(fails_with(bivariate("x = \"theft\"\ny = \"imd\"\nscheme = \"natural\"\n"),
                     "ranks are not quantities"));
    CHECK(fails_with("bivariate = 3\n" + with(""), "bivariate is not a list of tables"));
}

TEST_CASE("Changes use diverging palettes, others sequential ones, bands about a mean either",
          "[project]") {
    const auto change = [](const std::string& palette) {
        return with("[[category]]\nid = \"more\"\ntable = \"b.csv\"\nvalue = \"n\"\n"
                    "[[category]]\nid = \"c\"\nmeasure = \"change\"\nfrom = \"theft\"\nto = "
                    "\"more\"\npalette = \"" +
                    palette + "\"\n");
    };
    CHECK(parse_project(change("PuOr"), "p.toml").categories.back().palette == "PuOr");
    CHECK(fails_with(change("Blues"), "palette = \"Blues\" is not known"));
    const auto plain = [](const std::string& more) {
        return with("[[category]]\nid = \"x\"\ntable = \"b.csv\"\nvalue = \"n\"\n" + more);
    };
    CHECK(fails_with(plain("palette = \"PuOr\"\n"), "palette = \"PuOr\" is not known"));
    for (const char* const name : {"PuOr", "Blues"}) {
        const auto p = parse_project(
            plain("bands = { scheme = \"deviation\" }\npalette = \"" + std::string(name) + "\"\n"),
            "p.toml");
        CHECK(p.categories.back().palette == name);
    }
}

TEST_CASE("A style chooses diverging and bivariate palettes", "[project]") {
    const testing::TempFolder folder;
    const auto style = style::read_style(
        folder.write("s.toml", "[colour]\ndiverging = \"RdBu\"\nbivariate = \"Violet\"\n"));
    CHECK(style.palette_diverging == "RdBu");
    CHECK(style.palette_bivariate == "Violet");
    CHECK(style::read_style("greyscale").palette_bivariate == "Greys");
    CHECK_THROWS_AS(style::read_style(folder.write("t.toml", "[colour]\ndiverging = \"Blues\"\n")),
                    InputError);
}
