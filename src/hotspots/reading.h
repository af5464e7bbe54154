// SPDX-License-Identifier: MIT
// The reading of a ward: three separate questions and one short label.
#pragma once

#include <cstddef>
#include <string>

namespace wardmap::hotspots {

/// The verdict of a test on one ward.
enum class Verdict { none, high, low, uncertain };

/// Whether a verdict survives the correction for multiple testing.
enum class Evidence {
    none,
    tentative, // passes at the level, but not after correction for the number of tests
    firm,      // passes after correction
};

struct Tested {
    Verdict verdict = Verdict::none;
    Evidence evidence = Evidence::none;
    bool operator==(const Tested&) const = default;
};

/// Question 1: the ward's own figure against the area's rate, or why there is no answer. For
/// changes: whether it has risen or fallen.
enum class Level {
    much_higher, // the 99.8% limits are above the rate
    higher,      // the 95% limits are above the rate
    similar,     // the limits contain the rate
    lower,
    much_lower,
    uncertain,  // depends on suppressed figures
    not_tested, // a measure without limits, or nothing to compare with
    no_figure,  // missing or not calculable
    risen,
    fallen,
    unchanged, // no more change than chance explains
};
inline constexpr std::size_t levels = 11;

/// Question 3: whether the neighbours, without the ward itself, are high or low. For changes:
/// whether the ward's is more (high) or less (low) than the area's own.
enum class Around {
    not_tested, // too few wards, no neighbours, or all others are equal
    neither,
    high,
    low,
    uncertain,
};

/// The side of the area's rate on which a ward is; for wards not tested individually, the side of
/// the overall mean.
enum class Side { below, above, either };

struct Reading {
    Level level = Level::no_figure;
    Around around = Around::not_tested;
    Side side = Side::either;
    bool operator==(const Reading&) const = default;
};

[[nodiscard]] constexpr bool is_higher(Level level) {
    return level == Level::much_higher || level == Level::higher;
}

[[nodiscard]] constexpr bool is_lower(Level level) {
    return level == Level::much_lower || level == Level::lower;
}

/// Above the area's rate, with high neighbours.
[[nodiscard]] constexpr bool is_in_cluster(const Reading& reading) {
    const bool within = reading.level == Level::similar || reading.level == Level::not_tested;
    const bool above = is_higher(reading.level) || (within && reading.side == Side::above);
    return above && reading.around == Around::high;
}

/// Not above it, with high neighbours.
[[nodiscard]] constexpr bool is_next_to_high(const Reading& reading) {
    const bool within = reading.level == Level::similar || reading.level == Level::not_tested;
    const bool not_above = is_lower(reading.level) || (within && reading.side == Side::below);
    return not_above && reading.around == Around::high;
}

/// Nouns used in labels.
struct LabelWords {
    std::string compared_to; // "Maidstone"
    std::string areas;       // "wards"
};

/// "Higher, in a cluster of high wards".
[[nodiscard]] std::string words(const Reading& reading, const LabelWords& names);

/// For question 1 alone: "Much higher than Maidstone", "Not tested by itself".
[[nodiscard]] std::string words(Level level, const LabelWords& names);

/// "much higher", "not tested"; for data.
[[nodiscard]] const std::string& name(Level level);

/// "high", "neither", "not tested"; for data.
[[nodiscard]] const std::string& name(Around around);

} // namespace wardmap::hotspots
