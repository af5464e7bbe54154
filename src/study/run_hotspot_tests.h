// SPDX-License-Identifier: MIT
// The tests behind every category: hotspots, and how stable its bands are.
#pragma once

#include "study/study.h"

namespace wardmap {

/// Fills in hotspots and stability of one category, and adds their findings. Precondition: its
/// bands stand.
void run_hotspot_test(const Study& study, CategoryResult& category, int threads);

/// The same for all of the study.
void run_hotspot_tests(Study& study, int threads);

} // namespace wardmap
