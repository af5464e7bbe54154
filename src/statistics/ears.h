// SPDX-License-Identifier: MIT
// A short history without seasonality: is the latest count above the range implied by the periods
// before it?
#pragma once

#include <optional>
#include <span>

namespace wardmap::statistics {

/// The Early Aberration Reporting System (Hutwagner, Thompson, Seeman & Treadwell 2003, Journal of
/// Urban Health 80, suppl. 1), each with a baseline of 7 periods:
enum class Ears {
    c1, // the 7 just before; alert above mean + 3 standard deviations (over n - 1)
    c2, // the 7 before the last two, so that a slow rise does not raise its own baseline
    c3, // as c2, and over the latest three periods: the sum of max(0, (count - mean) / sd - 1) is
        // above 2
};

struct EarsResult {
    double expected = 0;  // the baseline's mean
    double deviation = 0; // its standard deviation, at least `least_deviation`
    double statistic = 0; // (count - expected) / deviation; c3: the sum
    double upper = 0;     // the count above which the statistic alerts (c3: 0 at least)
    bool is_alert = false;
};

/// Tests the last of `counts`, which are in chronological order. With a baseline of equal counts
/// the standard deviation is 0; `least_deviation` (Burkom's 0.5 or 1 for sparse counts; above 0)
/// prevents an alert for a single further event. Nothing with fewer periods than the method needs:
/// 8, 10, 12 including the one tested. Precondition: counts >= 0.
[[nodiscard]] std::optional<EarsResult> ears(std::span<const double> counts, Ears method,
                                             double least_deviation = 1);

} // namespace wardmap::statistics
