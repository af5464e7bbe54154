// SPDX-License-Identifier: MIT
// Sixth stage: hotspots of every category, and the stability of its bands. Private to study/.
#pragma once

#include <optional>
#include <vector>

#include "study/category_result.h"
#include "study/surroundings/surroundings.h"
#include "wards/neighbours.h"

namespace wardmap {

struct WardSet;

/// Shared by the tests of all categories.
struct TestContext {
    const std::vector<DenominatorResult>& denominators;
    const WardSet& wards;
    const wards::Neighbours& neighbours;
    const std::optional<Fringe>& fringe;
    int threads = 0; // 0: as many as the machine has
};

/// Adds hotspots, series and stability to a category, and their findings.
[[nodiscard]] CategoryResult run_hotspot_test(const TestContext& context, BandedCategory category);

/// The same for all, in their order.
[[nodiscard]] std::vector<CategoryResult> run_hotspot_tests(const TestContext& context,
                                                            std::vector<BandedCategory> categories);

} // namespace wardmap
