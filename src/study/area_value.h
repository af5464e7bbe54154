// SPDX-License-Identifier: MIT
// The measure for the whole area, from sums and not from averages of averages.
#pragma once

#include <optional>
#include <vector>

#include "study/published.h"

namespace wardmap {

/// The sum of all wards' figures: what the table's own total for the area says if it has one that
/// agrees with its parts and tells no withheld figure, else the sum of what is published (an
/// interval where wards are suppressed); missing where a ward's figure is missing.
[[nodiscard]] Cell area_figure(const PublishedCategory& category);

/// What the tables' own totals state, as above; nothing if one has none, or the category is made of
/// others.
[[nodiscard]] std::optional<double> stated_total(const PublishedCategory& category);

/// The measure of the whole area: area figure over the sum of denominators (rate, share), over the
/// sum of areas (density), or itself (count). Missing for means, indices and ranks, and where the
/// figure or a denominator is missing. Precondition: as measures::measure.
[[nodiscard]] Cell area_value(const PublishedCategory& category,
                              const std::vector<Cell>& denominators,
                              const std::vector<double>& areas_m2);

} // namespace wardmap
