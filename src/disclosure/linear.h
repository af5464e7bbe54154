// SPDX-License-Identifier: MIT
// The minimum and maximum of a sum of unknown figures, given bounds on other sums.
#pragma once

#include <optional>
#include <vector>

#include "disclosure/figure.h"

namespace wardmap::disclosure {

/// Coefficients of unknowns, one for each.
using Sum = std::vector<double>;

/// low <= sum of coefficient times unknown <= high. Ends may be infinite.
struct Row {
    Sum coefficients;
    double low = 0;
    double high = 0;
};

/// The range of a sum over all unknowns of 0 or more that satisfy the rows, by the simplex method;
/// nothing if the rows contradict each other. Precondition: all have the same number of
/// coefficients.
[[nodiscard]] std::optional<Range> range_of(const Sum& sum, const std::vector<Row>& rows);

} // namespace wardmap::disclosure
