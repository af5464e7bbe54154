// SPDX-License-Identifier: MIT
// The page and the HTML: their texts and layout.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/hash.h"
#include "base/text.h"
#include "briefing/briefing.h"
#include "briefing/entries.h"
#include "briefing/small_map.h"
#include "briefing/words.h"
#include "hotspots/find_hotspots.h"
#include "maps/ground/base_map.h"
#include "paint/canvas.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/crime_project.h"
#include "support/maidstone.h"
#include "support/pdf.h"
#include "support/study.h"
#include "words/alt_text.h"
#include "words/ward_figures.h"

using namespace wardmap;
using briefing::make_briefing;
using testing::grid_of_wards;
using testing::maidstone;
using testing::study_of;

namespace {

std::vector<paint::Scene> pages_of(const Study& study) {
    const paint::TextMetrics metrics;
    const maps::BaseMap ground(study);
    return briefing::lay_out(make_briefing(study, 1), {}, metrics, ground);
}

std::string html_of(const Study& study) {
    const paint::TextMetrics metrics;
    const maps::BaseMap ground(study);
    return briefing::to_html(make_briefing(study, 1), {}, metrics, ground);
}

/// The text of pages, with the lines of a paragraph joined as a reader would.
std::string words_in(const std::vector<paint::Scene>& pages) {
    std::string all;
    for (const auto& page : pages) {
        for (const auto& item : page.items) {
            const auto* const text = std::get_if<paint::Text>(&item);
            if (text != nullptr) all += text->text + (text->text.ends_with(' ') ? "" : "\n");
        }
    }
    return all;
}

/// A given number of categories of 26 wards, all like one of Maidstone's.
Study many_categories(std::size_t n) {
    auto study = maidstone();
    const auto one = testing::category_of(study, "asb");
    study.briefing.categories.clear();
    study.categories.clear();
    for (std::size_t i = 0; i < n; ++i) {
        study.categories.push_back(one);
        auto& spec = study.categories.back().spec;
        spec.id = fmt::format("c{}", i);
        spec.title = fmt::format("Category number {}", i);
        study.briefing.categories.push_back(spec.id);
    }
    return study;
}

} // namespace

TEST_CASE("Every sentence about a ward has the figures of the study", "[briefing]") {
    const auto made = make_briefing(maidstone(), 1);
    const auto entries = briefing::entries_of(made, 5);
    REQUIRE(entries.size() >= 4);
    for (const auto& entry : entries) {
        const auto ward = entry.score.ward;
        for (const auto& reason : entry.reasons) {
            const auto& category = *reason.subject->now;
            const auto wording = briefing::detail(made, *reason.subject, ward);
            INFO(wording);
            CHECK(wording.starts_with(category.spec.title + ": "));
            const auto& standing = *category.standings[ward];
            CHECK(wording.find(fmt::format("{} of {}", briefing::ordinal(standing.rank),
                                           standing.of)) != std::string::npos);
            const auto& stability = *category.stability[ward];
            CHECK(wording.find(fmt::format("({} to {})", stability.rank_low,
                                           stability.rank_high)) != std::string::npos);
            CHECK(wording.find(fmt::format(
                      "{} {}, {} per", words::count_text(category.figures[ward]),
                      category.spec.unit, words::printed(category, ward))) != std::string::npos);
            const auto& own = *category.hotspots->wards[ward].own;
            CHECK(wording.find(fmt::format(
                      "{} times the Maidstone rate; {}.", text::number(own.ratio->low, 1),
                      words::reading_text(maidstone(), category, ward))) != std::string::npos);
        }
    }
    CHECK(briefing::detail(made, made.subjects.list[0], entries[0].score.ward)
              .starts_with("Anti-social behaviour: 1st of 26 (1 to 1), 853 incidents, 88.0 per "
                           "1,000 residents, 3.9 times the Maidstone rate; Exceptionally high"));
}

TEST_CASE("The page has the sentences, on one side", "[briefing]") {
    const auto pages = pages_of(maidstone());
    REQUIRE(pages.size() == 1);
    const auto wording = words_in(pages);
    const auto made = make_briefing(maidstone(), 1);
    const auto entries = briefing::entries_of(made, 5);
    CHECK(wording.find(briefing::headline(made, entries)) != std::string::npos);
    CHECK(wording.find("For: Tactical tasking and co-ordination group") != std::string::npos);
    for (const auto& entry : entries) {
        const auto& name = maidstone().wards.wards[entry.score.ward].name;
        CHECK(wording.find(fmt::format("{}  {}", entry.mark, name)) != std::string::npos);
        CHECK(wording.find(briefing::why(made, entry)) != std::string::npos);
        CHECK(wording.find(briefing::details_of(made, entry).front()) != std::string::npos);
    }
    CHECK(wording.find(briefing::caveats(made, entries, 5).front()) != std::string::npos);
    CHECK(wording.find(briefing::score_words(made)) != std::string::npos);
}

TEST_CASE("Type is never smaller than documented", "[briefing]") {
    for (const std::size_t n : {2U, 12U}) {
        const auto study = many_categories(n);
        const auto made = make_briefing(study, 1);
        for (const auto& page : pages_of(study)) {
            for (const auto& item : page.items) {
                const auto* const text = std::get_if<paint::Text>(&item);
                if (text == nullptr) continue;
                INFO(text->text);
                CHECK(text->font.size_pt >= 7.5);
                if (text->text.starts_with("1  ")) CHECK(text->font.size_pt >= 14);
                if (text->text.starts_with("Category number 0: ")) CHECK(text->font.size_pt >= 9);
            }
        }
    }
}

TEST_CASE("Omitted wards are named, and are in the HTML", "[briefing]") {
    const auto study = many_categories(12);
    const auto pages = pages_of(study);
    REQUIRE(pages.size() == 1);
    const auto wording = words_in(pages);
    CHECK(wording.find("Left out because there is no space: ") != std::string::npos);
    CHECK(wording.find("briefing.html has all.") != std::string::npos);
    CHECK(wording.find("Also: Category number ") != std::string::npos);
    const auto html = html_of(study);
    for (std::size_t i = 0; i < 12; ++i) {
        CHECK(html.find(fmt::format("<li>Category number {}: 1st of 26", i)) != std::string::npos);
    }
    auto two = study;
    two.briefing.pages = 2;
    CHECK(pages_of(two).size() <= 2);
    CHECK(words_in(pages_of(two)).size() > wording.size());
}

TEST_CASE("One ward, no figures, nothing but withheld figures: a page that says so", "[briefing]") {
    const auto check = [](const Study& study, const std::string& sentence) {
        const auto pages = pages_of(study);
        CHECK(pages.size() == 1);
        CHECK(words_in(pages).find(sentence) != std::string::npos);
        CHECK(words_in(pages).find("None today.") != std::string::npos);
        CHECK(html_of(study).find(text::as_markup(sentence)) != std::string::npos);
    };
    const auto tested = [](Study study) {
        auto& category = study.categories[0];
        const std::vector<Cell> none;
        const std::vector<std::vector<std::size_t>> no_links(category.values.size());
        category.hotspots = hotspots::find_hotspots({.values = category.values,
                                                     .figures = category.figures,
                                                     .denominators = none,
                                                     .neighbours = no_links,
                                                     .spec = {},
                                                     .threads = 1});
        return study;
    };
    check(tested(study_of(grid_of_wards({"Only"}), {Cell::known(3)})),
          "No ward has any points, in any of the 1 category.");
    check(tested(study_of(grid_of_wards({"A", "B", "C"}),
                          std::vector<Cell>(3, Cell::suppressed(0, 4)))),
          "Every figure is withheld or was not supplied: no ward can be ranked.");
    check(tested(study_of(grid_of_wards({"A", "B", "C"}), std::vector<Cell>(3))),
          "Every figure is withheld or was not supplied: no ward can be ranked.");
}

TEST_CASE("Markup in names stays text, and a name of 500 letters fits", "[briefing]") {
    auto study = maidstone();
    const auto made = make_briefing(study, 1);
    study.wards.wards[made.now[0].ward].name = "<script>alert(1)</script>\"'&";
    study.wards.wards[made.now[1].ward].name = std::string(500, 'w');
    study.project.title = "<b>Safer</b>";
    const auto html = html_of(study);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("<b>") == std::string::npos);
    CHECK(html.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
    CHECK(html.find(std::string(500, 'w')) != std::string::npos);
    CHECK(pages_of(study).size() == 1);
}

TEST_CASE("The HTML loads nothing, allows only its own style, and has headings in order",
          "[briefing]") {
    const auto html = html_of(maidstone());
    const auto from = html.find("<style>") + 7;
    const auto css = html.substr(from, html.find("</style>") - from);
    CHECK(html.find("style-src 'sha256-" + sha256_base64(css) + "'") != std::string::npos);
    CHECK(html.find("default-src 'none'") != std::string::npos);
    CHECK(html.find("unsafe") == std::string::npos);
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find(" style=") == std::string::npos);
    CHECK(html.find("lang=\"en-GB\"") != std::string::npos);
    CHECK(html.find("name=\"viewport\"") != std::string::npos);
    CHECK(html.find("<th scope=\"col\">") != std::string::npos);
    CHECK(html.find("<th scope=\"row\">High Street</th>") != std::string::npos);
    std::size_t images = 0;
    for (auto at = html.find("<img "); at != std::string::npos; at = html.find("<img ", at + 1)) {
        ++images;
        const auto tag = html.substr(at, html.find('>', at) - at);
        CHECK(tag.starts_with("<img src=\"data:image/png;base64,"));
        CHECK(tag.find(" alt=\"Map of 26 wards ") != std::string::npos);
    }
    CHECK(images == 6);
    CHECK(html.find("<h1>") < html.find("<h2>"));
    CHECK(html.find("<h2>") < html.find("<h3>"));
}

TEST_CASE("The PDF is tagged and titled, and the same bytes each time", "[briefing]") {
    const auto title = briefing::title_of(maidstone());
    CHECK(title == "Briefing: Safer Maidstone Partnership");
    const auto pdf = paint::to_pdf(pages_of(maidstone()), title);
    CHECK(testing::fault_in_tags(pdf).empty());
    const auto document = testing::read_pdf(pdf);
    CHECK(document.is_tagged);
    CHECK(document.title == title);
    const auto roles = testing::roles_in(document.tree);
    for (const char* const role : {"H1", "H2", "Table", "TH", "Figure"}) {
        INFO(role);
        CHECK(roles.contains(role));
    }
    std::set<std::string> scopes;
    for (const auto& cell : testing::elements_of(document.tree, "TH")) {
        scopes.insert(cell.scope);
    }
    CHECK(scopes == std::set<std::string>{"Column", "Row"});
    CHECK(pdf == paint::to_pdf(pages_of(maidstone()), title));
    CHECK(html_of(maidstone()) == html_of(maidstone()));
}

TEST_CASE("Ordinals", "[briefing]") {
    CHECK(briefing::ordinal(1) == "1st");
    CHECK(briefing::ordinal(2) == "2nd");
    CHECK(briefing::ordinal(3) == "3rd");
    CHECK(briefing::ordinal(11) == "11th");
    CHECK(briefing::ordinal(13) == "13th");
    CHECK(briefing::ordinal(22) == "22nd");
    CHECK(briefing::ordinal(1112) == "1,112th");
}
