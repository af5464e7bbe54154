// SPDX-License-Identifier: MIT
// How well a list of wards, made from one period, found the events of the next.
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace wardmap::statistics {

struct BackTest {
    double hit_rate = 0;            // n / N: share of the later events in the listed wards
    double by_chance = 0;           // a / A: what a list of the same size, drawn at random, would
                                    // hold on average if events fell evenly
    double predictive_accuracy = 0; // PAI = (n / N) / (a / A) (Chainey, Tompson & Uhlig 2008,
                                    // Security Journal 21)
    double efficiency = 0;          // PEI* = n / n*, n* the most that as many wards could have held
                                    // (White, Hunt & Green 2023, Security Journal 36)
};

/// `listed` are indices of wards, each once; `later` the next period's events of each ward; `size`
/// of each what it costs to cover (km², households; ones for the number of wards). Nothing if
/// no ward is listed or there are no later events. With ones as sizes PAI and PEI* are about the
/// same cost; with others PEI* still compares with the best list of as many wards.
/// Preconditions: later >= 0, size > 0, equal lengths, indices below their length.
[[nodiscard]] std::optional<BackTest> back_test(std::span<const std::size_t> listed,
                                                std::span<const double> later,
                                                std::span<const double> size);

} // namespace wardmap::statistics
