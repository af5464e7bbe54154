// SPDX-License-Identifier: MIT
// All small tables with known totals, by what is shown of them.
#include "disclosure/publish_wards.h"

#include <map>
#include <set>

#include "support/catch.h"
#include "support/linked_counts.h"

using namespace wardmap::disclosure;
using wardmap::testing::linked;

namespace {

/// One line of atoms for each ward.
using Table = std::vector<std::vector<double>>;

std::vector<WardCounts> wards_of(const LinkedCounts& counts, const Table& table) {
    std::vector<WardCounts> wards;
    for (const auto& atoms : table) {
        wards.push_back(
            {atoms, std::vector<Range>(counts.atoms), std::vector<bool>(counts.figures.size())});
    }
    return wards;
}

std::vector<double> totals(const LinkedCounts& counts, const Table& table) {
    std::vector<double> sums;
    for (const auto& sum : coordinates(counts)) {
        double total = 0;
        for (const auto& atoms : table) {
            total += value_of(sum, atoms);
        }
        sums.push_back(total);
    }
    return sums;
}

std::vector<Table> all_tables(const LinkedCounts& counts, std::size_t wards, int most) {
    std::vector<Table> tables;
    Table table(wards, std::vector<double>(counts.atoms, 0));
    const std::size_t cells = wards * counts.atoms;
    for (std::size_t i = 0; i < cells;) {
        bool possible = true;
        for (const auto& rest : counts.rests) {
            for (const auto& atoms : table) {
                possible = possible && value_of(rest, atoms) >= 0;
            }
        }
        if (possible) tables.push_back(table);
        for (i = 0; i < cells && ++table[i / counts.atoms][i % counts.atoms] > most; ++i) {
            table[i / counts.atoms][i % counts.atoms] = 0;
        }
    }
    return tables;
}

/// Fails if some small count of a ward cannot be every small count, among all tables with the same
/// totals that are shown alike. Totals under the limit are suppressed themselves.
int check_tables(const LinkedCounts& counts, const Rule& rule, std::size_t wards, int most) {
    Region all;
    for (std::size_t ward = 0; ward < wards; ++ward) {
        all.wards.push_back(ward);
    }
    std::map<std::vector<double>, std::vector<Table>> by;
    for (const auto& table : all_tables(counts, wards, most)) {
        const auto known = totals(counts, table);
        // With larger totals there are tables that were not enumerated.
        const bool is_small = std::any_of(known.begin(), known.end(), [&](double total) {
            return (total > 0 && total < rule.below) || total > most;
        });
        if (is_small) continue;
        auto shown = known;
        for (const auto& ward :
             publish_wards(counts, wards_of(counts, table), {all}, rule).figures) {
            for (const auto& range : ward) {
                shown.push_back(range.low);
                shown.push_back(range.high);
            }
        }
        by[shown].push_back(table);
    }
    int checked = 0;
    for (const auto& [shown, tables] : by) {
        for (std::size_t ward = 0; ward < wards; ++ward) {
            for (const auto& sum : counts.guarded) {
                std::set<double> small;
                for (const auto& table : tables) {
                    const double value = value_of(sum, table[ward]);
                    if (value > 0 && value < rule.below) small.insert(value);
                }
                if (small.empty()) continue;
                ++checked;
                CAPTURE(shown, ward, sum);
                CHECK(static_cast<double>(small.size()) == rule.below - 1);
            }
        }
    }
    return checked;
}

} // namespace

TEST_CASE("A known total reveals no small count of one column", "[disclosure]") {
    const auto counts = linked(1, {{1}});
    CHECK(check_tables(counts, {3, 0}, 4, 9) > 200);
    CHECK(check_tables(counts, {4, 0}, 3, 16) > 200);
    CHECK(check_tables(counts, {3, 3}, 4, 9) > 100);
}

TEST_CASE("Known totals reveal no small count of a whole and its part", "[disclosure]") {
    CHECK(check_tables(linked(2, {{1, 1}, {1, 0}}), {3, 0}, 3, 6) > 100);
    CHECK(check_tables(linked(2, {{1, 0}, {0, 1}}, {{1, -1}}), {3, 0}, 3, 7) > 20);
}

TEST_CASE("If nothing is suppressed, all wards are shown although the total is known",
          "[disclosure]") {
    const auto counts = linked(1, {{1}});
    const auto shown = publish_wards(counts, wards_of(counts, {{20}, {30}, {0}, {40}}),
                                     {{{0, 1, 2, 3}, false}}, {5, 0});
    CHECK(shown.figures ==
          std::vector<std::vector<Range>>{{{20, 20}}, {{30, 30}}, {{0, 0}}, {{40, 40}}});
    CHECK(shown.is_held == std::vector<bool>{false, false, false, false});
}

TEST_CASE("One small count also suppresses the last ward, to the range implied by the total",
          "[disclosure]") {
    const auto counts = linked(1, {{1}});
    const auto shown = publish_wards(counts, wards_of(counts, {{20}, {3}, {30}, {40}}),
                                     {{{0, 1, 2, 3}, false}}, {5, 0});
    CHECK(shown.figures ==
          std::vector<std::vector<Range>>{{{20, 20}}, {{1, 4}}, {{30, 30}}, {{39, 42}}});
    CHECK(shown.is_held.back());
    // Another order, another ward.
    const auto other = publish_wards(counts, wards_of(counts, {{20}, {3}, {30}, {40}}),
                                     {{{3, 2, 1, 0}, false}}, {5, 0});
    CHECK(other.figures.front() == std::vector<Range>{{19, 22}});
    CHECK(other.figures.back() == std::vector<Range>{{40, 40}});
}

TEST_CASE("A total reveals little about many small counts: the last ward is shown",
          "[disclosure]") {
    const auto counts = linked(1, {{1}});
    Table table(12, {2});
    table.push_back({60});
    Region all;
    for (std::size_t ward = 0; ward < table.size(); ++ward) {
        all.wards.push_back(ward);
    }
    const auto shown = publish_wards(counts, wards_of(counts, table), {all}, {5, 0});
    CHECK(shown.figures.back() == std::vector<Range>{{60, 60}});
    CHECK(shown.figures.front() == std::vector<Range>{{1, 4}});
}

TEST_CASE("The difference of totals is known however small it is", "[disclosure]") {
    const auto counts = linked(1, {{1}});
    const auto wards = wards_of(counts, {{0}, {3}, {0}});
    const auto rest = publish_wards(counts, wards, {{{0, 1, 2}, true}}, {5, 0});
    CHECK(rest.all_held);
    CHECK(rest.figures == std::vector<std::vector<Range>>{{{0, 4}}, {{0, 4}}, {{0, 4}}});
    // A total of 3 by itself would have been suppressed.
    const auto total = publish_wards(counts, wards, {{{0, 1, 2}, false}}, {5, 0});
    CHECK_FALSE(total.all_held);
    CHECK(total.figures[1] == std::vector<Range>{{1, 4}});
}
