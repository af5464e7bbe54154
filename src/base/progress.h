// SPDX-License-Identifier: MIT
// Progress of a long step: reported by the library, drawn by the command line.
#pragma once

#include <functional>
#include <string_view>

namespace wardmap {

/// Called with the share done, which rises from 0 to exactly 1, and the name of the step. May be
/// empty; prefer `report`, which checks.
using Progress = std::function<void(double share_done, std::string_view step)>;

inline void report(const Progress& progress, double share_done, std::string_view step) {
    if (progress) progress(share_done, step);
}

} // namespace wardmap
