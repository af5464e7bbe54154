// SPDX-License-Identifier: MIT
#include "book/book.h"

#include <algorithm>
#include <cstdlib>

#include <fmt/format.h>

#include "base/text.h"
#include "book/parts.h"
#include "book/ward_table.h"
#include "hotspots/reading.h"
#include "maps/ground/base_map.h"
#include "paint/canvas.h"
#include "publish/publish.h"
#include "statistics/intervals.h"
#include "study/category_sets.h"
#include "style/style.h"
#include "support/catch.h"
#include "support/maidstone.h"
#include "support/study.h"
#include "words/alt_text.h"
#include "words/sentences.h"
#include "words/ward_figures.h"

using namespace wardmap;
using testing::category_of;
using testing::grid_of_wards;
using testing::maidstone;
using testing::study_of;

namespace {

/// A study with its base map, as used by the parts of the book.
struct Setting {
    explicit Setting(const Study& of) : study(of), ground(of.wards) {}
    const Study& study;
    style::Style style;
    paint::TextMetrics metrics;
    maps::BaseMap ground;
    [[nodiscard]] book::Inputs inputs() const { return {study, style, metrics, ground}; }
};

const std::vector<paint::Scene>& maidstone_book() {
    static const Setting setting(maidstone());
    static const auto pages =
        book::lay_out_book(setting.study, setting.style, setting.metrics, setting.ground);
    return pages;
}

/// The text of a page, with lines joined as a reader would.
std::string words_on(const paint::Scene& page) {
    std::string all;
    for (const auto& item : page.items) {
        const auto* const text = std::get_if<paint::Text>(&item);
        if (text != nullptr) all += text->text + (text->text.ends_with(' ') ? "" : "\n");
    }
    return all;
}

std::string words_in(const std::vector<paint::Scene>& pages) {
    std::string all;
    for (const auto& page : pages) {
        all += words_on(page);
    }
    return all;
}

std::size_t page_of(const std::vector<paint::Scene>& pages, const std::string& anchor) {
    for (std::size_t p = 0; p < pages.size(); ++p) {
        for (const auto& item : pages[p].items) {
            const auto* const mark = std::get_if<paint::Bookmark>(&item);
            if (mark != nullptr && mark->anchor == anchor) return p;
        }
    }
    FAIL("no part " << anchor);
    return 0;
}

std::string words_of_part(const std::vector<paint::Scene>& pages, const std::string& anchor,
                          const std::string& next) {
    std::string all;
    const auto end = next.empty() ? pages.size() : page_of(pages, next);
    for (auto p = page_of(pages, anchor); p < end; ++p) {
        all += words_on(pages[p]);
    }
    return all;
}

} // namespace

TEST_CASE("The tables of the book have every ward with the figures of the study", "[book]") {
    const Setting setting(maidstone());
    for (const auto& category : maidstone().categories) {
        INFO(category.spec.id);
        const auto table = book::ward_table(setting.inputs(), category);
        const auto order = book::wards_in_order(maidstone(), category);
        REQUIRE(table.rows.size() == maidstone().wards.wards.size());
        for (std::size_t row = 0; row < order.size(); ++row) {
            const auto ward = order[row];
            CHECK(table.rows[row][0].text == maidstone().wards.wards[ward].name);
            std::vector<std::string> texts;
            for (const auto& cell : table.rows[row]) {
                texts.push_back(cell.text);
            }
            const auto has = [&](const std::string& text) {
                return std::find(texts.begin(), texts.end(), text) != texts.end();
            };
            if (category.values[ward].is_known()) {
                CHECK(has(words::printed(category, ward)));
                CHECK(has(words::rank_text(category, ward)));
                CHECK(category.banding.bands[*category.banding.band_of[ward]].range.size() > 0);
                CHECK(has(category.banding.bands[*category.banding.band_of[ward]].range));
            }
            if (category.hotspots) CHECK(has(words::reading_text(maidstone(), category, ward)));
        }
    }
}

TEST_CASE("Wards are in order of rank, then withheld ones by name", "[book]") {
    const auto& category = category_of(maidstone(), "learning-disability");
    std::size_t last_rank = 0;
    std::string last_withheld;
    std::size_t withheld = 0;
    for (const auto ward : book::wards_in_order(maidstone(), category)) {
        if (category.standings[ward]) {
            CHECK(withheld == 0);
            CHECK(category.standings[ward]->rank >= last_rank);
            last_rank = category.standings[ward]->rank;
        } else if (category.values[ward].is_suppressed()) {
            CHECK(maidstone().wards.wards[ward].name > last_withheld);
            last_withheld = maidstone().wards.wards[ward].name;
            ++withheld;
        }
    }
    CHECK(withheld == 4);
}

TEST_CASE("Limits of a rate are those of its own count", "[book]") {
    // 853 incidents among High Street's residents; Byar's limits of 853.
    const auto& category = category_of(maidstone(), "asb");
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        const double count = category.figures[i].value();
        const auto limits = statistics::poisson_limits(count, statistics::z_95);
        const double rate_of_one = category.values[i].value() / count;
        CHECK(words::limits_text(category, i) ==
              fmt::format("{} to {}", text::number(limits.low * rate_of_one, 1),
                          text::number(limits.high * rate_of_one, 1)));
    }
}

TEST_CASE("A book has its parts in order, named in contents and outline", "[book]") {
    const auto& pages = maidstone_book();
    std::vector<std::string> outline;
    for (const auto& page : pages) {
        for (const auto& item : page.items) {
            const auto* const mark = std::get_if<paint::Bookmark>(&item);
            if (mark != nullptr && !mark->title.empty()) outline.push_back(mark->title);
        }
    }
    std::vector<std::string> expected = {"Contents", "At a glance"};
    for (const auto& category : maidstone().categories) {
        expected.push_back(category.spec.title);
    }
    for (const auto& bivariate : maidstone().bivariates) {
        expected.push_back(bivariate.spec.title);
    }
    for (const char* const part : {"Deprivation and the readings", "Where high readings meet",
                                   "How the figures were made", "Words used", "Data quality"}) {
        expected.emplace_back(part);
    }
    CHECK(outline == expected);
    const auto contents = words_on(pages[1]);
    for (std::size_t i = 1; i < expected.size(); ++i) {
        CHECK(contents.find(expected[i]) != std::string::npos);
    }
    CHECK(contents.find(std::to_string(page_of(pages, "quality") + 1)) != std::string::npos);
}

TEST_CASE("Each category has its map with alt text, and its sentences, on its first page",
          "[book]") {
    const auto& pages = maidstone_book();
    for (const auto& category : maidstone().categories) {
        INFO(category.spec.id);
        const auto& page = pages[page_of(pages, "category-" + category.spec.id)];
        std::vector<std::string> alternatives;
        for (const auto& item : page.items) {
            const auto* const figure = std::get_if<paint::FigureBegin>(&item);
            if (figure != nullptr) alternatives.push_back(figure->alt);
        }
        CHECK(alternatives == std::vector<std::string>{words::words_of(maidstone(), category).alt});
        const auto words = words_on(page);
        for (const auto& sentence : words::category_sentences(maidstone(), category)) {
            CHECK(words.find(sentence) != std::string::npos);
        }
    }
}

TEST_CASE("A category of the example takes two pages", "[book]") {
    const auto& pages = maidstone_book();
    const auto& categories = maidstone().categories;
    for (std::size_t i = 0; i + 1 < categories.size(); ++i) {
        INFO(categories[i].spec.id);
        CHECK(page_of(pages, "category-" + categories[i + 1].spec.id) -
                  page_of(pages, "category-" + categories[i].spec.id) ==
              2);
    }
}

TEST_CASE("Nothing in the book leaves the page", "[book]") {
    const paint::TextMetrics metrics;
    for (const auto& page : maidstone_book()) {
        for (const auto& item : page.items) {
            const auto* const text = std::get_if<paint::Text>(&item);
            if (text == nullptr) continue;
            INFO(text->text);
            CHECK(text->at.y <= page.height_mm - 17);
            if (text->align == paint::Align::left) {
                CHECK(text->at.x + metrics.measure(text->text, text->font).width_mm <=
                      page.width_mm - 16);
            }
        }
    }
}

TEST_CASE("The book does not disclose withheld figures through totals", "[book]") {
    const auto& pages = maidstone_book();
    const auto quality = words_of_part(pages, "quality", "");
    CHECK(quality.find("Withheld") != std::string::npos);
    std::size_t withheld_totals = 0;
    for (const auto& category : maidstone().categories) {
        for (const auto& total : category.accounts.front().totals) {
            if (total.suppressed == 0) continue;
            ++withheld_totals;
            for (const double figure : {total.stated, total.sum_known, total.residual()}) {
                const auto number = "\n" + text::number(figure, 0) + "\n";
                INFO(category.spec.id << " " << number);
                if (figure > 30) CHECK(quality.find(number) == std::string::npos);
            }
        }
    }
    CHECK(withheld_totals >= 3);
    const auto all = words_in(pages);
    CHECK(all.find("share exactly") == std::string::npos);
    CHECK(all.find("so each is") == std::string::npos);
}

TEST_CASE("The data quality page counts as the study does", "[book]") {
    const auto& pages = maidstone_book();
    const auto quality = words_of_part(pages, "quality", "");
    CHECK(quality.find("Hospital admissions: psychoactive substances: 2 wards withheld by the "
                       "publisher.") != std::string::npos);
    CHECK(quality.find("Hospital admissions: assault: 8 wards withheld by the publisher and 13 "
                       "wards without a figure.") != std::string::npos);
    CHECK(quality.find("Theft: ") == std::string::npos); // no gaps
}

TEST_CASE("Overlapping high readings are counted from the readings", "[book]") {
    const auto& pages = maidstone_book();
    const auto words = words_of_part(pages, "overlaps", "methods");
    const auto counted = overlapping(maidstone());
    std::size_t most = 0;
    std::string first;
    for (std::size_t i = 0; i < maidstone().wards.wards.size(); ++i) {
        std::size_t high = 0;
        for (const auto* const category : counted) {
            if (hotspots::is_higher(category->hotspots->wards[i].reading.level)) ++high;
        }
        if (high > most) {
            most = high;
            first = maidstone().wards.wards[i].name;
        }
    }
    REQUIRE(most > 1);
    CHECK(words.find(first + "\n" + std::to_string(most) + "\n") != std::string::npos);
    for (const auto* const category : counted) {
        CHECK(category->spec.id != "asb-count"); // the same incidents as asb
        CHECK(category->spec.id != "deprivation");
    }
}

TEST_CASE("Only the methods that a project used are explained", "[book]") {
    const auto methods = words_of_part(maidstone_book(), "methods", "glossary");
    CHECK(methods.find("Exceptional among the wards") != std::string::npos);
    CHECK(methods.find("Withheld figures") != std::string::npos);
    CHECK(methods.find("Change") == std::string::npos);
    CHECK(methods.find("location quotient") == std::string::npos);

    const auto study = study_of(grid_of_wards({"A", "B", "C", "D"}, 2),
                                {Cell::known(1), Cell::known(9), Cell::missing(), Cell::known(4)});
    const Setting setting(study);
    const auto pages = book::lay_out_book(study, setting.style, setting.metrics, setting.ground);
    const auto words = words_in(pages);
    CHECK(words.find("A rate is the count divided by a denominator") != std::string::npos);
    CHECK(words.find("Exceptional among the wards") == std::string::npos);
    CHECK(words.find("Withheld figures") == std::string::npos);
    CHECK(words.find("Tentative") == std::string::npos);
    CHECK(words.find("At a glance") == std::string::npos); // of one category
}

TEST_CASE("With very many wards the book prints the highest, and says so", "[book]") {
    std::vector<std::string> names;
    std::vector<Cell> cells;
    for (int i = 0; i < 450; ++i) {
        names.push_back(fmt::format("Ward {:03}", i));
        cells.push_back(i == 7 ? Cell::suppressed(0, 4) : Cell::known(i));
    }
    const auto study = study_of(grid_of_wards(names, 25), cells);
    const Setting setting(study);
    const auto table = book::ward_table(setting.inputs(), study.categories[0]);
    CHECK(table.rows.size() == 100);
    CHECK(table.rows[0][0].text == "Ward 449");
    CHECK(table.rows[99][0].text == "Ward 350");
    CHECK(table.caption == "Anti-social behaviour: the 100 wards with the highest figures, of 450");
}

TEST_CASE("A published book is whole, tagged and the same each time", "[book]") {
    if (std::system("command -v qpdf >/dev/null && command -v pdfinfo >/dev/null") != 0) {
        WARDMAP_SKIP("programs that are not here, qpdf and pdfinfo (poppler-utils)");
    }
    const testing::TempFolder folder;
    std::string former;
    for (const int threads : {1, 2}) {
        publish::Options options;
        options.folder = (folder.path() / "out").string();
        options.products = {project::Product::book};
        options.threads = threads;
        publish::publish(maidstone(), {}, options);
        const auto file = options.folder + "/book.pdf";
        const auto pdf = testing::read_file(file);
        CHECK(pdf.size() < 2'000'000);
        if (!former.empty()) CHECK(pdf == former);
        former = pdf;
        CHECK(std::system(("qpdf --check '" + file + "' >/dev/null 2>&1").c_str()) == 0);
        CHECK(std::system(("pdfinfo '" + file + "' | grep -q '^Tagged: *yes'").c_str()) == 0);
        CHECK(std::system(("pdfinfo '" + file +
                           "' | grep -q '^Title: *Safer Maidstone "
                           "Partnership: map book'")
                              .c_str()) == 0);
        CHECK(std::system(
                  ("! pdffonts '" + file + "' | tail -n +3 | grep -v ' yes yes yes '").c_str()) ==
              0); // embedded, subset, with Unicode
    }
}
