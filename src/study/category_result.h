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

/// The latest period of a series against the level implied by the ward's own history.
struct Alert {
    double count = 0;
    double expected = 0;
    double upper = 0; // upper limit: an alert above it, if there are enough events
    bool is_alert = false;
    bool with_season = false; // Farrington's method; else EARS C2
};

/// Concentration of events in wards, for known counts with known denominators.
struct Concentration {
    double gini = 0;      // of events over the denominator
    std::size_t top = 0;  // a tenth of the wards, at least one,
    double top_share = 0; // and the share of all events in as many with most events
};

/// Every vector has one entry per ward.
struct CategoryResult : BandedCategory {
    std::optional<hotspots::Hotspots> hotspots; // if requested by the project
    /// Stability of each ward's band and rank; if figures are counts over a denominator.
    std::vector<std::optional<bands::Stability>> stability;
    std::vector<hotspots::Series> series;     // per ward, if there are steps
    std::vector<std::optional<Alert>> alerts; // per ward, if there are at least 12 steps of counts
    std::optional<Concentration> concentration; // for rates, if no figure is suppressed or missing

    /// All results for one ward.
    struct Row {
        Cell figure;
        Cell value;
        std::optional<Standing> standing;
        std::optional<std::size_t> band;
        const hotspots::WardHotspot* reading = nullptr; // null if it was not tested
        std::optional<bands::Stability> stability;
        std::optional<measures::Change> change;
        const hotspots::Series* series = nullptr; // null if there are no steps
        disclosure::Why why = disclosure::Why::shown;
    };
    /// Precondition: `ward` is below the number of wards.
    [[nodiscard]] Row row(std::size_t ward) const;
};

} // namespace wardmap
