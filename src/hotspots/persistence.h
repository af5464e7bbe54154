// SPDX-License-Identifier: MIT
// Hotspots through time: which come, stay and go.
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

/// Mann-Kendall test of a trend (Mann 1945, Kendall 1975), ties corrected.
struct Trend {
    double s = 0;   // pairs that rise minus pairs that fall
    double z = 0;   // with the correction for continuity; 0 if s is 0
    double tau = 0; // Kendall's tau-b; 0 if all are equal
    double p = 1;   // two-sided
};
[[nodiscard]] Trend mann_kendall(const std::vector<double>& series);

/// Patterns of emerging hot spot analysis (Esri), in the order in which they are tried.
enum class Pattern {
    none,
    fresh,        // "new": the last step is hot and no earlier one was
    consecutive,  // one unbroken run of two or more hot steps up to the last, under 90% of steps
    intensifying, // hot in at least 90% of steps, the last too, and rising
    persistent,   // hot in at least 90%, without a trend
    diminishing,  // hot in at least 90%, the last too, and falling
    sporadic,     // on and off, the last one hot, under 90%, never cold
    oscillating,  // the last one hot, has been cold, under 90%
    historical,   // hot in at least 90%, but not the last
};

/// Steps below which a pattern says little.
inline constexpr std::size_t least_steps = 10;

struct Persistence {
    Pattern hot = Pattern::none;
    Pattern cold = Pattern::none; // the same for low
    std::size_t hot_steps = 0;
    std::size_t cold_steps = 0;
    Trend trend; // of the z scores
};

/// `z` holds the local G of one ward in each step, oldest first; `hot` and `cold` say in which of
/// them it passed its test (corrected). Precondition: the three are equally long.
[[nodiscard]] Persistence persistence(const std::vector<double>& z, const std::vector<bool>& hot,
                                      const std::vector<bool>& cold, double level);

/// One ward through the steps of a series.
struct Series {
    std::size_t steps = 0;   // in which it could be tested
    Persistence corrected;   // hot and cold where the corrected test passes
    Persistence uncorrected; // where the plain test does
};

/// One step: the measure and the figures of every ward.
struct StepCells {
    std::vector<Cell> values;
    std::vector<Cell> figures;
};

/// What the steps share. `spec.of` says which figures neighbourhoods are tested on; smoothed rates
/// need the denominators. The last `around` wards are around the area and have no series.
struct SeriesRequest {
    const std::vector<Cell>& denominators;
    const statistics::Neighbours& neighbours;
    const project::HotspotSpec& spec;
    int threads = 0;
    std::size_t around = 0;
};

/// Steps oldest first. Those in which a ward's neighbours could not be tested (no figure, no
/// neighbours) are left out of its series.
[[nodiscard]] std::vector<Series> read_series(const std::vector<StepCells>& steps,
                                              const SeriesRequest& request);

/// "new", "persistent", ...; "no pattern".
[[nodiscard]] const std::string& words(Pattern pattern);

} // namespace wardmap::hotspots
