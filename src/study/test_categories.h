// SPDX-License-Identifier: MIT
// The tests behind every category: hotspots, and how stable its bands are.
#pragma once

#include "study/study.h"

namespace wardmap {

/// Fills in hotspots and stability of one category, and adds their findings. Precondition: its
/// bands stand.
void test_category(const Study& study, CategoryResult& category, int threads);

/// The same for all of the study.
void test_categories(Study& study, int threads);

} // namespace wardmap
