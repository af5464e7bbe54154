// SPDX-License-Identifier: MIT
// How well a list of wards, made from one period, predicted where the next period's events
// occurred.
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
    double efficiency = 0; // PEI* = n / n*, n* the maximum for the same number of wards (White,
                           // Hunt & Green 2023, Security Journal 36)
};

/// `listed`: indices of wards, each once; `later`: each ward's events in the next period; `size`:
/// each ward's cost of coverage (km², households; ones for the number of wards). Nothing if no ward
/// is listed or there are no later events. With sizes of one, PAI and PEI* refer to the same cost;
/// otherwise PEI* still compares with the best list of the same number of wards. Preconditions:
/// later >= 0, size > 0, equal lengths, indices below their length.
[[nodiscard]] std::optional<BackTest> back_test(std::span<const std::size_t> listed,
                                                std::span<const double> later,
                                                std::span<const double> size);

} // namespace wardmap::statistics
