// SPDX-License-Identifier: MIT
// Alternative bands of one category.
#pragma once

#include <string>
#include <vector>

#include "bands/banding.h"
#include "project/category.h"

namespace wardmap {

struct CategoryResult;

struct BandChoice {
    project::BandSpec spec;
    std::string name;       // "natural, 5 bands" as requested; "the project's own" if different
    bool own = false;       // as in the project
    std::string refused;    // why these figures cannot be banded in this way; else empty
    bands::Banding banding; // without bands if refused
};

/// Schemes worth comparing for a measure: all but fixed breaks; for ranks only those by order.
[[nodiscard]] std::vector<project::Scheme> schemes_for(const project::Category& category);

/// Each scheme with each count, if it takes one, over the category's own figures; `zero` and hinge
/// are the category's. Counts that give the same round steps as the previous one are omitted. The
/// project's own bands come first unless they are one of these.
[[nodiscard]] std::vector<BandChoice> band_choices(const CategoryResult& category,
                                                   const std::vector<project::Scheme>& schemes,
                                                   const std::vector<int>& counts);

/// A spec for one scheme, with the category's own zero, hinge and rank settings.
[[nodiscard]] project::BandSpec spec_for(const project::Category& category, project::Scheme scheme,
                                         int count);

} // namespace wardmap
