// SPDX-License-Identifier: MIT
#include "maps/labels/importance.h"

#include <algorithm>

#include "study/category_result.h"
#include "words/reading_counts.h"

namespace wardmap::maps {

std::vector<double> importance_of(const CategoryResult& category) {
    const auto& values = category.values;
    std::vector<double> sorted;
    for (const auto& value : values) {
        if (value.is_known()) sorted.push_back(value.value());
    }
    std::sort(sorted.begin(), sorted.end());
    std::vector<double> importance(values.size(), 0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].is_known()) {
            const auto below = std::lower_bound(sorted.begin(), sorted.end(), values[i].value());
            importance[i] =
                static_cast<double>(below - sorted.begin()) / static_cast<double>(sorted.size());
        }
        if (!category.hotspots) continue;
        const auto& ward = category.hotspots->wards[i];
        const auto evidence = words::outlined(ward);
        if (evidence != hotspots::Evidence::none) {
            importance[i] += evidence == hotspots::Evidence::firm ? 2 : 1;
        } else if (hotspots::is_higher(ward.reading.level) || ward.cluster > 0) {
            importance[i] += 1;
        }
    }
    return importance;
}

} // namespace wardmap::maps
