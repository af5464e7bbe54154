// SPDX-License-Identifier: MIT
// Expected count of a ward's latest period from its own history, with seasonality: is there an
// alert?
#pragma once

#include <cstddef>
#include <optional>
#include <span>

namespace wardmap::statistics {

struct FarringtonOptions {
    std::size_t periods_per_year = 12;
    std::size_t years = 5;       // at most; fewer if the history is shorter
    std::size_t half_window = 3; // periods on each side of the same period of an earlier year
    double alpha = 0.01;         // two-sided: the upper limit is exceeded by chance alone alpha / 2
                                 // of the time
};

struct Expectation {
    double expected = 0;
    double lower = 0;
    double upper = 0;
    double dispersion = 1;  // never below 1
    bool has_trend = false; // whether the model includes the trend
    std::size_t reference_periods = 0;
    bool has_enough_events = false; // at least 5 in the latest 4 periods, else there is no alert
    bool is_alert = false; // the latest count is above `upper`, and there are enough events
};

/// Farrington, Andrews, Beale & Catchpole 1996, "A statistical algorithm for the early detection of
/// outbreaks of infectious disease", JRSS A 159(3): a quasi-Poisson log-linear model of the same
/// season's periods of earlier years (half_window on each side, as available), past high counts
/// down-weighted by their Anscombe residuals s (weight s^-2 if s > 1), a trend included if it is
/// significant at 5%, there are at least three years and it does not reach beyond the highest count
/// of the past; limits on the 2/3 power scale, (m^(2/3) -+ z (2/3) m^(1/6) root t)^(3/2), t =
/// dispersion + var(m) / m. `counts` are in chronological order; the last is the period tested.
/// Nothing with fewer than two years before it, or if there were no events in the reference periods
/// (no published rule covers that). Precondition: counts >= 0.
[[nodiscard]] std::optional<Expectation> farrington(std::span<const double> counts,
                                                    const FarringtonOptions& options = {});

} // namespace wardmap::statistics
