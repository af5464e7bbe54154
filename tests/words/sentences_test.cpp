// SPDX-License-Identifier: MIT
// Sentences are true of the figures: singular and plural, ties, withheld and missing wards.
#include "words/method_line.h"
#include "words/sentences.h"
#include "words/ward_sentence.h"

#include <algorithm>

#include "hotspots/find_hotspots.h"
#include "support/catch.h"
#include "support/study.h"
#include "wards/neighbours.h"

using namespace wardmap;
using testing::grid_of_wards;
using testing::study_of;

namespace {

bool is_complete(const std::vector<Cell>& cells) {
    return std::ranges::all_of(
        cells, [](const Cell& cell) { return cell.is_known() || cell.is_suppressed(); });
}

/// A 4 by 4 grid with counts per 1,000 as rates, with 1,000 residents each.
Study tested(const std::vector<Cell>& counts, bool denominators = true) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        names.push_back(std::string("W") + char('A' + i));
    }
    auto study = study_of(grid_of_wards(names, 4), counts);
    study.neighbours = wards::neighbours(study.wards.wards);
    auto& category = study.categories[0];
    const std::vector<Cell> people(denominators ? counts.size() : 0, Cell::known(1000));
    category.hotspots = hotspots::find_hotspots(
        {.values = category.values,
         .figures = category.figures,
         .denominators = people,
         .neighbours = study.neighbours,
         .spec = {},
         .threads = 1,
         .reference = is_complete(counts)
                          ? hotspots::Reference{{}, {}, 1000.0 * double(counts.size())}
                          : hotspots::Reference(),
         .why_not = denominators ? hotspots::WhyNot::tested : hotspots::WhyNot::count});
    return study;
}

std::vector<Cell> known(const std::vector<double>& values) {
    std::vector<Cell> cells;
    for (const double value : values) {
        cells.push_back(Cell::known(value));
    }
    return cells;
}

std::string first(const std::vector<Cell>& counts) {
    const auto study = tested(counts);
    const auto sentences = words::category_sentences(study, study.categories[0]);
    return sentences.empty() ? "" : sentences.front();
}

} // namespace

TEST_CASE("The first sentence says where the figures are", "[maps]") {
    CHECK(first(known({50, 20, 10, 5, 5, 5, 5})) ==
          "Three wards, WA, WB and WC, hold 80% of all incidents.");
    CHECK(first(known({50, 10, 10, 10, 10, 5, 5})) == "One ward, WA, holds 50% of all incidents.");
    CHECK(first(known({30, 30, 20, 20, 0, 0, 0})) ==
          "Two wards, WA and WB, hold 60% of all incidents.");
    CHECK(first(known({0, 0, 0, 0, 0})) == "No incidents were recorded in any ward.");
    // All equal: no ward to name, and the next sentence comes first.
    CHECK(first(known({5, 5, 5, 5, 5})).find("hold") == std::string::npos);
}

TEST_CASE("With withheld figures the share is an interval and states its denominator", "[maps]") {
    auto counts = known({50, 20, 10, 5, 5, 5, 5});
    counts[6] = Cell::suppressed(0, 9);
    CHECK(first(counts) == "Three wards, WA, WB and WC, hold between 77% and 84% of all incidents "
                           "(of those whose figure is published).");
    counts[5] = Cell::missing();
    CHECK(first(counts).find("hold") == std::string::npos); // no total to take a share of
}

TEST_CASE("A ward's sentence has figure, expectation, neighbours and reading", "[maps]") {
    auto counts = known({400, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20});
    counts[5] = Cell::suppressed(0, 4);
    counts[6] = Cell::missing();
    const auto study = tested(counts);
    const auto& category = study.categories[0];
    const auto of = [&](std::size_t i) { return words::ward_sentence(study, category, i); };
    CHECK(of(0).starts_with(
        "WA: 400.0 incidents per 1,000 residents (400), 9.0 to 9.1 "
        "times the rate of the 15 wards with a figure and much higher than chance explains, "
        "exceptionally high even among these wards"));
    CHECK(of(0).ends_with(". Rank: 1 of 14."));
    CHECK(of(1).ends_with(". Rank: 2= of 14."));
    CHECK(of(5).starts_with("WF: withheld, 0.0 to 4.0 incidents per 1,000 residents, "));
    CHECK(of(5).find("much lower than chance explains") != std::string::npos);
    CHECK(of(6) == "WG: no figure was supplied.");
    for (std::size_t i = 0; i < counts.size(); ++i) {
        CHECK(of(i).back() == '.');
        CHECK(of(i).find("..") == std::string::npos);
    }
}

TEST_CASE("The three questions are answered one after the other", "[maps]") {
    const auto study =
        tested(known({900, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20}));
    const auto sentences = words::category_sentences(study, study.categories[0]);
    REQUIRE(sentences.size() == 4);
    CHECK(sentences[1] == "WA is above the Testshire rate by more than chance explains; 15 are "
                          "below it.");
    CHECK(sentences[2].starts_with("WA is exceptionally high"));
    CHECK(sentences[3] == "No ward is above the Testshire rate among high neighbours.");
}

TEST_CASE("At most five wards are named, the highest first, and the others counted", "[maps]") {
    auto counts = known({300, 290, 280, 270, 260, 250, 240, 20, 20, 20, 20, 20, 20, 20, 20, 20});
    const auto study = tested(counts);
    const auto sentences = words::category_sentences(study, study.categories[0]);
    CHECK(sentences[1].starts_with(
        "7 wards, the highest WA, WB, WC, WD and WE are above the Testshire rate"));
}

TEST_CASE("Without a denominator wards are not tested by themselves, with the reason", "[maps]") {
    const auto study = tested(known({90, 80, 2, 3, 85, 70, 1, 2, 3, 2, 1, 2, 3, 1, 2, 2}), false);
    const auto& category = study.categories[0];
    const auto sentences = words::category_sentences(study, category);
    REQUIRE(sentences.size() == 3);
    CHECK(sentences[1] == "No ward is tested by itself: counts have no denominator.");
    CHECK(sentences[2].starts_with("In a cluster of high wards: "));
    CHECK(words::ward_sentence(study, category, 0)
              .find("; not tested by itself: counts have no denominator; ") != std::string::npos);
    const auto method = words::hotspot_method(study, category);
    CHECK(method.starts_with(
        "Tests: not tested individually: counts have no denominator; neighbours by "
        "local G without the ward itself (9,999 permutations)"));
}

TEST_CASE("The method line says how neighbours were tested, and the usual limits of chance",
          "[maps]") {
    auto study = tested(known({9, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2}));
    const auto method = words::hotspot_method(study, study.categories[0]);
    CHECK(method.find("of 16 about 0.8 beyond the 95% ones by chance") != std::string::npos);
    CHECK(method.find("without the ward itself on smoothed rates") != std::string::npos);
    CHECK(method.find("over-dispersion φ ") != std::string::npos);
}
