// SPDX-License-Identifier: MIT
#include "bands/fit.h"

#include <cmath>

namespace wardmap::bands {
namespace {

struct Mean {
    double sum = 0;
    std::size_t n = 0;

    void add(double value) {
        sum += value;
        ++n;
    }
    [[nodiscard]] double value() const { return n > 0 ? sum / static_cast<double>(n) : 0; }
};

} // namespace

Fit fit_of(const std::vector<Cell>& cells, const std::vector<std::optional<std::size_t>>& band_of,
           std::size_t bands) {
    Mean all;
    std::vector<Mean> means(bands);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].is_known()) continue;
        all.add(cells[i].value());
        means[*band_of[i]].add(cells[i].value());
    }
    double squares = 0;
    double squares_within = 0;
    double absolute = 0;
    double absolute_within = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!cells[i].is_known()) continue;
        const double total = cells[i].value() - all.value();
        const double within = cells[i].value() - means[*band_of[i]].value();
        squares += total * total;
        squares_within += within * within;
        absolute += std::abs(total);
        absolute_within += std::abs(within);
    }
    return {squares > 0 ? 1 - squares_within / squares : 1,
            absolute > 0 ? 1 - absolute_within / absolute : 1};
}

} // namespace wardmap::bands
