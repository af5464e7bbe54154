// SPDX-License-Identifier: MIT
#include "disclosure/cells.h"

#include <algorithm>
#include <cmath>

namespace wardmap::disclosure {
namespace {

/// In order; ranges that share a count are joined.
std::vector<Range> joined(std::vector<Range> ranges, const std::function<Range(double)>& alike) {
    for (auto& range : ranges) {
        range.low = alike(range.low).low;
        if (std::isfinite(range.high)) range.high = alike(range.high).high;
    }
    std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) {
        return a.low != b.low ? a.low < b.low : a.high < b.high;
    });
    std::vector<Range> result;
    for (const auto& range : ranges) {
        if (!result.empty() && range.low <= result.back().high) {
            result.back().high = std::max(result.back().high, range.high);
        } else {
            result.push_back(range);
        }
    }
    return result;
}

} // namespace

std::vector<Range> safe_cells(std::vector<Range> unsafe, const Range& domain,
                              const std::function<Range(double)>& alike,
                              const std::function<bool(const Range&)>& is_safe) {
    auto cells = joined(std::move(unsafe), alike);
    for (double by = 1;; by *= 2) {
        bool all = true;
        for (auto& cell : cells) {
            const bool is_whole = cell.low <= domain.low && cell.high >= domain.high;
            if (is_whole || is_safe(cell)) continue;
            cell = {std::max(domain.low, cell.low - by), std::min(domain.high, cell.high + by)};
            all = false;
        }
        if (all) return cells;
        cells = joined(std::move(cells), alike);
    }
}

} // namespace wardmap::disclosure
