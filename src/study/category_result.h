// SPDX-License-Identifier: MIT
// One category, from the table to the verdicts.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "bands/stability.h"
#include "hotspots/hotspots.h"
#include "hotspots/persistence.h"
#include "study/banded.h"

namespace wardmap {

/// Every vector has one entry per ward.
struct CategoryResult : BandedCategory {
    std::optional<hotspots::Hotspots> hotspots; // where the project wants them
    /// How stable each ward's band and rank are; where figures are counts over a denominator.
    std::vector<std::optional<bands::Stability>> stability;
    std::vector<hotspots::Series> series; // per ward, where there are steps

    /// All that is known of one ward, whatever the storage.
    struct Row {
        Cell figure;
        Cell value;
        std::optional<Standing> standing;
        std::optional<std::size_t> band;
        const hotspots::WardHotspot* reading = nullptr; // null where it was not tested
        std::optional<bands::Stability> stability;
        std::optional<measures::Change> change;
        const hotspots::Series* series = nullptr; // null where there are no steps
        disclosure::Why why = disclosure::Why::shown;
    };
    /// Precondition: `ward` is below the number of wards.
    [[nodiscard]] Row row(std::size_t ward) const;
};

} // namespace wardmap
