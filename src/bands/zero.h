// SPDX-License-Identifier: MIT
// A separate band for zero.
#pragma once

#include <span>
#include <string>

#include "bands/plan.h"

namespace wardmap::bands {

/// Adds a band for 0 alone to a plan for the sorted `others`, the figures that are not 0. No
/// adjacent band is left empty, unless its ends are the plan's own.
void set_zero_apart(Plan& plan, std::span<const double> others, const std::string& word);

} // namespace wardmap::bands
