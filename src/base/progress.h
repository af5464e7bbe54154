// SPDX-License-Identifier: MIT
// How a long step says how far it is. The library calls; the command line draws.
#pragma once

#include <functional>
#include <string_view>

namespace wardmap {

/// Called with a share done that rises from 0 to exactly 1, and the name of the step.
/// May be empty: ask before calling, or use `report`.
using Progress = std::function<void(double share_done, std::string_view step)>;

inline void report(const Progress& progress, double share_done, std::string_view step) {
    if (progress) progress(share_done, step);
}

} // namespace wardmap
