// SPDX-License-Identifier: MIT
#include "disclosure/total.h"

#include <algorithm>
#include <cmath>

#include "disclosure/widen.h"

namespace wardmap::disclosure {
namespace {

double shortfall(const std::vector<Figure>& wards, double total) {
    double low = 0;
    double high = 0;
    for (const auto& ward : wards) {
        if (!std::isfinite(ward.high)) continue;
        low += ward.low;
        high += ward.high;
    }
    double missing = 0;
    for (const auto& ward : wards) {
        if (!ward.shown.is_suppressed()) continue;
        const double least = std::max(ward.low, total - (high - ward.high));
        const double most = std::min(ward.high, total - (low - ward.low));
        missing += std::max(0.0, ward.keeps - whole_numbers(least, most));
    }
    return missing;
}

} // namespace

bool protect_from_total(std::vector<Figure>& wards, double total, const Rule& rule) {
    if (total < rule.below) return true;
    return widen_until_safe(wards, rule, Why::total, [total](const std::vector<Figure>& figures) {
        return shortfall(figures, total);
    });
}

} // namespace wardmap::disclosure
