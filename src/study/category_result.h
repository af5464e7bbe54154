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

/// The latest period of a series against what the ward's own past implies.
struct Alert {
    double count = 0;
    double expected = 0;
    double upper = 0; // above it there is an alert, if there are enough events
    bool is_alert = false;
    bool with_season = false; // Farrington's method; else EARS C2
};

/// How unevenly events are spread over wards; of known counts with known denominators.
struct Concentration {
    double gini = 0;      // of events over the denominator
    std::size_t top = 0;  // a tenth of the wards, at least one,
    double top_share = 0; // and the share of all events in as many with most events
};

/// Every vector has one entry per ward.
struct CategoryResult : BandedCategory {
    std::optional<hotspots::Hotspots> hotspots; // where the project wants them
    /// How stable each ward's band and rank are; where figures are counts over a denominator.
    std::vector<std::optional<bands::Stability>> stability;
    std::vector<hotspots::Series> series;     // per ward, if there are steps
    std::vector<std::optional<Alert>> alerts; // per ward, if there are at least 12 steps of counts
    std::optional<Concentration> concentration; // of rates, if no figure is withheld or missing

    /// All that is known of one ward, whatever the storage.
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
