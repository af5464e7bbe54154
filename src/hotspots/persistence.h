// SPDX-License-Identifier: MIT
// Hotspots through time.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "statistics/neighbours.h"
#include "tables/cell.h"

namespace wardmap::project {
struct HotspotSpec;
}

namespace wardmap::hotspots {

/// Mann-Kendall test of a trend (Mann 1945, Kendall 1975), corrected for ties.
struct Trend {
    double s = 0;   // pairs that rise minus pairs that fall
    double z = 0;   // with the correction for continuity; 0 if s is 0
    double tau = 0; // Kendall's tau-b; 0 if all are equal
    double p = 1;   // two-sided
};
[[nodiscard]] Trend mann_kendall(const std::vector<double>& series);

/// Patterns of emerging hot spot analysis (Esri), in the order in which they are tested.
enum class Pattern {
    none,
    fresh,        // "new": the last step is hot and no earlier one was
    consecutive,  // one unbroken run of two or more hot steps up to the last, under 90% of steps
    intensifying, // hot in at least 90% of steps, the last too, and rising
    persistent,   // hot in at least 90%, without a trend
    diminishing,  // hot in at least 90%, the last too, and falling
    sporadic,     // intermittent, the last one hot, under 90%, never cold
    oscillating,  // the last one hot, has been cold, under 90%
    historical,   // hot in at least 90%, but not the last
};

/// Minimum number of steps for a meaningful pattern.
inline constexpr std::size_t least_steps = 10;

struct Persistence {
    Pattern hot = Pattern::none;
    Pattern cold = Pattern::none; // the same for low
    std::size_t hot_steps = 0;
    std::size_t cold_steps = 0;
    Trend trend; // of the z scores
};

/// `z` holds the local G of one ward in each step, oldest first; `hot` and `cold`: the steps in
/// which it passed its test (corrected). Precondition: equal lengths.
[[nodiscard]] Persistence persistence(const std::vector<double>& z, const std::vector<bool>& hot,
                                      const std::vector<bool>& cold, double level);

/// One ward through the steps of a series.
struct Series {
    std::size_t steps = 0;   // in which it could be tested
    Persistence corrected;   // hot and cold if the corrected test passes
    Persistence uncorrected; // hot and cold if the uncorrected test passes
};

/// One step: the measure and the figures of every ward.
struct StepCells {
    std::vector<Cell> values;
    std::vector<Cell> figures;
};

/// Shared by all steps. `spec.of` selects the figures used to test neighbourhoods; smoothed rates
/// need the denominators. The last `around` wards are outside the area and have no series.
struct SeriesRequest {
    const std::vector<Cell>& denominators;
    const statistics::Neighbours& neighbours;
    const project::HotspotSpec& spec;
    int threads = 0;
    std::size_t around = 0;
};

/// Steps are oldest first. Those in which a ward's neighbours could not be tested (no figure, no
/// neighbours) are omitted from its series.
[[nodiscard]] std::vector<Series> read_series(const std::vector<StepCells>& steps,
                                              const SeriesRequest& request);

/// "new", "persistent", ...; "no pattern".
[[nodiscard]] const std::string& words(Pattern pattern);

} // namespace wardmap::hotspots
