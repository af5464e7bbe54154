// SPDX-License-Identifier: MIT
// What is said of a ward: three questions, never mixed, and one short label.
#pragma once

#include <cstddef>
#include <string>

namespace wardmap::hotspots {

/// What a test says of one ward.
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

/// Question 1, the ward's own figure against the area's rate, or why it is not answered. Of
/// changes: whether it has risen or fallen.
enum class Level {
    much_higher, // the 99.8% limits are above the rate
    higher,      // the 95% limits are
    similar,     // they hold it
    lower,
    much_lower,
    uncertain,  // withheld figures decide
    not_tested, // a measure without limits, or nothing to compare with
    no_figure,  // missing or not calculable
    risen,
    fallen,
    unchanged, // within what chance explains
};
inline constexpr std::size_t levels = 11;

/// Question 3, what the neighbours show without the ward itself. Of changes: whether the ward's is
/// more (high) or less (low) than the area's own.
enum class Around {
    not_tested, // too few wards, no neighbours, or the others are all alike
    neither,
    high,
    low,
    uncertain,
};

/// On which side of the area's rate a ward is; of wards that are not tested by themselves, of the
/// mean of all.
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

/// Above the area's rate, among neighbours that are high.
[[nodiscard]] constexpr bool is_in_cluster(const Reading& reading) {
    const bool within = reading.level == Level::similar || reading.level == Level::not_tested;
    const bool above = is_higher(reading.level) || (within && reading.side == Side::above);
    return above && reading.around == Around::high;
}

/// Not above it, among neighbours that are high.
[[nodiscard]] constexpr bool is_beside_high(const Reading& reading) {
    const bool within = reading.level == Level::similar || reading.level == Level::not_tested;
    const bool not_above = is_lower(reading.level) || (within && reading.side == Side::below);
    return not_above && reading.around == Around::high;
}

/// What labels name.
struct LabelWords {
    std::string compared_to; // "Maidstone"
    std::string areas;       // "wards"
};

/// "Higher, in a cluster of high wards".
[[nodiscard]] std::string words(const Reading& reading, const LabelWords& names);

/// Of question 1 alone: "Much higher than Maidstone", "Not tested by itself".
[[nodiscard]] std::string words(Level level, const LabelWords& names);

/// "much higher", "not tested"; for data.
[[nodiscard]] const std::string& name(Level level);

/// "high", "neither", "not tested"; for data.
[[nodiscard]] const std::string& name(Around around);

} // namespace wardmap::hotspots
