// SPDX-License-Identifier: MIT
// Getis-Ord Gi*: is a ward, together with its neighbours, high or low among all wards?
#pragma once

#include <optional>
#include <vector>

#include "hotspots/field.h"

namespace wardmap::hotspots {

/// Gi* of each member with binary weights, itself included, as a z score (Ord & Getis 1995,
/// Geographical Analysis 27(4), formula 6; population variance). Row-standardised weights give the
/// same. Without a value: a member without neighbours, one that borders on all others, and every
/// member where all values are equal.
[[nodiscard]] std::vector<std::optional<double>> gi_star(const std::vector<double>& values,
                                                         const Neighbours& neighbours);

/// Gi* where some figures are intervals.
struct GiStar {
    double z = 0; // suppressed figures at the middle of their intervals
    double low = 0;
    double high =
        0; // over the corners: withheld figures near the ward and those elsewhere, each
           // all at their low or all at their high ends; equal to z where none is withheld
};

/// As gi_star, for each member of a field. Cost: O(members + links).
[[nodiscard]] std::vector<std::optional<GiStar>> gi_star(const Field& field);

/// 2 (1 - Phi(|z|)).
[[nodiscard]] double two_sided_p(double z);

} // namespace wardmap::hotspots
