// SPDX-License-Identifier: MIT
#include "bands/spread.h"

#include <cmath>
#include <cstddef>

#include "bands/cuts.h"

namespace wardmap::bands {

WordedBreaks deviation_breaks(std::span<const double> sorted) {
    double mean = 0;
    double squares = 0; // of deviations (Welford 1962)
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const double off = sorted[i] - mean;
        mean += off / static_cast<double>(i + 1);
        squares += off * (sorted[i] - mean);
    }
    if (!(sorted.front() < sorted.back()) || !(squares > 0)) return {{}, {""}};
    const double s = std::sqrt(squares / static_cast<double>(sorted.size() - 1));
    return {{mean - 2 * s, mean - s, mean, mean + s, mean + 2 * s},
            {"over 2 s.d. below the mean", "1 to 2 s.d. below the mean",
             "up to 1 s.d. below the mean", "up to 1 s.d. above the mean",
             "1 to 2 s.d. above the mean", "over 2 s.d. above the mean"}};
}

WordedBreaks box_breaks(std::span<const double> sorted, double hinge) {
    const double q1 = quantile(sorted, 0.25);
    const double q3 = quantile(sorted, 0.75);
    const double reach = hinge * (q3 - q1);
    return {{q1 - reach, q1, quantile(sorted, 0.5), q3, q3 + reach},
            {"low outlier", "lowest quarter", "second quarter", "third quarter", "highest quarter",
             "high outlier"}};
}

WordedBreaks percentile_breaks(std::span<const double> sorted) {
    WordedBreaks worded{
        {}, {"lowest 1%", "1% to 10%", "10% to 50%", "50% to 90%", "90% to 99%", "highest 1%"}};
    for (const double p : {0.01, 0.1, 0.5, 0.9, 0.99}) {
        worded.breaks.push_back(quantile(sorted, p));
    }
    return worded;
}

} // namespace wardmap::bands
