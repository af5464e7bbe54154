// SPDX-License-Identifier: MIT
#include "layout/flow.h"

#include <algorithm>
#include <map>
#include <stdexcept>

#include <fmt/format.h>

#include "paint/canvas.h"
#include "paint/structure.h"
#include "support/catch.h"
#include "support/pdf.h"

using namespace wardmap;
using namespace wardmap::layout;

namespace {

PageSetup small_pages() {
    PageSetup setup;
    setup.width_mm = 105;
    setup.height_mm = 148;
    setup.margin_mm = 12;
    setup.title = "Test paper";
    return setup;
}

std::vector<std::string> texts_of(const paint::Scene& page) {
    std::vector<std::string> texts;
    for (const auto& item : page.items) {
        if (const auto* const text = std::get_if<paint::Text>(&item)) texts.push_back(text->text);
    }
    return texts;
}

bool says(const paint::Scene& page, const std::string& text) {
    const auto texts = texts_of(page);
    return std::any_of(texts.begin(), texts.end(),
                       [&](const std::string& t) { return t.starts_with(text); });
}

Table table_of(std::size_t rows) {
    Table table{"Rates by ward", {{"Ward"}, {"Rate", true}}, {}};
    for (std::size_t i = 0; i < rows; ++i) {
        table.rows.push_back({{fmt::format("Ward {}", i + 1)}, {fmt::format("{}.5", i)}});
    }
    return table;
}

std::string words(std::size_t n) {
    std::string text = "Start";
    for (std::size_t i = 1; i < n; ++i) {
        text += fmt::format(" word{}", i);
    }
    return text;
}

paint::Item grey_box(const geo::Box& box) {
    paint::Shape shape;
    shape.rings = {{{box.min_x, box.min_y},
                    {box.max_x, box.min_y},
                    {box.max_x, box.max_y},
                    {box.min_x, box.max_y}}};
    shape.fill = paint::Colour{0x99, 0x99, 0x99};
    return shape;
}

} // namespace

TEST_CASE("A heading is never alone at the foot of a page", "[pages]") {
    const paint::TextMetrics metrics;
    for (double above = 90; above < 125; above += 1) {
        Flow flow(small_pages(), metrics);
        flow.gap(above);
        flow.heading(2, "Section");
        flow.paragraph("One line.");
        const auto pages = std::move(flow).finish();
        INFO("below " << above << " mm");
        CHECK(says(pages.back(), "Section") == says(pages.back(), "One line."));
    }
}

TEST_CASE("A paragraph breaks with at least two lines on each side", "[pages]") {
    const paint::TextMetrics metrics;
    for (double above = 60; above < 124; above += 2.5) {
        Flow flow(small_pages(), metrics);
        flow.gap(above);
        flow.paragraph(words(90));
        const auto pages = std::move(flow).finish();
        INFO("below " << above << " mm");
        for (const auto& page : pages) {
            const auto lines = texts_of(page).size() - 1; // the footer
            CHECK(lines != 1);
        }
    }
}

TEST_CASE("A table that continues repeats its header, and no row is lost", "[pages]") {
    const paint::TextMetrics metrics;
    Flow flow(small_pages(), metrics);
    flow.table(table_of(60));
    const auto pages = std::move(flow).finish();
    REQUIRE(pages.size() > 1);
    std::size_t rows = 0;
    for (const auto& page : pages) {
        std::size_t headers = 0;
        for (const auto& text : texts_of(page)) {
            if (text == "Rate") ++headers;
            if (text.starts_with("Ward ")) ++rows;
        }
        CHECK(headers == 1);
    }
    CHECK(rows == 60);
}

TEST_CASE("A table over several pages is one table, and is read out once", "[pages]") {
    const paint::TextMetrics metrics;
    Flow flow(small_pages(), metrics);
    flow.table(table_of(60));
    const auto structure = paint::structure_of(std::move(flow).finish());
    std::size_t tables = 0;
    std::size_t rows = 0;
    std::size_t column_heads = 0;
    std::size_t row_heads = 0;
    for (const auto& element : structure.elements) {
        if (element.role == paint::PdfRole::table) ++tables;
        if (element.role == paint::PdfRole::table_row) ++rows;
        if (element.role == paint::PdfRole::header_cell &&
            element.scope == paint::HeaderScope::column)
            ++column_heads;
        if (element.role == paint::PdfRole::header_cell && element.scope == paint::HeaderScope::row)
            ++row_heads;
    }
    CHECK(tables == 1);
    CHECK(rows == 61);
    CHECK(column_heads == 2);
    CHECK(row_heads == 60);
}

TEST_CASE("Figures of a numeric column are right-aligned", "[pages]") {
    const paint::TextMetrics metrics;
    Flow flow(small_pages(), metrics);
    flow.table(table_of(12));
    const auto pages = std::move(flow).finish();
    std::optional<double> edge;
    for (const auto& item : pages[0].items) {
        const auto* const text = std::get_if<paint::Text>(&item);
        if (text == nullptr || !text->text.ends_with(".5")) continue;
        CHECK(text->align == paint::Align::right);
        CHECK(text->at.x == Approx(edge.value_or(text->at.x)));
        edge = text->at.x;
    }
    CHECK(edge.has_value());
}

TEST_CASE("Nothing exceeds the margins, however long the words", "[pages]") {
    const paint::TextMetrics metrics;
    const auto setup = small_pages();
    Flow flow(setup, metrics);
    const std::string longest(200, 'W');
    flow.heading(1, longest);
    flow.paragraph(longest);
    flow.list({longest, words(40)}, true);
    flow.table({longest,
                {{longest.substr(0, 40)}, {longest.substr(0, 40), true}, {"C"}},
                {{{longest.substr(0, 60)}, {longest.substr(0, 60)}, {words(6)}}}});
    flow.figure({400, "Too high", longest,
                 [](const geo::Box& box) { return std::vector<paint::Item>{grey_box(box)}; }});
    for (const auto& page : std::move(flow).finish()) {
        for (const auto& item : page.items) {
            if (const auto* const shape = std::get_if<paint::Shape>(&item)) {
                for (const auto& ring : shape->rings) {
                    const auto box = geo::extent(ring);
                    CHECK(box.max_x <= setup.width_mm - setup.margin_mm + 0.1);
                    CHECK(box.max_y <= setup.height_mm - setup.margin_mm + 0.1);
                }
            }
            const auto* const text = std::get_if<paint::Text>(&item);
            if (text == nullptr) continue;
            const double width = metrics.measure(text->text, text->font).width_mm;
            const double left = text->align == paint::Align::left    ? text->at.x
                                : text->align == paint::Align::right ? text->at.x - width
                                                                     : text->at.x - width / 2;
            INFO(text->text);
            CHECK(left >= setup.margin_mm - 0.1);
            CHECK(left + width <= setup.width_mm - setup.margin_mm + 1.2); // a blank at the end
        }
    }
}

TEST_CASE("Footers number the pages, except a cover", "[pages]") {
    const paint::TextMetrics metrics;
    auto setup = small_pages();
    setup.cover = true;
    Flow flow(setup, metrics);
    flow.heading(1, "Test paper", {"", "", false});
    flow.new_page();
    flow.paragraph("Second.");
    flow.new_page();
    flow.paragraph("Third.");
    const auto pages = std::move(flow).finish();
    REQUIRE(pages.size() == 3);
    CHECK_FALSE(says(pages[0], "Test paper, page"));
    CHECK(says(pages[1], "Test paper, page 2 of 3"));
    CHECK(says(pages[2], "Test paper, page 3 of 3"));
}

TEST_CASE("Contents give the page of each heading, and link to it", "[pages]") {
    const paint::TextMetrics metrics;
    Flow flow(small_pages(), metrics);
    flow.contents_line("First section", "one");
    flow.contents_line("Second section", "two");
    flow.new_page();
    flow.heading(1, "First section", {"", "one"});
    flow.paragraph(words(400));
    flow.heading(1, "Second section", {"", "two"});
    const auto pages = std::move(flow).finish();
    const auto second = std::to_string(pages.size());
    REQUIRE(pages.size() > 2);
    CHECK(says(pages.back(), "Second section"));
    CHECK(says(pages.front(), "2"));
    CHECK(says(pages.front(), second));
    const auto pdf = paint::to_pdf(pages, "Test paper");
    CHECK(testing::fault_in_tags(pdf).empty()); // each link is of an element
    const auto document = testing::read_pdf(pdf);
    CHECK(document.links == 2);
    CHECK(testing::elements_of(document.tree, "Link").size() == 2);
}

TEST_CASE("Contents without a heading are an error", "[pages]") {
    const paint::TextMetrics metrics;
    Flow flow(small_pages(), metrics);
    flow.contents_line("First section", "one");
    CHECK_THROWS_AS(std::move(flow).finish(), std::logic_error);
}

TEST_CASE("Pages are tagged: headings, lists, tables, figures with alternative text", "[pages]") {
    const paint::TextMetrics metrics;
    Flow flow(small_pages(), metrics);
    flow.heading(1, "Heading");
    flow.heading(2, "Below");
    flow.paragraph(words(30));
    flow.list({"One", "Two"});
    flow.table(table_of(2));
    flow.figure({20, "A grey box", "Grey",
                 [](const geo::Box& box) { return std::vector<paint::Item>{grey_box(box)}; }});
    const auto pdf = paint::to_pdf(std::move(flow).finish(), "Test paper");
    CHECK(testing::fault_in_tags(pdf).empty());
    const auto document = testing::read_pdf(pdf);
    CHECK(testing::in_words(document.tree) ==
          "Document(H1 H2 P L(LI(Lbl LBody) LI(Lbl LBody)) "
          "Table(Caption TR(TH TH) TR(TH TD) TR(TH TD)) Figure Caption)");
    std::map<std::string, int> scopes;
    for (const auto& cell : testing::elements_of(document.tree, "TH")) {
        ++scopes[cell.scope];
    }
    CHECK(scopes == std::map<std::string, int>{{"Column", 2}, {"Row", 2}});
    CHECK(std::ranges::any_of(document.pages[0],
                              [](const auto& mark) { return mark.name == "Artifact"; }));
}

TEST_CASE("The same flow gives the same bytes", "[pages]") {
    const paint::TextMetrics metrics;
    const auto make = [&] {
        Flow flow(small_pages(), metrics);
        flow.heading(1, "Heading");
        flow.table(table_of(40));
        return paint::to_pdf(std::move(flow).finish(), "Test paper");
    };
    CHECK(make() == make());
}

TEST_CASE("Figures side by side share a row, and each has its own alt text", "[pages]") {
    const paint::TextMetrics metrics;
    Flow flow(small_pages(), metrics);
    std::vector<geo::Box> boxes;
    const auto keep = [&](const geo::Box& box) {
        boxes.push_back(box);
        return std::vector<paint::Item>();
    };
    const double before = flow.room_mm();
    flow.figures({{20, "First.", "", keep}, {30, "Second.", "", keep}}, 5);
    CHECK(before - flow.room_mm() == Approx(30));
    REQUIRE(boxes.size() == 2);
    CHECK(boxes[0].width() == Approx(38));
    CHECK(boxes[1].width() == Approx(38));
    CHECK(boxes[1].height() == Approx(30));
    const auto pages = std::move(flow).finish();
    std::vector<std::string> alts;
    for (const auto& item : pages.at(0).items) {
        const auto* const figure = std::get_if<paint::FigureBegin>(&item);
        if (figure != nullptr) alts.push_back(figure->alt);
    }
    CHECK(alts == std::vector<std::string>{"First.", "Second."});
}

TEST_CASE("A cell may have a large first line and more below it", "[pages]") {
    const paint::TextMetrics metrics;
    Flow flow(small_pages(), metrics);
    TableCell cell{"Large", {}, true, 16, {{"small below", false}}};
    flow.table({"", {{"Ward", false, 40}, {"Why"}}, {{cell, {"because"}}}});
    const auto pages = std::move(flow).finish();
    double large_y = 0;
    double small_y = 0;
    double why_x = 0;
    for (const auto& item : pages.at(0).items) {
        const auto* const text = std::get_if<paint::Text>(&item);
        if (text == nullptr) continue;
        if (text->text == "Large ") {
            CHECK(text->font.size_pt == 16);
            large_y = text->at.y;
        }
        if (text->text == "small below") {
            CHECK(text->font.size_pt == 8.5);
            small_y = text->at.y;
        }
        if (text->text == "because") why_x = text->at.x;
    }
    CHECK(large_y > 0);
    CHECK(small_y > large_y + 3);
    CHECK(why_x > 12 + 40);
}
