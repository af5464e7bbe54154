// SPDX-License-Identifier: MIT
// Own level and neighbourhood, read together: what a ward may be called.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace wardmap::hotspots {

/// What one test says of one ward at the chosen level.
enum class Verdict { none, high, low, uncertain };

/// How far a verdict can be trusted among so many tests.
enum class Evidence {
    none,
    tentative, // passes at the level, but not once corrected for the number of tests
    firm,      // passes after the correction too
};

struct Tested {
    Verdict verdict = Verdict::none;
    Evidence evidence = Evidence::none;
    bool operator==(const Tested&) const = default;
};

/// The reading of a ward. "High" and "low" are about the measure that is mapped.
enum class Reading {
    none,            // no evidence
    high,            // high itself
    high_in_cluster, // high itself, and in a high cluster
    in_high_cluster, // high cluster, above the mean; the ward itself cannot be tested
    beside_high,     // beside high wards; not high itself
    low,
    low_in_cluster,
    in_low_cluster,
    beside_low,
    uncertain,  // withheld figures decide it
    untestable, // no figure, no neighbours and no denominator, too few wards, or all alike
    // Of changes:
    risen,
    fallen,
    unchanged, // no evidence of change
};

inline constexpr std::size_t readings = 14;

/// Joins the two. `own` is empty where there is no denominator to test a ward by, `around` where
/// there are no neighbours to test; `above_mean` says on which side of the mean the ward's own
/// value lies. The evidence is that of the own level where the reading tells
/// of it, else that of the neighbourhood.
struct CombinedReading {
    Reading reading = Reading::untestable;
    Evidence evidence = Evidence::none;
    bool operator==(const CombinedReading&) const = default;
};
[[nodiscard]] CombinedReading read_together(const std::optional<Tested>& own,
                                            const std::optional<Tested>& around, bool above_mean);

/// "beside high wards only"; `areas` is what areas are called, in the plural.
[[nodiscard]] std::string words(Reading reading, const std::string& areas);

/// "high-in-cluster"; for data and style sheets.
[[nodiscard]] const std::string& name(Reading reading);

/// The area itself is high, or is in a high cluster.
[[nodiscard]] constexpr bool is_high(Reading r) {
    return r == Reading::high || r == Reading::high_in_cluster || r == Reading::in_high_cluster;
}

[[nodiscard]] constexpr bool is_low(Reading r) {
    return r == Reading::low || r == Reading::low_in_cluster || r == Reading::in_low_cluster;
}

} // namespace wardmap::hotspots
