// SPDX-License-Identifier: MIT
// The content of tagged PDFs of legends and keys, in reading order.
#include "layout/block.h"
#include "layout/text_block.h"
#include "maps/legend/legend_block.h"
#include "maps/legend/number_key.h"

#include "maps/sheets/category_sheet.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/read_out.h"
#include "support/study.h"

using namespace wardmap;
using testing::read_out;

namespace {

const paint::TextMetrics metrics;

std::string wording(layout::Block block) {
    paint::Scene scene;
    scene.items = std::move(block.items);
    return read_out(scene);
}

maps::Legend two_bands() {
    maps::Legend legend;
    legend.title = "Incidents per 1,000 residents";
    legend.whole_area = "Testshire: 4.1";
    legend.rows = {{{}, "7.0–9.3", "", 3, ""}, {{}, "4.0–6.9", "usual", 7, ""}};
    return legend;
}

std::string wording(const maps::Legend& legend) {
    return wording(maps::legend_block(legend, "wards", 9, {{0, 0}, 60, metrics}));
}

} // namespace

TEST_CASE("A legend is a heading and a table whose rows are headed by their ranges", "[maps]") {
    CHECK(wording(two_bands()) == "H2(Incidents per 1,000 residents) P(Testshire: 4.1) "
                                  "Table(TR(TD() TH(wards)) TR(TH(7.0–9.3) TD(3)) "
                                  "TR(TH(P(4.0–6.9) P(usual)) TD(7)))");
}

TEST_CASE("The meaning of a state is one cell, even on two lines", "[maps]") {
    auto legend = two_bands();
    legend.rows = {{{}, "", "Withheld (0 to 4 incidents), band not certain", 16, ""}};
    CHECK(
        wording(legend).ends_with("TR(TH(Withheld (0 to 4 incidents), band not certain) TD(16)))"));
}

TEST_CASE("Hotspot readings have a heading and a table, their note is one paragraph", "[maps]") {
    maps::Legend legend;
    legend.title = "Incidents";
    legend.readings = {{{hotspots::Level::higher}, {}, "Higher than Testshire", 2}};
    legend.readings_title = "Compared with Testshire";
    legend.readings_note =
        "Solid outline: significant after correction for multiple testing. Dashed: tentative";
    CHECK(
        wording(legend) ==
        "H2(Incidents) H2(Compared with Testshire) Table(TR(TH(Higher than Testshire) TD(2))) P(" +
            legend.readings_note + ")");
}

TEST_CASE("The values of circles and the context layers are lists", "[maps]") {
    maps::Legend legend;
    legend.title = "Incidents";
    legend.circles = {{"500", 5}, {"100", 2.2}};
    legend.context = {{project::LayerSpec::Look::road, "Main roads", false}};
    CHECK(wording(legend) == "H2(Incidents) L(LI(LBody(500)) LI(LBody(100))) "
                             "L(LI(LBody(Main roads)))");
}

TEST_CASE("A small legend is a list, or text of a figure if its style has no role", "[maps]") {
    layout::TextStyle style{
        {7, paint::Weight::regular, false}, paint::black, 1.25, paint::PdfRole::paragraph};
    CHECK(wording(maps::small_legend_block(two_bands(), style, {{0, 0}, 40, metrics})) ==
          "L(LI(LBody(7.0–9.3)) LI(LBody(4.0–6.9)))");
    style.role = paint::PdfRole::none;
    for (const auto& item :
         maps::small_legend_block(two_bands(), style, {{0, 0}, 40, metrics}).items) {
        CHECK_FALSE(std::holds_alternative<paint::TagBegin>(item));
    }
}

TEST_CASE("The key is a list of numbers and names, its omissions a paragraph", "[maps]") {
    const maps::Key key{{"Loose", "Boughton Monchelsea and Chart Sutton"},
                        {"Sutton Valence", "Detling and Thurnham"},
                        "wards"};
    CHECK(wording(maps::key_block(key, 8, {{0, 0}, 36, metrics}, 100).block) ==
          "H2(Numbered on the map) L(LI(Lbl(1) LBody(Loose)) "
          "LI(Lbl(2) LBody(Boughton Monchelsea and Chart Sutton))) "
          "P(Not named on the map: Detling and Thurnham; Sutton Valence.)");
}

TEST_CASE("Figures in the key are read after their names", "[maps]") {
    maps::Key key{{"Loose", "Boughton Monchelsea and Chart Sutton"}, {}, "wards"};
    key.figures = {"27.4", "withheld (0 to 4)"};
    CHECK(wording(maps::key_block(key, 8, {{0, 0}, 60, metrics}, 100).block) ==
          "H2(Numbered on the map) L(LI(Lbl(1) LBody(Loose 27.4)) "
          "LI(Lbl(2) LBody(Boughton Monchelsea and Chart Sutton withheld (0 to 4))))");
}

TEST_CASE("A wrapped paragraph is read as one, with words separate and broken words whole",
          "[maps]") {
    const layout::TextStyle style{
        {9, paint::Weight::regular, false}, paint::black, 1.3, paint::PdfRole::paragraph};
    const std::vector<std::string> paragraphs = {"Hotspots: own level and over-dispersion",
                                                 "Pneumonoultramicroscopicsilico"};
    const auto block = layout::text_block(paragraphs, style, {{0, 0}, 22, metrics});
    CHECK(block.items.size() > 8); // several lines of each
    CHECK(wording(block) == "P(" + paragraphs[0] + ") P(" + paragraphs[1] + ")");
}

TEST_CASE("The square of a bivariate map is a table with the column headers first", "[maps]") {
    maps::Legend legend;
    legend.title = "How to read the colours";
    legend.square.emplace();
    auto& square = *legend.square;
    square.up = {"Deprivation", "score", {"low", "", "high"}, {"1–2", "", "3–4"}};
    square.across = {"Theft", "offences", {"low", "", "high"}, {"5–6", "", "7–8"}};
    square.codes = {{{"A1", "", "A3"}, {}, {"C1", "", "C3"}}};
    square.wards = {{{6, 0, 1}, {}, {2, 0, 5}}};
    square.note = "In a square: its code on the map, number of wards";
    legend.rows = {{{}, "", "A figure not supplied", 2, ""}};
    CHECK(wording(maps::legend_block(legend, "wards", 9, {{0, 0}, 90, metrics})) ==
          "H2(How to read the colours) P(Deprivation) P(score) P(Theft) P(offences) "
          "Table(TR(TD() TH(P(low) P(5–6)) TH(P(high) P(7–8))) "
          "TR(TH(P(high) P(3–4)) TD(P(C1) P(2)) TD(P(C3) P(5))) "
          "TR(TH(P(low) P(1–2)) TD(P(A1) P(6)) TD(P(A3) P(1)))) "
          "P(In a square: its code on the map, number of wards) "
          "Table(TR(TH(Withheld or without a figure) TH(wards)) "
          "TR(TH(A figure not supplied) TD(2)))");
}

TEST_CASE("A sheet reads from its title to its foot", "[maps]") {
    const auto study =
        testing::study_of(testing::grid_of_wards({"A", "B"}), {Cell::known(1), Cell::known(2)});
    const auto sheet = maps::lay_out_sheet(study, study.categories[0], {}, metrics);
    const auto read = read_out(sheet.scene);
    INFO(read);
    CHECK(read.starts_with("H1(Anti-social behaviour) P(Incidents per 1,000 residents by ward, "
                           "Testshire, 2014) Figure() H2(Incidents per 1,000 residents) Table("));
    CHECK(read.find(" Figure() P(Source: Test police. Denominator: residents, 2011 Census.) "
                    "P(Bands and tests are explained in asb.txt.) ") != std::string::npos);
    CHECK(read.ends_with("P(Square boundaries.) P(Nobody's copyright.)"));
}

TEST_CASE("Scale bar and north arrow are one figure with a text alternative", "[maps]") {
    const auto study =
        testing::study_of(testing::grid_of_wards({"A", "B"}), {Cell::known(1), Cell::known(2)});
    const auto sheet = maps::lay_out_sheet(study, study.categories[0], {}, metrics);
    std::vector<std::string> alts;
    for (const auto& item : sheet.scene.items) {
        const auto* const figure = std::get_if<paint::FigureBegin>(&item);
        if (figure != nullptr) alts.push_back(figure->alt);
    }
    REQUIRE(alts.size() == 2);
    CHECK(alts[1] == "Scale bar of 200 m; north is up");
}
