// SPDX-License-Identifier: MIT
// Work on several cores, with results that do not depend on their number.
#pragma once

#include <cstddef>
#include <functional>

namespace wardmap {

/// Calls `work(i)` for each i below n, on up to `threads` threads (0: as many as the machine has).
/// Each call must write only what belongs to its own i, so that the result is the same for any
/// number of threads. The first exception from a call is rethrown here; an interrupt
/// (base/interrupt.h) ends it between calls.
void parallel_for(std::size_t n, int threads, const std::function<void(std::size_t)>& work);

} // namespace wardmap
