// SPDX-License-Identifier: MIT
#include "bands/fisher.h"

#include <algorithm>
#include <cstddef>
#include <limits>

#include "base/interrupt.h"

namespace wardmap::bands {
namespace {

/// Unique values with multiplicity, and prefix sums of the mean-centred values.
class Costs {
public:
    explicit Costs(std::span<const double> sorted) {
        double mean = 0;
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            mean += (sorted[i] - mean) / static_cast<double>(i + 1);
        }
        m_weight.push_back(0);
        m_sum.push_back(0);
        m_square.push_back(0);
        for (std::size_t i = 0; i < sorted.size();) {
            std::size_t j = i;
            while (j < sorted.size() && sorted[j] == sorted[i]) {
                ++j;
            }
            const double x = sorted[i] - mean;
            const auto n = static_cast<double>(j - i);
            m_values.push_back(sorted[i]);
            m_weight.push_back(m_weight.back() + n);
            m_sum.push_back(m_sum.back() + n * x);
            m_square.push_back(m_square.back() + n * x * x);
            i = j;
        }
    }

    [[nodiscard]] const std::vector<double>& values() const { return m_values; }

    /// Sum of squared deviations of the unique values in [first, last).
    [[nodiscard]] double between(std::size_t first, std::size_t last) const {
        const double n = m_weight[last] - m_weight[first];
        const double s = m_sum[last] - m_sum[first];
        return std::max(0.0, m_square[last] - m_square[first] - s * s / n);
    }

private:
    std::vector<double> m_values;
    std::vector<double> m_weight;
    std::vector<double> m_sum;
    std::vector<double> m_square;
};

/// One row of the dynamic programme: best[j] is the least cost of the first j values in q classes,
/// cut[j] the start of the last of these classes.
struct Row {
    std::vector<double> best;
    std::vector<std::size_t> cut;
};

/// Inclusive at both ends.
struct Range {
    std::size_t low = 0;
    std::size_t high = 0;
};

/// Fills row.best[j] for these ends j, knowing that the best cuts are among `cuts` and rise with j.
void fill(const Costs& costs, const std::vector<double>& before, Row& row, Range ends, Range cuts) {
    stop_if_interrupted();
    const std::size_t mid = ends.low + (ends.high - ends.low) / 2;
    double best = std::numeric_limits<double>::infinity();
    std::size_t best_cut = cuts.low;
    for (std::size_t cut = cuts.low; cut <= std::min(cuts.high, mid - 1); ++cut) {
        const double cost = before[cut] + costs.between(cut, mid);
        if (cost < best) { // the lowest of equal cuts is kept
            best = cost;
            best_cut = cut;
        }
    }
    row.best[mid] = best;
    row.cut[mid] = best_cut;
    if (mid > ends.low) fill(costs, before, row, {ends.low, mid - 1}, {cuts.low, best_cut});
    if (mid < ends.high) fill(costs, before, row, {mid + 1, ends.high}, {best_cut, cuts.high});
}

} // namespace

std::vector<double> fisher_breaks(std::span<const double> sorted, int count) {
    const Costs costs(sorted);
    const auto& values = costs.values();
    const std::size_t n = values.size();
    const std::size_t classes = std::min(n, static_cast<std::size_t>(count));
    std::vector<Row> rows(classes + 1);
    rows[1].best.assign(n + 1, 0);
    for (std::size_t j = 1; j <= n; ++j) {
        rows[1].best[j] = costs.between(0, j);
    }
    for (std::size_t q = 2; q <= classes; ++q) {
        rows[q].best.assign(n + 1, std::numeric_limits<double>::infinity());
        rows[q].cut.assign(n + 1, 0);
        fill(costs, rows[q - 1].best, rows[q], {q, n}, {q - 1, n - 1});
    }
    std::vector<double> breaks;
    std::size_t end = n;
    for (std::size_t q = classes; q > 1; --q) {
        end = rows[q].cut[end];
        breaks.push_back(values[end - 1] + (values[end] - values[end - 1]) / 2);
    }
    std::reverse(breaks.begin(), breaks.end());
    return breaks;
}

} // namespace wardmap::bands
