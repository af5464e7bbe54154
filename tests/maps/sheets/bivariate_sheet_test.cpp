// SPDX-License-Identifier: MIT
#include "maps/sheets/bivariate_sheet.h"
#include "maps/symbols/bivariate_fills.h"

#include <algorithm>
#include <regex>

#include "base/text.h"
#include "maps/ground/base_map.h"
#include "maps/sheets/lint.h"
#include "maps/sheets/palette_sheet.h"
#include "study/bivariate.h"
#include "style/read_style.h"
#include "support/catch.h"
#include "support/maidstone.h"
#include "words/bivariate.h"

using namespace wardmap;
using testing::maidstone;

namespace {

const BivariateResult& both() {
    return maidstone().bivariates.at(0);
}

maps::Sheet sheet_in(const std::string& style) {
    return maps::lay_out_sheet(
        {maidstone(), style::read_style(style), paint::TextMetrics(), maps::BaseMap(maidstone())},
        both());
}

std::vector<paint::Text> texts_of(const paint::Scene& scene, bool in_map) {
    std::vector<paint::Text> texts;
    bool inside = false;
    for (const auto& item : scene.items) {
        if (std::holds_alternative<paint::FigureBegin>(item)) inside = true;
        if (std::holds_alternative<paint::FigureEnd>(item)) inside = false;
        const auto* const text = std::get_if<paint::Text>(&item);
        if (text != nullptr && inside == in_map) texts.push_back(*text);
    }
    return texts;
}

std::vector<std::string> words_of(const std::vector<paint::Text>& texts) {
    std::vector<std::string> words;
    for (const auto& text : texts) {
        words.push_back(text.text);
    }
    return words;
}

bool is_code(const std::string& s) {
    return std::regex_match(s, std::regex("[ABC][123]"));
}

std::size_t times(const std::vector<paint::Text>& texts, const std::string& what) {
    return static_cast<std::size_t>(
        std::ranges::count_if(texts, [&](const auto& text) { return text.text == what; }));
}

/// Some of the wards of the study, changed, so that states occur.
Study with_states() {
    auto study = maidstone();
    auto& values = study.categories[2].values;
    REQUIRE(study.categories[2].spec.id == "theft");
    values[0] = Cell::suppressed(0, 3);
    values[1] = Cell::suppressed(0, 300);
    values[2] = Cell::missing();
    const auto spec = study.bivariates.at(0).spec;
    study.bivariates = make_bivariates(study.project, {spec}, study.categories, study.findings);
    return study;
}

} // namespace

TEST_CASE("Each ward has the code of its class once, and those without space are counted",
          "[maps][bivariate]") {
    for (const char* const style : {"committee", "half-page"}) {
        const auto sheet = sheet_in(style);
        const auto drawn = texts_of(sheet.scene, true);
        std::size_t coded = 0;
        for (std::size_t up = 0; up < 3; ++up) {
            for (std::size_t across = 0; across < 3; ++across) {
                const auto code = code_of(up, across);
                INFO(code);
                CHECK(times(drawn, code) <= both().counts[up][across]);
                coded += times(drawn, code);
            }
        }
        for (const auto& text : drawn) {
            if (!is_code(text.text)) continue;
            CHECK(text.font.size_pt >= 6);
            REQUIRE(text.halo);
            CHECK(paint::contrast(text.colour, *text.halo) >= 4.5);
        }
        const std::string reported = "deprivation-theft: " + std::to_string(26 - coded);
        const auto finding = std::ranges::find_if(sheet.findings, [&](const Finding& f) {
            return f.found.starts_with(reported) &&
                   f.found.ends_with("no code on the map: not enough space");
        });
        CHECK((finding == sheet.findings.end()) == (coded == 26));
        CHECK((coded == 26) == (std::string(style) == "committee"));
        const bool message =
            text::join(words_of(texts_of(sheet.scene, false)), "").find("No space for ") !=
            std::string::npos;
        CHECK(message == (coded < 26));
    }
}

TEST_CASE("The class square has codes, numbers, ranges and an explanation", "[maps][bivariate]") {
    const auto texts = texts_of(sheet_in("committee").scene, false);
    for (const char* const words :
         {"Deprivation", "Theft", "C1", "C3", "A1", "13.0–36.9", "10.0–104.3", "low", "middle",
          "high", "C3: high deprivation and high theft", "C1: high deprivation and low theft",
          "A3: low deprivation and high theft"}) {
        INFO(words);
        CHECK(times(texts, words) >= 1);
    }
    std::size_t wards = 0;
    for (const auto& row : both().counts) {
        for (const auto n : row) {
            wards += n;
        }
    }
    CHECK(wards == 26);
}

TEST_CASE("Wards are drawn in the colours of the square", "[maps][bivariate]") {
    const auto style = style::read_style("committee");
    const auto colours = paint::bivariate_palette("BlueGold");
    const auto fills = maps::bivariate_fills(both(), style);
    for (std::size_t i = 0; i < fills.size(); ++i) {
        const auto& ward = both().wards[i];
        CHECK(fills[i].colour == colours.at(*ward.up).at(*ward.across));
        CHECK_FALSE(fills[i].hatch);
    }
    auto own = both();
    own.spec.palette = "Violet"; // the project's own choice takes precedence
    CHECK(maps::bivariate_colours(own, style) == paint::bivariate_palette("Violet"));
    CHECK(maps::bivariate_colours(both(), style::read_style("greyscale")) ==
          paint::bivariate_palette("Greys"));
}

TEST_CASE("Withheld and missing figures have rows and patterns, and no code", "[maps][bivariate]") {
    const auto study = with_states();
    const auto& result = study.bivariates.at(0);
    const auto style = style::read_style("committee");
    const auto fills = maps::bivariate_fills(result, style);
    CHECK(fills[0].look == maps::Look::suppressed_banded);
    CHECK(fills[0].hatch);
    CHECK(fills[1].look == maps::Look::suppressed);
    CHECK(fills[2].look == maps::Look::missing);
    const auto sheet =
        maps::lay_out_sheet({study, style, paint::TextMetrics(), maps::BaseMap(study)}, result);
    std::string legend;
    for (const auto& text : texts_of(sheet.scene, false)) {
        legend += text.text.ends_with(' ') ? text.text : text.text + " "; // lines of a cell
    }
    for (const char* const words :
         {"Withheld or without a figure", "A figure withheld, within the class shown",
          "A figure withheld, class not certain", "A figure not supplied"}) {
        INFO(words);
        CHECK(legend.find(words) != std::string::npos);
    }
    const auto drawn = texts_of(sheet.scene, true);
    CHECK(static_cast<std::size_t>(std::ranges::count_if(
              drawn, [](const auto& text) { return is_code(text.text); })) <= result.placed);
    const auto& message = sheet.words.description;
    const auto& wards = study.wards.wards;
    CHECK(message.find("A figure withheld, class not certain: " + wards[1].name + ".") !=
          std::string::npos);
    CHECK(message.find("No figure supplied: " + wards[2].name + ".") != std::string::npos);
    CHECK(message.find("2 wards have no class") != std::string::npos);
    CHECK(maps::lint(sheet.scene, "sheet", paint::TextMetrics()).empty());
}

TEST_CASE("The text of a bivariate map names the corner classes and states the association",
          "[maps][bivariate]") {
    const auto words = words::words_of(maidstone(), both());
    CHECK(words.alt ==
          "Map of 26 wards by two measures at once, Deprivation and theft, Maidstone; high "
          "deprivation and high theft: Fant; High Street; North Downs; Park Wood; Shepway South; "
          "Sutton Valence and Langley; high deprivation and low theft: Marden and Yalding; "
          "low deprivation and high theft: Detling and Thurnham.");
    const auto sentences = words::bivariate_sentences(maidstone(), both());
    REQUIRE(sentences.size() == 2);
    CHECK(sentences[0] == "Of the 9 wards in the class “high deprivation” 6 are also in “high "
                          "theft”; if the two were unrelated, about 3.1 would be "
                          "expected (9 × 9 / 26). This is a count, not a test.");
    CHECK(sentences[1] == "Spearman’s rank correlation over the 26 wards with both figures is "
                          "0.52 (1: the same order; 0: none; −1: the opposite order).");
}

TEST_CASE("A rank without a name in sentences is first, middle or last", "[maps][bivariate]") {
    BivariateAxis axis;
    axis.phrase = "IMD 2010";
    axis.turned = true;
    axis.place_of_band = {2, 1, 0};
    CHECK(words::axis_words(axis, 2) == "first in IMD 2010");
    CHECK(words::axis_words(axis, 0) == "last in IMD 2010");
    axis.phrase = "deprivation";
    axis.named = true;
    CHECK(words::axis_words(axis, 2) == "high deprivation");
    axis.place_of_band = {2, 0};
    CHECK(words::level_word(axis, 1).empty());
}

TEST_CASE("The sheet of palettes shows each and fits its page", "[maps][bivariate]") {
    const paint::TextMetrics metrics;
    const auto scene = maps::palette_sheet(metrics);
    const auto texts = texts_of(scene, false);
    for (const char* const name : {"YlOrRd", "PuOr", "BlueOrange", "BlueGold", "Violet"}) {
        INFO(name);
        CHECK(times(texts, name) == 1);
    }
    for (const auto& fault : maps::lint(scene, "palettes", metrics)) {
        INFO(fault.found);
        CHECK(fault.severity != Severity::error);
    }
}
