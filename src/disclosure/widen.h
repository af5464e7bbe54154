// SPDX-License-Identifier: MIT
// Withholds more figures, the least loss first. Private to disclosure/.
#pragma once

#include <functional>
#include <vector>

#include "disclosure/figure.h"

namespace wardmap::disclosure {

/// How many of the whole numbers that figures must be possible to be taken for are ruled out.
using Shortfall = std::function<double(const std::vector<Figure>&)>;

/// Widens figures until there is no shortfall: of those widened least often the smallest first, 0
/// last; one that does not lessen the shortfall is passed over for one that does. False where
/// nothing is left to widen.
bool widen_until_safe(std::vector<Figure>& figures, const Rule& rule, Why why,
                      const Shortfall& shortfall);

} // namespace wardmap::disclosure
