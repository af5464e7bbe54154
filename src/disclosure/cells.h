// SPDX-License-Identifier: MIT
// Which counts are shown alike, so that none of them discloses anything. Private to disclosure/.
#pragma once

#include <functional>
#include <vector>

#include "disclosure/figure.h"

namespace wardmap::disclosure {

/// Joins `unsafe` ranges that overlap, and widens each at both ends, within the domain, until it is
/// safe to reveal that a count is in it; ranges that meet are joined. The result does not depend on
/// the true count. `alike`: counts that are shown alike anyway; a range never divides them.
/// Precondition: the whole domain is safe.
[[nodiscard]] std::vector<Range> safe_cells(std::vector<Range> unsafe, const Range& domain,
                                            const std::function<Range(double)>& alike,
                                            const std::function<bool(const Range&)>& is_safe);

} // namespace wardmap::disclosure
