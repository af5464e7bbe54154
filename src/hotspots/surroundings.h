// SPDX-License-Identifier: MIT
// Question 3: are a ward's neighbours high or low, the ward itself excluded?
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "project/hotspot_spec.h"
#include "statistics/intervals.h"

namespace wardmap::hotspots {

struct Field;

/// Ends differ if figures are suppressed: they hold for every combination of them.
struct Surroundings {
    double z = 0;               // local G without the ward, suppressed figures at the midpoint
    statistics::Interval upper; // p that the neighbours are high by chance, two-sided
    statistics::Interval lower; // p that they are low by chance, two-sided
    /// The smaller of the two.
    [[nodiscard]] statistics::Interval p() const;
};

/// How p values are computed.
struct SurroundingsPlan {
    project::HotspotSpec::Method method = project::HotspotSpec::Method::permutation;
    std::size_t permutations = 9999;
    std::uint64_t seed = 1;
    int threads = 0;
};

/// For each member of the field; nothing for one without neighbours, one that borders on all
/// others, or if all others are equal. Null hypothesis of the permutation: the ward's neighbours
/// are a random sample of the other wards.
[[nodiscard]] std::vector<std::optional<Surroundings>>
test_surroundings(const Field& field, const SurroundingsPlan& plan);

} // namespace wardmap::hotspots
