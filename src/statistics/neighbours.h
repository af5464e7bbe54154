// SPDX-License-Identifier: MIT
// Who borders on whom.
#pragma once

#include <cstddef>
#include <vector>

namespace wardmap::statistics {

/// For each ward, the indices of its neighbours, rising, without itself; symmetric unless k nearest
/// are used.
using Neighbours = std::vector<std::vector<std::size_t>>;

} // namespace wardmap::statistics
