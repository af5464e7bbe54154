// SPDX-License-Identifier: MIT
// Neighbour lists of wards.
#pragma once

#include <cstddef>
#include <vector>

namespace wardmap::statistics {

/// For each ward, the ascending indices of its neighbours, without itself; symmetric unless k
/// nearest are used.
using Neighbours = std::vector<std::vector<std::size_t>>;

} // namespace wardmap::statistics
