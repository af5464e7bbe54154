// SPDX-License-Identifier: MIT
// Counts as an over-dispersed Poisson series with a level and, if asked for, a trend.
#pragma once

#include <optional>
#include <span>
#include <vector>

namespace wardmap::statistics {

/// ln mean = level + slope (time - centre), variance = dispersion x mean (McCullagh & Nelder 1989,
/// Generalized Linear Models, ch. 6 and 9).
struct LogLinear {
    double level = 0;
    double slope = 0;
    double centre = 0;       // of the times, weighted by the fit: level and slope are uncorrelated
    double level_spread = 0; // variance of the level and of the slope, for a dispersion of 1
    double slope_spread = 0;
    double dispersion = 1; // Pearson's: sum w (y - mean)² / mean / degrees of freedom; may be < 1
    double degrees = 0;    // of freedom: counts minus parameters
    std::vector<double> fitted;
    std::vector<double> leverage;

    [[nodiscard]] double at(double time) const;
    /// Variance of the mean at `time`, for a dispersion of 1.
    [[nodiscard]] double variance_at(double time) const;
};

/// Maximum quasi-likelihood by iterated weighted least squares. Nothing if there are too few counts
/// (parameters + 1 are needed), all are 0, or the iteration does not converge (a trend starting
/// from 0). Preconditions: counts >= 0, weights > 0, equal lengths.
[[nodiscard]] std::optional<LogLinear> fit_log_linear(std::span<const double> times,
                                                      std::span<const double> counts,
                                                      std::span<const double> weights, bool trend);

} // namespace wardmap::statistics
