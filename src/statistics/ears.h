// SPDX-License-Identifier: MIT
// A short past without a season: is the latest count above what the periods before it imply?
#pragma once

#include <optional>
#include <span>

namespace wardmap::statistics {

/// The Early Aberration Reporting System (Hutwagner, Thompson, Seeman & Treadwell 2003, Journal of
/// Urban Health 80, suppl. 1), each with a baseline of 7 periods:
enum class Ears {
    c1, // the 7 just before; alert above mean + 3 standard deviations (over n - 1)
    c2, // the 7 before the two just before, so that a slow rise does not lift its own baseline
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

/// Judges the last of `counts`, which are in order of time. With a baseline of equal counts the
/// standard deviation is 0; `least_deviation` (Burkom's 0.5 or 1 for sparse counts) keeps one event
/// more from being an alert, and is above 0. Nothing with fewer periods than the method uses: 8,
/// 10, 12 with the one judged. Precondition: counts >= 0.
[[nodiscard]] std::optional<EarsResult> ears(std::span<const double> counts, Ears method,
                                             double least_deviation = 1);

} // namespace wardmap::statistics
