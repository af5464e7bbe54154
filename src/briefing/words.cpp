// SPDX-License-Identifier: MIT
#include "briefing/words.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/reading.h"
#include "statistics/change.h"
#include "study/study.h"
#include "words/alt_text.h"
#include "words/compared_to.h"
#include "words/foot_lines.h"
#include "words/island_notes.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"

namespace wardmap::briefing {
namespace {

using hotspots::Evidence;
using hotspots::Level;

std::string area_of(const Study& study) {
    return study.project.area.empty() ? "the area" : study.project.area;
}

std::string score_text(double score) {
    return text::shortest(text::rounded(score, 1));
}

/// "853 incidents, 84.1 per 1,000 residents": police think in counts, councils in rates.
std::string figures_words(const CategoryResult& category, std::size_t ward) {
    const auto& value = category.values[ward];
    const auto& unit = category.unit;
    const bool has_both = unit.form == measures::Unit::Form::after && !unit.per.empty() &&
                          value.is_known() && category.figures[ward].is_known();
    if (!has_both) return words::value_words(category, ward);
    return fmt::format("{} {}, {} {}", words::count_text(category.figures[ward]), unit.noun,
                       words::printed(category, ward), unit.per);
}

/// "joint 3rd of 26 (2 to 5)"; empty without a rank.
std::string place_words(const CategoryResult& category, std::size_t ward) {
    const auto& standing = category.standings[ward];
    if (!standing) return {};
    auto wording = fmt::format("{}{} of {}", standing->tied ? "joint " : "",
                               ordinal(standing->rank), standing->of);
    const auto& stability =
        ward < category.stability.size() ? category.stability[ward] : std::nullopt;
    if (stability && stability->rank_low > 0) {
        wording += fmt::format(" ({} to {})", stability->rank_low, stability->rank_high);
    }
    if (category.spec.is(project::MeasureKind::rank)) {
        const auto& meaning = category.spec.rank_meaning;
        wording += ", 1 = " + (meaning.empty() ? "the number nearest to 1" : meaning);
    }
    return wording;
}

/// "2.3 times the Maidstone rate"; empty if one figure cannot express it.
std::string times_words(const Briefing& briefing, const CategoryResult& category,
                        std::size_t ward) {
    if (!category.hotspots || !category.hotspots->wards[ward].own) return {};
    const auto& ratio = category.hotspots->wards[ward].own->ratio;
    if (!ratio || ratio->low != ratio->high) return {};
    return fmt::format("{} times {}", text::number(ratio->low, 1),
                       words::rate_name(briefing.study, category));
}

/// "exceptionally high, most events".
std::string points_in_words(const Reason& reason) {
    constexpr double exceptional = 3;
    std::vector<std::string> wording;
    if (reason.points.level > 0) {
        wording.emplace_back(reason.points.level >= exceptional ? "exceptionally high" : "higher");
    }
    if (reason.points.volume > 0) wording.emplace_back("most events");
    if (reason.points.change > 0) wording.emplace_back("risen or alert");
    return text::join(wording, ", ");
}

std::string amount_words(const measures::Change& change) {
    if (std::isinf(change.ratio_low)) return "Up from zero";
    const auto& [base, most] = change.earlier;
    const bool is_small = base == most && base < statistics::least_base_of_percentage;
    if (is_small && change.later.low == change.later.high) {
        return fmt::format("From {} to {}", text::number(base, 0),
                           text::number(change.later.low, 0));
    }
    const auto percent = [](double ratio) { return text::rounded(100 * (ratio - 1), 0); };
    const auto one = [&](double ratio) {
        return std::isinf(ratio)
                   ? std::string("a rise from zero")
                   : (percent(ratio) > 0 ? "+" : "") + text::number(percent(ratio), 0) + "%";
    };
    if (change.ratio_low != change.ratio_high) {
        return fmt::format("Between {} and {}", one(change.ratio_low), one(change.ratio_high));
    }
    const double moved = percent(change.ratio_low);
    if (moved == 0) return "Unchanged";
    return fmt::format("{} {}%", moved > 0 ? "Up" : "Down", text::number(std::abs(moved), 0));
}

/// Compares with the area's own change.
std::string against_area(const hotspots::WardHotspot& ward) {
    switch (ward.reading.around) {
    case hotspots::Around::neither:
        return ", as the area";
    case hotspots::Around::high:
        return ", above the area's change";
    case hotspots::Around::low:
        return ", below the area's change";
    case hotspots::Around::not_tested:
    case hotspots::Around::uncertain:
        break;
    }
    return {};
}

std::string verdict_words(const hotspots::WardHotspot& ward) {
    switch (ward.reading.level) {
    case Level::risen:
    case Level::fallen:
        return std::string(ward.change->evidence == Evidence::tentative
                               ? "more than chance (tentative)"
                               : "more than chance") +
               against_area(ward);
    case Level::uncertain:
        return "whether that is more than chance depends on withheld figures";
    default:
        return "within chance";
    }
}

/// The period of most categories, and of how many if not all.
std::string period_line(const Briefing& briefing) {
    const auto common = common_period(briefing);
    const auto& all = briefing.subjects.list;
    const auto n = static_cast<std::size_t>(std::ranges::count_if(
        all, [&](const Subject& subject) { return subject.now->spec.period == common; }));
    if (common.empty() || n == all.size()) return common;
    return fmt::format("{} ({} of {})", common, n,
                       text::with_count(all.size(), "category", "categories"));
}

std::string weights_words(const Briefing& briefing) {
    std::vector<std::string> own;
    for (const auto& subject : briefing.subjects.list) {
        if (subject.weight != 1) {
            own.push_back(
                fmt::format("{} {}", subject.category->spec.title, text::shortest(subject.weight)));
        }
    }
    if (own.empty()) return {};
    const auto& source = briefing.subjects.weights_source;
    return fmt::format(
        ", times the {} ({}{})", source.empty() ? "partnership's weight" : "weight from " + source,
        text::join(own, "; "), own.size() < briefing.subjects.list.size() ? "; others 1" : "");
}

} // namespace

std::string short_name(const Study& study, std::size_t ward) {
    constexpr std::size_t most = 60;
    const auto& name = study.wards.wards[ward].name;
    if (text::length(name) <= most) return name;
    std::size_t seen = 0;
    std::size_t end = 0;
    while (seen < most) {
        ++end;
        while (end < name.size() && (static_cast<unsigned char>(name[end]) & 0xC0U) == 0x80U) {
            ++end;
        }
        ++seen;
    }
    return name.substr(0, end) + "\u2026";
}

std::string common_period(const Briefing& briefing) {
    std::vector<std::string> all;
    for (const auto& subject : briefing.subjects.list) {
        all.push_back(subject.now->spec.period);
    }
    return *std::ranges::max_element(
        all, {}, [&](const std::string& period) { return std::ranges::count(all, period); });
}

std::string ordinal(std::size_t n) {
    const auto tens = n % 100;
    const bool teens = tens >= 11 && tens <= 13;
    const char* const ending = teens         ? "th"
                               : n % 10 == 1 ? "st"
                               : n % 10 == 2 ? "nd"
                               : n % 10 == 3 ? "rd"
                                             : "th";
    return text::number(static_cast<double>(n), 0) + ending;
}

std::vector<std::string> subtitle_lines(const Briefing& briefing) {
    const auto& project = briefing.study.project;
    std::vector<std::string> lines;
    const auto period = period_line(briefing);
    auto place = project.area;
    if (!period.empty()) place += (place.empty() ? "" : ", ") + period;
    if (!place.empty()) lines.push_back(place);
    const auto& spec = briefing.study.briefing;
    if (!spec.audience.empty()) lines.push_back("For: " + spec.audience);
    if (!spec.date.empty()) lines.push_back(spec.date);
    return lines;
}

std::string headline(const Briefing& briefing, const std::vector<Entry>& entries) {
    const auto n = briefing.subjects.list.size();
    const auto of_all = fmt::format("the {}", text::with_count(n, "category", "categories"));
    if (entries.empty() || entries.front().score.score <= 0 || entries.front().mark != "1") {
        const bool any = std::ranges::any_of(briefing.subjects.list, [](const Subject& subject) {
            return std::ranges::any_of(subject.now->values, &Cell::is_known);
        });
        if (!any) {
            return fmt::format("Every figure is withheld or was not supplied: no {} can be ranked.",
                               briefing.study.wards.noun.singular);
        }
        return fmt::format("No {} has any points, in any of {}.",
                           briefing.study.wards.noun.singular, of_all);
    }
    const auto& first = entries.front();
    const auto high = static_cast<std::size_t>(std::ranges::count_if(
        first.reasons, [](const Reason& reason) { return reason.points.level > 0; }));
    auto wording =
        fmt::format("{} leads: {} {} of {}", short_name(briefing.study, first.score.ward),
                    high > 0 ? "higher than the area in" : "with most events in",
                    high > 0 ? high : first.reasons.size(), of_all);
    std::vector<std::string> next;
    for (std::size_t i = 1; i < entries.size() && next.size() < 2; ++i) {
        if (entries[i].mark == std::to_string(i + 1)) {
            next.push_back(short_name(briefing.study, entries[i].score.ward));
        }
    }
    if (!next.empty()) {
        // Names of wards may contain "and".
        wording += ". Next: " + text::join(next, "; ");
    }
    return wording + ".";
}

std::string why(const Briefing& briefing, const Entry& entry) {
    const auto all = briefing.subjects.list.size();
    const auto of_all = text::with_count(all, "category", "categories");
    const auto high = static_cast<std::size_t>(std::ranges::count_if(
        entry.reasons, [](const Reason& reason) { return reason.points.level > 0; }));
    const auto other = entry.reasons.size() - high;
    const auto area = area_of(briefing.study);
    if (entry.reasons.empty()) {
        return fmt::format("Not higher than {} in any of {}, nor with most events in any.", area,
                           of_all);
    }
    if (high == 0) {
        return fmt::format("With most events or a rise in {} of {}; higher than {} in none.", other,
                           of_all, area);
    }
    auto wording = fmt::format("Higher than {} in {} of {}", area, high, of_all);
    if (other > 0) wording += fmt::format(", with most events or a rise in {} more", other);
    return wording + ".";
}

std::string also_words(const Entry& entry, std::size_t from) {
    std::vector<std::string> others;
    for (auto i = from; i < entry.reasons.size(); ++i) {
        const auto& reason = entry.reasons[i];
        others.push_back(
            fmt::format("{} ({})", reason.subject->now->spec.title, points_in_words(reason)));
    }
    return others.empty() ? std::string() : "Also: " + text::join(others, "; ") + ".";
}

std::string change_words(const Subject& subject, std::size_t ward) {
    if (!subject.change) return {};
    const auto& period = subject.before->spec.period;
    const auto since = period.empty() ? std::string("since the last period") : "since " + period;
    const auto& change = subject.change->changes[ward];
    if (!change) {
        const auto& now = subject.now->figures[ward];
        const auto& before = subject.before->figures[ward];
        const bool none = now == Cell::known(0) && before == Cell::known(0);
        return none ? "None in either period" : "Change not known " + since;
    }
    return fmt::format("{} {}, {}", amount_words(*change), since,
                       verdict_words(subject.change->readings.wards[ward]));
}

std::string persistence_words(const Subject& subject, std::size_t ward) {
    constexpr std::size_t fifth = 5;
    std::size_t ranked = 0;
    std::size_t high = 0;
    for (const auto* const time : subject.times) {
        const auto& standing = time->standings[ward];
        if (!standing || standing->of < fifth) continue;
        ++ranked;
        // Ties are all included, or none.
        const auto up_to = static_cast<std::size_t>(std::ranges::count_if(
            time->standings, [&](const auto& s) { return s && s->rank <= standing->rank; }));
        if (up_to * fifth <= standing->of) ++high;
    }
    if (ranked < 2) return {};
    auto wording = fmt::format("Top fifth in {} of {} periods", high, ranked);
    const auto& series = subject.category->series;
    if (series.empty()) return wording;
    const auto& firm = series[ward].corrected.hot;
    const auto& plain = series[ward].uncorrected.hot;
    if (firm != hotspots::Pattern::none) {
        wording += fmt::format("; hotspot pattern: {}", hotspots::words(firm));
    } else if (plain != hotspots::Pattern::none) {
        wording += fmt::format("; hotspot pattern: {} (tentative)", hotspots::words(plain));
    }
    return wording;
}

std::string detail(const Briefing& briefing, const Subject& subject, std::size_t ward) {
    const auto& category = *subject.now;
    std::vector<std::string> parts;
    for (auto part : {place_words(category, ward), figures_words(category, ward),
                      times_words(briefing, category, ward)}) {
        if (!part.empty()) parts.push_back(std::move(part));
    }
    auto wording = fmt::format("{}: {}", category.spec.title, text::join(parts, ", "));
    const auto reading = words::reading_text(briefing.study, category, ward);
    if (!reading.empty()) wording += "; " + reading;
    for (const auto& more : {change_words(subject, ward), persistence_words(subject, ward)}) {
        if (!more.empty()) wording += ". " + more;
    }
    return wording + ".";
}

std::vector<std::string> details_of(const Briefing& briefing, const Entry& entry) {
    const auto ward = entry.score.ward;
    std::vector<std::string> details;
    for (const auto& reason : entry.reasons) {
        details.push_back(detail(briefing, *reason.subject, ward));
    }
    if (!details.empty()) return details;
    const Subject* best = nullptr;
    double place = 2;
    for (const auto& subject : briefing.subjects.list) {
        const auto& standing = subject.now->standings[ward];
        if (!standing) continue;
        const double own = static_cast<double>(standing->rank) / static_cast<double>(standing->of);
        if (own < place) best = &subject;
        place = std::min(place, own);
    }
    if (best != nullptr) details.push_back(detail(briefing, *best, ward));
    return details;
}

std::string score_words(const Briefing& briefing) {
    const auto& one = briefing.study.wards.noun.singular;
    return fmt::format(
        "How the list is made: each category gives a {0} 3 points if it is exceptionally high "
        "among "
        "the {1} (2 if tentative), or 2 if it is much higher than the area and 1 if higher; 1 more "
        "for over a tenth of all events or one of the three most; and 1 more for an alert or a "
        "rise that "
        "holds after correction{2}. Points are halved if small numbers leave the band uncertain. "
        "Equal "
        "scores: the larger share of events first. In brackets after a rank: its 95% interval.",
        one, briefing.study.wards.noun.plural, weights_words(briefing));
}

std::string priority_words(const Briefing& briefing, const Entry& entry) {
    if (!entry.priority) return {};
    if (entry.mark.front() >= '0' && entry.mark.front() <= '9') return "Priority";
    return fmt::format("Priority; {} of {} by score", ordinal(entry.score.rank),
                       briefing.now.size());
}

std::string points_words(const Entry& entry) {
    auto wording = fmt::format("{} {}", score_text(entry.score.score),
                               score_text(entry.score.score) == "1" ? "point" : "points");
    if (entry.score.tied) wording += ", tied " + ordinal(entry.score.rank);
    return wording;
}

std::vector<std::string> source_words(const Briefing& briefing) {
    std::vector<const CategoryResult*> categories;
    for (const auto& subject : briefing.subjects.list) {
        categories.push_back(subject.now);
    }
    auto lines = words::common_sources(categories);
    for (auto& line : words::island_notes(briefing.study)) {
        lines.push_back(std::move(line));
    }
    for (auto& line : words::boundary_lines(briefing.study)) {
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace wardmap::briefing
