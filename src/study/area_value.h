// SPDX-License-Identifier: MIT
// The measure for the whole area, from sums, not averages of averages.
#pragma once

#include <optional>
#include <vector>

#include "study/published.h"

namespace wardmap {

/// The sum of all wards' figures: the table's own total for the area if it agrees with its parts
/// and discloses no suppressed figure, else the sum of the published figures (an interval if wards
/// are suppressed); missing if a ward's figure is missing.
[[nodiscard]] Cell area_figure(const PublishedCategory& category);

/// The sum of the tables' own totals, as above; nothing if one has none, or the category is
/// derived.
[[nodiscard]] std::optional<double> stated_total(const PublishedCategory& category);

/// The measure of the whole area: area figure over the sum of denominators (rate, share), over the
/// sum of areas (density), or itself (count). Missing for means, indices and ranks, and if the
/// figure or a denominator is missing. Precondition: as measures::measure.
[[nodiscard]] Cell area_value(const PublishedCategory& category,
                              const std::vector<Cell>& denominators,
                              const std::vector<double>& areas_m2);

} // namespace wardmap
