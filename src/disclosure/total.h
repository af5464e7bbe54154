// SPDX-License-Identifier: MIT
// Figures of all wards that a known total would give away.
#pragma once

#include <vector>

#include "disclosure/figure.h"

namespace wardmap::disclosure {

/// Withholds more wards until the total leaves every withheld one as many whole numbers as it has
/// to keep. A missing figure counts as nothing; a total under the rule's limit is no known total.
/// False where that cannot be had. Precondition: the true figures can make up the total.
bool protect_from_total(std::vector<Figure>& wards, double total, const Rule& rule);

} // namespace wardmap::disclosure
