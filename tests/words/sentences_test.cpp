// SPDX-License-Identifier: MIT
// Sentences are true of the figures: singular and plural, ties, withheld and missing wards.
#include "words/method_line.h"
#include "words/sentences.h"
#include "words/ward_sentence.h"

#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using testing::grid_of_wards;
using testing::study_of;

namespace {

/// A 4 by 4 grid whose rates are counts per 1,000 of 1,000 residents each.
Study tested(const std::vector<Cell>& counts, bool denominators = true) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        names.push_back(std::string("W") + char('A' + i));
    }
    auto study = study_of(grid_of_wards(names, 4), counts);
    study.neighbours = wards::neighbours(study.wards.wards);
    auto& category = study.categories[0];
    const std::vector<Cell> people(denominators ? counts.size() : 0, Cell::known(1000));
    category.hotspots = hotspots::find_hotspots({category.values,
                                                 category.figures,
                                                 people,
                                                 hotspots::Spread::poisson,
                                                 study.neighbours,
                                                 {},
                                                 1});
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
    // All alike: no ward to name, and the next sentence is the first.
    CHECK(first(known({5, 5, 5, 5, 5})).find("hold") == std::string::npos);
}

TEST_CASE("With withheld figures the share is an interval and says of what", "[maps]") {
    auto counts = known({50, 20, 10, 5, 5, 5, 5});
    counts[6] = Cell::suppressed(0, 9);
    CHECK(first(counts) == "Three wards, WA, WB and WC, hold between 77% and 84% of all incidents "
                           "(of those whose figure is published).");
    counts[5] = Cell::missing();
    CHECK(first(counts).find("hold") == std::string::npos); // no total to take a share of
}

TEST_CASE("A ward's sentence tells figure, expectation, neighbours and reading", "[maps]") {
    auto counts = known({400, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20});
    counts[5] = Cell::suppressed(0, 4);
    counts[6] = Cell::missing();
    const auto study = tested(counts);
    const auto& category = study.categories[0];
    const auto of = [&](std::size_t i) { return words::ward_sentence(study, category, i); };
    CHECK(of(0).starts_with(
        "WA: 400.0 incidents per 1,000 residents, 9.1 times the count expected at "
        "the Testshire rate; "));
    CHECK(of(0).find("Reading: high in its own right") != std::string::npos);
    CHECK(of(5).starts_with("WF: withheld, 0.0 to 4.0 incidents per 1,000 residents, 0.00 to 0.09 "
                            "times the count expected"));
    CHECK(of(6) == "WG: no figure was supplied.");
    for (std::size_t i = 0; i < counts.size(); ++i) {
        CHECK(of(i).back() == '.');
        CHECK(of(i).find("..") == std::string::npos);
    }
}

TEST_CASE("The tests are counted, corrected and not", "[maps]") {
    const auto study =
        tested(known({900, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20}));
    const auto sentences = words::category_sentences(study, study.categories[0]);
    REQUIRE(sentences.size() == 3);
    CHECK(sentences[1].find("WA is high in its own right") != std::string::npos);
    CHECK(sentences[2].starts_with("Of 16 wards tested individually, "));
    CHECK(sentences[2].find(". Of 16 wards tested with their neighbours, ") != std::string::npos);
    CHECK(sentences[2].find("(false discovery rate)") != std::string::npos);
}

TEST_CASE("Without a denominator only neighbourhoods are told", "[maps]") {
    const auto study = tested(known({90, 80, 2, 3, 85, 70, 1, 2, 3, 2, 1, 2, 3, 1, 2, 2}), false);
    const auto sentences = words::category_sentences(study, study.categories[0]);
    REQUIRE(sentences.size() == 3);
    CHECK(sentences[1].find("in a high cluster") != std::string::npos);
    CHECK(sentences[1].find("own right") == std::string::npos);
    CHECK(sentences[2].find("individually") == std::string::npos);
    CHECK(words::hotspot_method(study, study.categories[0])
              .starts_with("Hotspots: neighbourhood by Getis-Ord Gi* (normal curve)"));
}
