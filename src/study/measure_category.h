// SPDX-License-Identifier: MIT
// From a category's figures to its measure. Private to study/.
#pragma once

#include "study/study.h"

namespace wardmap {

/// Measure, unit, ranks and the whole area's value, once the figures and the study's denominators
/// stand.
void measure_category(CategoryResult& result, const Study& study);

} // namespace wardmap
