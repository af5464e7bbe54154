// SPDX-License-Identifier: MIT
// Backtest: the share of the next period's events in the wards listed for each past period.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace wardmap {
struct Study;
}

namespace wardmap::briefing {

/// One category and length of list, over all pairs of a period and the next; shares from 0 to 1.
struct BackTestRow {
    std::string category; // id
    std::string title;
    std::size_t wards = 0; // on the list
    std::size_t pairs = 0; // of periods
    double hit_rate = 0;   // share of the next period's events in the wards listed by points
    double by_count = 0;   // the same for a list of the wards with most events
    double by_chance = 0;  // the same for wards drawn at random, if events fell evenly
    double accuracy = 0;   // predictive accuracy index: hit_rate / by_chance
    double efficiency = 0; // hit_rate / that of the best list of the same length
};

struct BackTests {
    std::vector<BackTestRow> rows;
    std::vector<std::string> left_out; // "Theft: no series", with the reason
};

/// For each category and each of `lengths` (fewer wards than the area has). Wards are listed by
/// their points in a period from this category alone (docs/briefing.md), ties by count, then by
/// code. Pairs of periods in which a ward's later count is not known are omitted. Needs a series of
/// three periods.
[[nodiscard]] BackTests back_tests(const Study& study, const std::vector<std::size_t>& lengths);

} // namespace wardmap::briefing
