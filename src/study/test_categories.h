// SPDX-License-Identifier: MIT
// The tests behind every category: hotspots, and how stable its bands are.
#pragma once

#include "study/study.h"

namespace wardmap {

/// Fills in hotspots and stability, and adds their findings. Precondition: bands stand.
void test_categories(Study& study, int threads);

} // namespace wardmap
