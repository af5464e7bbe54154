// SPDX-License-Identifier: MIT
#include "words/ward_sentence.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/hotspots.h"
#include "hotspots/persistence.h"
#include "hotspots/reading.h"
#include "project/measure_kind.h"
#include "statistics/change.h"
#include "study/category_result.h"
#include "study/period_labels.h"
#include "study/study_area.h"
#include "words/compared_to.h"
#include "words/ward_figures.h"

namespace wardmap::words {
namespace {

using hotspots::Evidence;
using hotspots::Level;
using hotspots::Verdict;
using project::MeasureKind;

std::string times(double ratio) {
    constexpr double small = 0.095;
    return text::number(ratio, ratio < small ? 2 : 1);
}

/// "1.6 times the Maidstone rate"; empty if nothing is expected.
std::string times_clause(const StudyArea& study, const CategoryResult& category,
                         const hotspots::OwnLevel& own) {
    if (!own.ratio) return {};
    const auto low = times(own.ratio->low);
    const auto high = times(own.ratio->high);
    const auto rate = rate_name(study, category);
    if (low != high) return fmt::format(", {} to {} times {}", low, high, rate);
    return low == "1.0" ? ", about " + rate : fmt::format(", {} times {}", low, rate);
}

/// Question 1.
std::string level_clause(const hotspots::Hotspots& found, const hotspots::WardHotspot& ward) {
    switch (ward.reading.level) {
    case Level::much_higher:
        return " and much higher than chance explains";
    case Level::higher:
        return " and higher than chance explains";
    case Level::similar:
        return ", within what chance explains";
    case Level::lower:
        return " and lower than chance explains";
    case Level::much_lower:
        return " and much lower than chance explains";
    case Level::uncertain:
        return "; whether that is more than chance explains depends on withheld figures";
    case Level::not_tested: {
        const auto why = why_not_tested(found);
        return fmt::format("; not tested by itself: {}", why.empty() ? "no denominator" : why);
    }
    default:
        return {};
    }
}

std::string tentative(const hotspots::Tested& test) {
    return test.evidence == Evidence::tentative ? " (tentative)" : "";
}

/// Question 2.
std::string exceptional_clause(const StudyArea& study, const hotspots::WardHotspot& ward) {
    if (!ward.exceptional) return {};
    const auto verdict = ward.exceptional->verdict;
    if (verdict != Verdict::high && verdict != Verdict::low) return {};
    const bool few = ward.own->has_few_expected;
    return fmt::format(", exceptionally {} even among these {}{}",
                       verdict == Verdict::high ? "high" : "low", area_noun(study, 2),
                       few ? " (tentative: few are expected)" : tentative(*ward.exceptional));
}

/// Question 3.
std::string around_clause(const StudyArea& study, const hotspots::WardHotspot& ward) {
    if (!ward.neighbours) return "; its neighbours are not tested";
    const auto& test = *ward.neighbours;
    if (hotspots::is_in_cluster(ward.reading)) {
        return fmt::format("; in a cluster of high {}{}", area_noun(study, 2), tentative(test));
    }
    switch (test.verdict) {
    case Verdict::high:
        return "; its neighbours are high" + tentative(test);
    case Verdict::low:
        return "; its neighbours are low" + tentative(test);
    case Verdict::uncertain:
        return "; what its neighbours show depends on withheld figures";
    case Verdict::none:
        return "; its neighbours are neither high nor low";
    }
    return {};
}

/// " (231)": the count behind a known rate.
std::string count_behind(const CategoryResult& category, std::size_t ward) {
    const auto& figure = category.figures[ward];
    const bool is_shown =
        shows_counts(category) && figure.is_known() && category.values[ward].is_known();
    return is_shown ? " (" + count_text(figure) + ")" : std::string();
}

std::string change_text(double ratio) {
    if (std::isinf(ratio)) return "no upper limit";
    const double percent = 100 * (ratio - 1);
    return (text::rounded(percent, 0) > 0 ? "+" : "") + text::number(percent, 0) + "%";
}

/// "from 2 to 6": a percentage of a small base is not meaningful.
std::optional<std::string> small_change(const measures::Change& change) {
    const auto& [low, high] = change.earlier;
    const bool is_small = low == high && low < statistics::least_base_of_percentage;
    if (!is_small || change.later.low != change.later.high) return std::nullopt;
    return fmt::format("from {} to {}", text::number(low, 0), text::number(change.later.low, 0));
}

/// "+12% (95% confidence limits -3% to +30%)".
std::string change_clause(const measures::Change& change) {
    if (const auto counts = small_change(change)) return *counts;
    const auto low = change_text(change.ratio_low);
    const auto high = change_text(change.ratio_high);
    if (std::isinf(change.ratio_low)) {
        return fmt::format("up from zero (at least {})", change_text(change.ratio_95.low));
    }
    return fmt::format("{} (95% confidence limits {} to {})",
                       low == high ? low : low + " to " + high, change_text(change.ratio_95.low),
                       change_text(change.ratio_95.high));
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
    if (series.steps == 0) return "Its neighbours could be tested in no period";
    std::string text = fmt::format("Neighbours high in {} of {}", series.uncorrected.hot_steps,
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

std::string alert_words(const CategoryResult& category, const Alert& alert) {
    const auto period = period_words(category.steps.back().label);
    const int decimals = alert.expected < 10 ? 1 : 0;
    return fmt::format("{}: {}, where {} are expected from its own history (up to {}){}", period,
                       text::number(alert.count, 0), text::number(alert.expected, decimals),
                       text::number(alert.upper, decimals), alert.is_alert ? ": an alert" : "");
}

std::string ward_sentence(const StudyArea& study, const CategoryResult& category,
                          std::size_t ward) {
    const auto& name = study.wards.wards[ward].name;
    if (!category.changes.empty() && category.changes[ward] && category.hotspots) {
        return fmt::format("{}: {}, {}. {}.", name, change_clause(*category.changes[ward]),
                           category.spec.unit, reading_text(study, category, ward));
    }
    std::string wording = name + ": " + value_words(category, ward);
    const auto& cell = category.values[ward];
    if (cell.is_missing() || cell.is_not_calculable()) return wording + ".";
    wording += count_behind(category, ward);
    if (!category.hotspots) return wording + ".";
    const auto& found = category.hotspots->wards[ward];
    if (found.own) wording += times_clause(study, category, *found.own);
    wording += level_clause(*category.hotspots, found) + exceptional_clause(study, found) +
               around_clause(study, found);
    if (const auto& standing = category.standings[ward]) {
        wording += fmt::format(". Rank: {} of {}", rank_text(category, ward), standing->of);
    }
    if (!category.series.empty()) wording += ". " + series_words(category.series[ward]);
    if (ward < category.alerts.size() && category.alerts[ward]) {
        wording += ". " + alert_words(category, *category.alerts[ward]);
    }
    return wording + ".";
}

} // namespace wardmap::words
