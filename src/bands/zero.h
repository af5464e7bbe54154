// SPDX-License-Identifier: MIT
// Zero in a band of its own.
#pragma once

#include <span>
#include <string>

#include "bands/plan.h"

namespace wardmap::bands {

/// Puts a band that holds 0 and nothing else into a plan for the sorted `others`, the figures that
/// are not 0. Beside it no band is left empty, unless its ends are the plan's own.
void set_zero_apart(Plan& plan, std::span<const double> others, const std::string& word);

} // namespace wardmap::bands
