// SPDX-License-Identifier: MIT
// One category banded in many ways, to choose from.
#pragma once

#include <string>
#include <vector>

#include "bands/banding.h"
#include "project/category.h"

namespace wardmap {

struct CategoryResult;

struct BandChoice {
    project::BandSpec spec;
    std::string name;    // "natural, 5 bands" as asked for; "the project's own" where it is another
    bool own = false;    // as the project draws it
    std::string refused; // why these figures cannot be banded so; else empty
    bands::Banding banding; // without bands where refused
};

/// Schemes worth comparing for a measure: all but fixed breaks, for ranks those that only order.
[[nodiscard]] std::vector<project::Scheme> schemes_for(const project::Category& category);

/// Each scheme with each count, where it takes one, over the category's own figures; zero apart and
/// hinge are the category's. Counts that give the same round steps as the one before are left out.
/// The project's own bands come first unless they are one of these.
[[nodiscard]] std::vector<BandChoice> band_choices(const CategoryResult& category,
                                                   const std::vector<project::Scheme>& schemes,
                                                   const std::vector<int>& counts);

/// A spec for one scheme, with what the category's own says of zero, hinge and ranks.
[[nodiscard]] project::BandSpec spec_for(const project::Category& category, project::Scheme scheme,
                                         int count);

} // namespace wardmap
