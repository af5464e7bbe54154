// SPDX-License-Identifier: MIT
// Until the callers name statistics themselves: its permutation test under the former names.
#pragma once

#include "statistics/permutation.h"

namespace wardmap::hotspots {

using statistics::permutation_p;
using statistics::PermutationPlan;
using statistics::permutations_needed;

} // namespace wardmap::hotspots
