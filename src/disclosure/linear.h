// SPDX-License-Identifier: MIT
// The least and the most that a sum of unknown figures can be, given what is known of other sums.
#pragma once

#include <optional>
#include <vector>

namespace wardmap::disclosure {

/// low <= sum of coefficient times unknown <= high. Ends may be infinite.
struct Row {
    std::vector<double> coefficients; // one per unknown
    double low = 0;
    double high = 0;
};

struct Range {
    double low = 0;
    double high = 0; // may be infinite
};

/// The range of a sum over all unknowns of 0 or more that satisfy the rows, by the simplex method;
/// nothing where the rows contradict each other. Precondition: all have equally many coefficients.
[[nodiscard]] std::optional<Range> range_of(const std::vector<double>& sum,
                                            const std::vector<Row>& rows);

} // namespace wardmap::disclosure
