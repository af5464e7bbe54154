// SPDX-License-Identifier: MIT
#include "disclosure/figure.h"

#include <algorithm>
#include <cmath>

namespace wardmap::disclosure {
namespace {

/// Halves up.
double nearest_multiple(double value, double step) {
    return step * std::floor(value / step + 0.5);
}

} // namespace

Rule strictest(const Rule& a, const Rule& b) {
    return {std::max(a.below, b.below), std::max(a.round_to, b.round_to)};
}

Range shown_alike(double count, const Rule& rule) {
    if (rule.below > 0 && count == 0) return {0, 0};
    if (count > 0 && count < rule.below) {
        // A figure split by a lookup need not be whole.
        const bool is_whole = std::floor(count) == count;
        return is_whole ? Range{1, rule.below - 1} : Range{0, rule.below};
    }
    if (rule.round_to <= 0) return {count, count};
    const double at = nearest_multiple(count, rule.round_to);
    const double low = std::max(0.0, std::ceil(at - rule.round_to / 2));
    const double high = std::ceil(at + rule.round_to / 2) - 1;
    return {std::max(low, rule.below), std::max(high, count)};
}

Cell show(const Range& range, const Rule& rule) {
    const bool is_small = range.low > 0 && range.low < rule.below;
    if (is_small) return Cell::suppressed(range.low, range.high);
    if (range.is_point() && rule.round_to <= 0) return Cell::known(range.low);
    if (rule.round_to > 0 && range == shown_alike(range.low, rule)) {
        const double at = nearest_multiple(range.low, rule.round_to);
        const bool is_none = range.is_point() && range.low == 0;
        if (is_none || at > 0) return Cell::known(at);
    }
    return Cell::suppressed(range.low, range.high);
}

Cell show(const Cell& truth, const Rule& rule) {
    if (!truth.is_known()) return truth;
    return show(shown_alike(truth.value(), rule), rule);
}

} // namespace wardmap::disclosure
