// SPDX-License-Identifier: MIT
// Which counts are shown alike, so that none of them gives anything away. Private to disclosure/.
#pragma once

#include <functional>
#include <vector>

#include "disclosure/figure.h"

namespace wardmap::disclosure {

/// Joins `unsafe` ranges that overlap, and widens each at both ends, within the domain, until it is
/// safe to say that a count is in it; ranges that meet on the way are joined. The result depends on
/// no particular count: it is the same for all that may be the true one. `alike`: what is shown
/// alike anyway; a range never cuts through it. Precondition: the whole domain is safe.
[[nodiscard]] std::vector<Range> safe_cells(std::vector<Range> unsafe, const Range& domain,
                                            const std::function<Range(double)>& alike,
                                            const std::function<bool(const Range&)>& is_safe);

} // namespace wardmap::disclosure
