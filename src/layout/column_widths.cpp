// SPDX-License-Identifier: MIT
#include "layout/column_widths.h"

#include <algorithm>

namespace wardmap::layout {
namespace {

constexpr double most_air_mm = 12; // for each column, if there is space to spare

/// Columns that need no more than an equal share get what they need; the others share the rest.
std::vector<double> fair_widths(const std::vector<ColumnNeed>& needs, double width_mm) {
    std::vector<double> widths(needs.size(), 0);
    std::vector<bool> settled(needs.size(), false);
    double rest = width_mm;
    auto left = static_cast<double>(needs.size());
    for (bool changed = true; changed && left > 0;) {
        changed = false;
        const double share = rest / left;
        for (std::size_t i = 0; i < needs.size(); ++i) {
            if (settled[i] || needs[i].least_mm > share) continue;
            widths[i] = needs[i].least_mm;
            rest -= widths[i];
            left -= 1;
            settled[i] = changed = true;
        }
    }
    for (std::size_t i = 0; i < needs.size(); ++i) {
        if (!settled[i]) widths[i] = rest / left;
    }
    return widths;
}

} // namespace

std::vector<double> column_widths(const std::vector<ColumnNeed>& needs, double width_mm) {
    double least = 0;
    double most = 0;
    for (const auto& need : needs) {
        least += need.least_mm;
        most += need.most_mm;
    }
    if (least > width_mm) return fair_widths(needs, width_mm);
    std::vector<double> widths;
    for (const auto& need : needs) {
        if (most <= width_mm) {
            const double air = (width_mm - most) / static_cast<double>(needs.size());
            widths.push_back(need.most_mm + std::min(air, most_air_mm));
        } else {
            const double share = (need.most_mm - need.least_mm) / (most - least);
            widths.push_back(need.least_mm + share * (width_mm - least));
        }
    }
    return widths;
}

} // namespace wardmap::layout
