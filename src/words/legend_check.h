// SPDX-License-Identifier: MIT
// The legend guarantee: its printed ranges assign every printed figure to its own band.
#pragma once

#include <string>
#include <vector>

#include "bands/banding.h"
#include "tables/cell.h"

namespace wardmap {
struct CategoryResult;
}

namespace wardmap::words {

/// The two ends of a printed range, read back from its text. Throws std::invalid_argument.
struct PrintedRange {
    double low = 0;
    double high = 0;
};

[[nodiscard]] PrintedRange parse_range(const std::string& range);

/// Reads every printed range back and applies it to every printed figure. Throws InputError if a
/// ward would belong to another band than the one it is drawn in, or to none.
void check_legend(const CategoryResult& category);
/// The same for values in other bands than the category's own; `id` is for the message.
void check_legend(const std::vector<Cell>& values, const bands::Banding& banding,
                  const std::string& id);

} // namespace wardmap::words
