// SPDX-License-Identifier: MIT
// Measures from figures per ward: rate, share, density, ...
#pragma once

#include <vector>

#include "base/finding.h"
#include "measures/unit.h"
#include "project/category.h"
#include "tables/cell.h"

namespace wardmap::measures {

/// One cell per ward in the order of `figures`. A suppressed figure stays an interval; without a
/// denominator (missing, zero or suppressed down to zero) a ward is not calculable; a missing
/// figure stays missing.
///   rate     figure / denominator * per
///   share    100 * figure / denominator; without denominators 100 * figure / sum of all figures
///   (only
///            where every figure is known, else the share is not calculable)
///   density  figure / (area_m2 / 1e6)
///   index    100 * figure / denominator
///   count, mean, rank: the figure
/// Preconditions: `denominators` is empty or as long as `figures`; `areas_m2` is as long as
/// `figures`.
[[nodiscard]] std::vector<Cell> measure(const project::Category& category,
                                        const std::vector<Cell>& figures,
                                        const std::vector<Cell>& denominators,
                                        const std::vector<double>& areas_m2);

/// Warnings about denominators: smaller than the count, or absent. `names` are the wards' names.
[[nodiscard]] Findings warnings(const project::Category& category, const std::vector<Cell>& figures,
                                const std::vector<Cell>& denominators,
                                const std::vector<std::string>& names);

/// "incidents per 1,000 residents", "% of residents", "incidents per km²", "average score".
[[nodiscard]] Unit unit_of(const project::Category& category, const std::string& denominator_unit);

/// Whether the figures of several wards may be added up.
[[nodiscard]] bool is_additive(const project::Category& category);

/// Default number of printed decimals for this measure.
[[nodiscard]] int default_decimals(const project::Category& category);

} // namespace wardmap::measures
