// SPDX-License-Identifier: MIT
#include "words/ward_sentence.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/reading.h"
#include "words/ward_figures.h"

namespace wardmap::words {
namespace {

using hotspots::Evidence;
using hotspots::Verdict;
using project::MeasureKind;

std::string times(double ratio) {
    constexpr double small = 0.095;
    return text::number(ratio, ratio < small ? 2 : 1);
}

std::string own_clause(const Study& study, const hotspots::OwnLevel& own) {
    const std::string area = study.project.area.empty() ? "overall" : study.project.area;
    const std::string expected = fmt::format("the count expected at the {} rate", area);
    const auto low = times(own.ratio_low);
    const auto high = times(own.ratio_high);
    if (low != high) return fmt::format("{} to {} times {}", low, high, expected);
    if (low == "1.0") return "about " + expected;
    return fmt::format("{} times {}", low, expected);
}

std::string around_clause(const hotspots::WardHotspot& ward) {
    if (!ward.neighbourhood_test) return "its neighbourhood cannot be tested";
    switch (ward.neighbourhood_test->verdict) {
    case Verdict::high:
        return "it and its neighbours together are high";
    case Verdict::low:
        return "it and its neighbours together are low";
    case Verdict::uncertain:
        return "withheld figures decide whether its neighbourhood is unusual";
    case Verdict::none:
        return "its neighbourhood is not unusual";
    }
    return {};
}

std::string change_text(double ratio) {
    if (std::isinf(ratio)) return "no upper limit";
    const double percent = 100 * (ratio - 1);
    return (text::rounded(percent, 0) > 0 ? "+" : "") + text::number(percent, 0) + "%";
}

/// "+12% (95% confidence limits -3% to +30%)".
std::string change_clause(const measures::Change& change) {
    const auto low = change_text(change.ratio_low);
    const auto high = change_text(change.ratio_high);
    if (std::isinf(change.ratio_low)) {
        return fmt::format("up from zero (at least {})", change_text(change.ratio_95.low));
    }
    return fmt::format("{} (95% confidence limits {} to {})",
                       low == high ? low : low + " to " + high, change_text(change.ratio_95.low),
                       change_text(change.ratio_95.high));
}

std::string evidence_clause(const hotspots::Hotspots& hotspots, Evidence evidence) {
    if (evidence != Evidence::tentative) return {};
    return hotspots.spec.correction == project::HotspotSpec::Correction::none
               ? std::string()
               : " (tentative: not significant after correction for multiple testing)";
}

} // namespace

std::string value_words(const CategoryResult& category, std::size_t ward) {
    const auto value = printed(category, ward);
    const auto& cell = category.values[ward];
    if (cell.is_missing()) return "no figure was supplied";
    if (cell.is_not_calculable()) return "not calculable (no denominator)";
    return category.unit.with(value);
}

std::string series_words(const hotspots::Series& series) {
    if (series.steps == 0) return "Its neighbourhood could be tested in no period";
    std::string text = fmt::format("Neighbourhood high in {} of {}", series.uncorrected.hot_steps,
                                   text::with_count(series.steps, "period"));
    if (series.uncorrected.hot_steps > 0) {
        text += fmt::format(", {} of them after correction for multiple testing",
                            series.corrected.hot_steps);
    }
    if (series.corrected.hot != hotspots::Pattern::none) {
        return text + ": " + hotspots::words(series.corrected.hot);
    }
    if (series.uncorrected.hot != hotspots::Pattern::none) {
        return text + ": " + hotspots::words(series.uncorrected.hot) + " (tentative)";
    }
    return text;
}

std::string ward_sentence(const Study& study, const CategoryResult& category, std::size_t ward) {
    const auto& name = study.wards.wards[ward].name;
    if (!category.changes.empty() && category.changes[ward] && category.hotspots) {
        const auto& joint = category.hotspots->wards[ward].joint;
        return fmt::format("{}: {}, {}. Reading: {}{}.", name,
                           change_clause(*category.changes[ward]), category.spec.unit,
                           hotspots::words(joint.reading, area_noun(study, 2)),
                           evidence_clause(*category.hotspots, joint.evidence));
    }
    std::string text = name + ": " + value_words(category, ward);
    const auto& cell = category.values[ward];
    if (!category.hotspots || cell.is_missing() || cell.is_not_calculable()) return text + ".";
    const auto& hotspot = category.hotspots->wards[ward];
    if (hotspot.own) text += ", " + own_clause(study, *hotspot.own);
    text += "; " + around_clause(hotspot) +
            ". Reading: " + hotspots::words(hotspot.joint.reading, area_noun(study, 2)) +
            evidence_clause(*category.hotspots, hotspot.joint.evidence);
    if (!category.series.empty()) text += ". " + series_words(category.series[ward]);
    return text + ".";
}

} // namespace wardmap::words
