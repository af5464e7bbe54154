// SPDX-License-Identifier: MIT
#include "hotspots/reading.h"

#include <array>

#include <fmt/format.h>

namespace wardmap::hotspots {
namespace {

CombinedReading of_neighbourhood(const Tested& around, bool above_mean) {
    switch (around.verdict) {
    case Verdict::high:
        return {above_mean ? Reading::in_high_cluster : Reading::beside_high, around.evidence};
    case Verdict::low:
        return {above_mean ? Reading::beside_low : Reading::in_low_cluster, around.evidence};
    case Verdict::uncertain:
        return {Reading::uncertain, Evidence::none};
    case Verdict::none:
        return {Reading::none, Evidence::none};
    }
    return {};
}

CombinedReading of_own(const Tested& own) {
    switch (own.verdict) {
    case Verdict::high:
        return {Reading::high, own.evidence};
    case Verdict::low:
        return {Reading::low, own.evidence};
    case Verdict::uncertain:
        return {Reading::uncertain, Evidence::none};
    case Verdict::none:
        return {Reading::none, Evidence::none};
    }
    return {};
}

} // namespace

CombinedReading read_together(const std::optional<Tested>& own, const std::optional<Tested>& around,
                              bool above_mean) {
    if (!own && !around) return {Reading::untestable, Evidence::none};
    if (!own) return of_neighbourhood(*around, above_mean);
    if (!around) return of_own(*own);
    const bool same = own->verdict == around->verdict;
    if (same && (own->verdict == Verdict::high || own->verdict == Verdict::low)) {
        return {own->verdict == Verdict::high ? Reading::high_in_cluster : Reading::low_in_cluster,
                own->evidence};
    }
    // A ward's own level, where there is one, is what it is called after.
    if (own->verdict == Verdict::high || own->verdict == Verdict::low) return of_own(*own);
    if (own->verdict == Verdict::uncertain || around->verdict == Verdict::uncertain) {
        return {Reading::uncertain, Evidence::none};
    }
    if (around->verdict == Verdict::high) return {Reading::beside_high, around->evidence};
    if (around->verdict == Verdict::low) return {Reading::beside_low, around->evidence};
    return {Reading::none, Evidence::none};
}

std::string words(Reading reading, const std::string& areas) {
    static const std::array<std::string, readings> texts = {
        "no evidence of high or low",
        "high in its own right",
        "high in its own right and in a high cluster",
        "in a high cluster",
        "next to high {} only",
        "low in its own right",
        "low in its own right and in a low cluster",
        "in a low cluster",
        "next to low {} only",
        "uncertain: depends on withheld figures",
        "not testable",
        "risen",
        "fallen",
        "no evidence of change"};
    return fmt::format(fmt::runtime(texts.at(static_cast<std::size_t>(reading))), areas);
}

const std::string& name(Reading reading) {
    static const std::array<std::string, readings> texts = {
        "none",         "high",           "high-in-cluster", "in-high-cluster", "beside-high",
        "low",          "low-in-cluster", "in-low-cluster",  "beside-low",      "uncertain",
        "not-testable", "risen",          "fallen",          "unchanged"};
    return texts.at(static_cast<std::size_t>(reading));
}

} // namespace wardmap::hotspots
