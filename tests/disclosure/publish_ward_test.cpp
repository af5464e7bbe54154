// SPDX-License-Identifier: MIT
// All true small counts, by what is shown of them: among those shown alike, anything that may be
// small must be able to be any small count.
#include "disclosure/publish_ward.h"

#include <map>
#include <set>

#include "support/catch.h"
#include "support/linked_counts.h"

using namespace wardmap::disclosure;
using wardmap::testing::linked;

namespace {

WardCounts ward_of(const LinkedCounts& counts, std::vector<double> atoms) {
    return {std::move(atoms), std::vector<Range>(counts.atoms),
            std::vector<bool>(counts.figures.size())};
}

using Truth = std::vector<double>;

bool is_possible(const LinkedCounts& counts, const Truth& truth) {
    for (const auto& rest : counts.rests) {
        if (value_of(rest, truth) < 0) return false;
    }
    return true;
}

/// All true counts with atoms of at most `most`.
std::vector<Truth> all_truths(const LinkedCounts& counts, int most) {
    std::vector<Truth> truths;
    Truth truth(counts.atoms, 0);
    for (std::size_t i = 0; i < truth.size();) {
        if (is_possible(counts, truth)) truths.push_back(truth);
        for (i = 0; i < truth.size() && ++truth[i] > most; ++i) {
            truth[i] = 0;
        }
    }
    return truths;
}

/// True counts by what is shown; without those shown like one with an atom of `most`, because some
/// of these were not enumerated.
std::vector<std::vector<Truth>> alike(const LinkedCounts& counts, const Rule& rule, int most) {
    std::map<std::vector<std::pair<double, double>>, std::vector<Truth>> by;
    for (const auto& truth : all_truths(counts, most)) {
        std::vector<std::pair<double, double>> shown;
        const auto published = publish_ward(counts, ward_of(counts, truth), rule);
        for (std::size_t k = 0; k < counts.figures.size(); ++k) {
            const auto& range = published.figures[k];
            shown.emplace_back(range.low, range.high);
            REQUIRE(range.low <= value_of(counts.figures[k], truth));
            REQUIRE(value_of(counts.figures[k], truth) <= range.high);
        }
        by[shown].push_back(truth);
    }
    std::vector<std::vector<Truth>> groups;
    for (auto& [shown, truths] : by) {
        const bool is_whole = std::none_of(truths.begin(), truths.end(), [&](const Truth& truth) {
            return std::find(truth.begin(), truth.end(), most) != truth.end();
        });
        if (is_whole) groups.push_back(std::move(truths));
    }
    return groups;
}

/// Number of sums that may be small in a group, all of which must be able to be any small count.
int check_all_small(const LinkedCounts& counts, const std::vector<Sum>& sums, const Rule& rule,
                    int most) {
    int checked = 0;
    for (const auto& truths : alike(counts, rule, most)) {
        for (const auto& sum : sums) {
            std::set<double> small;
            for (const auto& truth : truths) {
                const double value = value_of(sum, truth);
                if (value > 0 && value < rule.below) small.insert(value);
            }
            if (small.empty()) continue;
            ++checked;
            CAPTURE(truths, sum);
            CHECK(static_cast<double>(small.size()) == rule.below - 1);
        }
    }
    return checked;
}

} // namespace

TEST_CASE("A whole, its part and the rest stay suppressed if small", "[disclosure]") {
    const std::vector<Sum> sums = {{1, 1}, {1, 0}, {0, 1}};
    const auto counts = linked(2, {{1, 1}, {1, 0}});
    CHECK(check_all_small(counts, sums, {5, 0}, 30) > 50);
    CHECK(check_all_small(counts, sums, {10, 0}, 40) > 50);
    CHECK(check_all_small(counts, sums, {3, 0}, 14) > 20);
    CHECK(check_all_small(counts, sums, {5, 5}, 40) > 10);
    // All three mapped, and the part decided before its whole.
    CHECK(check_all_small(linked(2, {{1, 1}, {1, 0}, {0, 1}}), sums, {5, 0}, 30) > 50);
    CHECK(check_all_small(linked(2, {{1, 0}, {1, 1}}), sums, {5, 0}, 30) > 40);
}

TEST_CASE("Three parts of a whole, mapped in any number, stay suppressed if small",
          "[disclosure]") {
    const std::vector<Sum> sums = {{1, 1, 1}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1},
                                   {1, 1, 0}, {1, 0, 1}, {0, 1, 1}};
    const Sum whole = {1, 1, 1};
    CHECK(check_all_small(linked(3, {whole, {1, 0, 0}, {0, 1, 0}}), sums, {4, 0}, 11) > 100);
    CHECK(check_all_small(linked(3, {whole, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}}), sums, {4, 0}, 11) >
          100);
    // A part of a part.
    CHECK(check_all_small(linked(3, {whole, {1, 1, 0}, {1, 0, 0}}), sums, {4, 0}, 11) > 100);
}

TEST_CASE("Cross-tabulated counts stay suppressed if small", "[disclosure]") {
    // All, women, the young, young women; the atoms are young women, other women, other young.
    const auto counts = linked(4, {{1, 1, 1, 1}, {1, 1, 0, 0}, {1, 0, 1, 0}, {1, 0, 0, 0}});
    const std::vector<Sum> sums = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1},
                                   {1, 1, 0, 0}, {1, 0, 1, 0}, {0, 0, 1, 1}, {0, 1, 0, 1}};
    CHECK(check_all_small(counts, sums, {3, 0}, 6) > 100);
}

TEST_CASE("Parts from other tables stay suppressed if the rest of the whole is small",
          "[disclosure]") {
    const std::vector<Sum> sums = {{1, 0}, {0, 1}, {1, -1}};
    CHECK(check_all_small(linked(2, {{1, 0}, {0, 1}}, {{1, -1}}), sums, {5, 0}, 34) > 50);
    // A chain; two parts that may overlap; a part of a sum.
    CHECK(check_all_small(
              linked(3, {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, {{1, -1, 0}, {0, 1, -1}, {1, 0, -1}}),
              {{1, -1, 0}, {0, 1, -1}, {1, 0, -1}, {0, 0, 1}}, {4, 0}, 11) > 50);
    CHECK(check_all_small(linked(3, {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, {{1, -1, 0}, {1, 0, -1}}),
                          {{1, -1, 0}, {1, 0, -1}, {0, 1, 0}}, {4, 0}, 11) > 50);
    CHECK(check_all_small(linked(3, {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, {{1, 1, -1}}),
                          {{1, 1, -1}, {1, 0, 0}, {0, 0, 1}}, {4, 0}, 10) > 50);
}

TEST_CASE("Sums that are even together are shown as a whole or not at all", "[disclosure]") {
    // a + b, b + c, a + c: two of them determine whether the third is even.
    const auto counts = linked(3, {{1, 1, 0}, {0, 1, 1}, {1, 0, 1}});
    CHECK_FALSE(counts.is_complete);
    CHECK(check_all_small(counts, {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, {3, 0}, 9) == 0);
    const auto large = publish_ward(counts, ward_of(counts, {20, 30, 40}), {5, 0});
    CHECK(large.figures == std::vector<Range>{{50, 50}, {70, 70}, {60, 60}});
    const auto small = publish_ward(counts, ward_of(counts, {20, 30, 3}), {5, 0});
    CHECK(small.figures.front() == Range{50, 50});
    CHECK(small.figures[1].low == 0);
}

TEST_CASE("The part of 103 that leaves 4 is shown as the range for any small remainder",
          "[disclosure]") {
    const auto counts = linked(2, {{1, 1}, {1, 0}});
    for (const double rest : {1.0, 2.0, 3.0, 4.0}) {
        const auto shown = publish_ward(counts, ward_of(counts, {103 - rest, rest}), {5, 0});
        CHECK(shown.figures == std::vector<Range>{{103, 103}, {99, 102}});
    }
    CHECK(publish_ward(counts, ward_of(counts, {103, 0}), {5, 0}).figures[1] == Range{103, 103});
    CHECK(publish_ward(counts, ward_of(counts, {98, 5}), {5, 0}).figures[1] == Range{98, 98});
}

TEST_CASE("A figure suppressed by its publisher keeps its whole interval", "[disclosure]") {
    // Theft 100, bicycles 97, both of one table; shop theft is withheld, 0 to 4.
    auto counts =
        linked(3, {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}, {{1, -1, 0}, {1, 0, -1}, {1, -1, -1}});
    auto ward = ward_of(counts, {100, 97, 0});
    ward.marks[2] = {0, 4};
    const auto shown = publish_ward(counts, ward, {5, 0});
    CHECK(shown.figures[0] == Range{100, 100});
    CHECK(shown.figures[1].low <= 96);
    CHECK(shown.figures[2] == Range{0, 4});
}

TEST_CASE(
    "Of a year and its months only small months are withheld, and those that make up for them",
    "[disclosure]") {
    std::vector<Sum> figures = {Sum(12, 1.0)};
    for (std::size_t month = 0; month < 12; ++month) {
        figures.emplace_back(12, 0.0);
        figures.back()[month] = 1;
    }
    const auto counts = linked(12, figures);
    std::vector<double> months(12, 20);
    CHECK(publish_ward(counts, ward_of(counts, months), {5, 0}).figures[12] == Range{20, 20});
    months[4] = 3;
    const auto shown = publish_ward(counts, ward_of(counts, months), {5, 0});
    CHECK(shown.figures[0] == Range{223, 223});
    CHECK(shown.figures[1] == Range{20, 20});
    CHECK(shown.figures[5] == Range{1, 4});
    CHECK(shown.figures[12] == Range{19, 22});
    // A small year reveals nothing about its months; a year of 0 reveals all of them.
    Truth few(12, 0);
    few[7] = 2;
    CHECK(publish_ward(counts, ward_of(counts, few), {5, 0}).figures[0] == Range{1, 4});
    CHECK(publish_ward(counts, ward_of(counts, few), {5, 0}).figures[1] == Range{0, 4});
    const auto none = publish_ward(counts, ward_of(counts, Truth(12, 0)), {5, 0});
    CHECK(none.figures[0] == Range{0, 0});
    CHECK(none.figures[7] == Range{0, 0});
}
