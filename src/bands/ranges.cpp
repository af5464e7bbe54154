// SPDX-License-Identifier: MIT
#include "bands/ranges.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "base/text.h"

namespace wardmap::bands {
namespace {

constexpr int most_decimals = 20;
constexpr double most_units = 9e15; // integers that a double represents exactly

/// A value in units of the last printed digit: whole, so that ends can be compared exactly.
std::optional<std::int64_t> units(double value, int decimals) {
    const double scaled = std::round(text::rounded(value, decimals) * std::pow(10, decimals));
    if (!(std::abs(scaled) < most_units)) return std::nullopt;
    return static_cast<std::int64_t>(scaled);
}

double value_of(std::int64_t in_units, int decimals) {
    return static_cast<double>(in_units) / std::pow(10, decimals);
}

/// The whole number with the most trailing zeros above `low` and up to `high`; of several, the one
/// nearest to `near`.
std::int64_t roundest(std::int64_t low, std::int64_t high, std::int64_t near) {
    for (std::int64_t step = 1'000'000'000'000'000; step > 1; step /= 10) {
        for (const std::int64_t part : {step, step / 2}) {
            const std::int64_t below =
                (near >= 0 ? near / part : -((-near + part - 1) / part)) * part;
            std::optional<std::int64_t> best;
            for (const std::int64_t candidate : {below, below + part}) {
                if (candidate <= low || candidate > high) continue;
                if (!best || std::abs(candidate - near) < std::abs(*best - near)) best = candidate;
            }
            if (best) return *best;
        }
    }
    return std::clamp(near, low + 1, high);
}

std::string range_text(std::int64_t low, std::int64_t high, int decimals) {
    std::string from = text::number(value_of(low, decimals), decimals);
    const std::string to = text::number(value_of(high, decimals), decimals);
    if (low == high) return from;
    return from + (low < 0 || high < 0 ? " to " : "–") + to;
}

/// Greatest printed member below each break, and least at or above it.
struct Gap {
    std::optional<std::int64_t> below;
    std::optional<std::int64_t> above;
};

std::vector<Gap> gaps_between(const std::vector<Members>& members, int decimals) {
    std::vector<Gap> gaps(members.size() - 1);
    for (std::size_t i = 0; i + 1 < members.size(); ++i) {
        for (std::size_t k = 0; k <= i; ++k) {
            if (members[k].most) gaps[i].below = units(*members[k].most, decimals);
        }
        for (std::size_t k = members.size(); k-- > i + 1;) {
            if (members[k].least) gaps[i].above = units(*members[k].least, decimals);
        }
    }
    return gaps;
}

std::optional<std::int64_t> place(const Cut& cut, const Gap& gap, int decimals) {
    auto at = units(cut.at, decimals);
    if (!at) return std::nullopt;
    if (cut.place == Place::above) ++*at;
    if (gap.below && gap.above) {
        if (*gap.below >= *gap.above) return std::nullopt;
        if (cut.place == Place::roundest) return roundest(*gap.below, *gap.above, *at);
    }
    // A cut that is not on the printed grid means the next printed value.
    if (value_of(*at, decimals) < cut.at && gap.below && *at <= *gap.below) ++*at;
    if (gap.below && *at <= *gap.below) return std::nullopt;
    if (gap.above && *at > *gap.above) return std::nullopt;
    return at;
}

std::optional<Ranges> try_decimals(double low, double high, const std::vector<Cut>& cuts,
                                   const std::vector<Members>& members, int decimals) {
    const auto first = units(low, decimals);
    const auto last = units(high, decimals);
    if (!first || !last) return std::nullopt;
    std::vector<std::int64_t> ends{*first};
    const auto gaps = gaps_between(members, decimals);
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        const auto at = place(cuts[i], gaps[i], decimals);
        if (!at || *at <= ends.back()) return std::nullopt;
        ends.push_back(*at);
    }
    if (*last < ends.back()) return std::nullopt;
    Ranges ranges;
    ranges.decimals = decimals;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const std::int64_t to = i + 1 < ends.size() ? ends[i + 1] - 1 : *last;
        ranges.ranges.push_back(range_text(ends[i], to, decimals));
        if (i > 0) ranges.breaks.push_back(value_of(ends[i], decimals));
    }
    return ranges;
}

} // namespace

std::optional<Ranges> print_ranges(double low, double high, const std::vector<Cut>& cuts,
                                   const std::vector<Members>& members, int least_decimals) {
    for (int decimals = least_decimals; decimals <= most_decimals; ++decimals) {
        auto ranges = try_decimals(low, high, cuts, members, decimals);
        if (ranges) return ranges;
    }
    return std::nullopt;
}

} // namespace wardmap::bands
