// SPDX-License-Identifier: MIT
#include "study/category_result.h"

namespace wardmap {
namespace {

/// Nothing beyond the end: vectors that do not apply to a category are empty.
template <typename T>
T at_or(const std::vector<T>& all, std::size_t ward) {
    return ward < all.size() ? all[ward] : T();
}

} // namespace

CategoryResult::Row CategoryResult::row(std::size_t ward) const {
    Row row;
    row.figure = figures[ward];
    row.value = values[ward];
    row.standing = at_or(standings, ward);
    row.band = at_or(banding.band_of, ward);
    if (hotspots && ward < hotspots->wards.size()) row.reading = &hotspots->wards[ward];
    row.stability = at_or(stability, ward);
    row.change = at_or(changes, ward);
    if (ward < series.size()) row.series = &series[ward];
    row.why = at_or(disclosure.why, ward);
    return row;
}

} // namespace wardmap
