// SPDX-License-Identifier: MIT
#include "audit/explain.h"

#include <cmath>
#include <type_traits>
#include <variant>

#include <fmt/format.h>

#include "base/error.h"
#include "base/json_text.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "data/columns.h"
#include "hotspots/reading.h"
#include "join/fold_name.h"
#include "study/study.h"
#include "tables/cell.h"
#include "words/compared_to.h"
#include "words/method_line.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"

namespace wardmap::audit {
namespace {

using hotspots::Verdict;

std::string figure(double value) {
    constexpr double small = 1e-4;
    if (value != 0 && std::abs(value) < small) return fmt::format("{:.2e}", value);
    return text::shortest(text::rounded(value, 4));
}

std::string cell_text(const Cell& cell) {
    switch (cell.state()) {
    case Cell::State::known:
        return figure(cell.value());
    case Cell::State::suppressed:
        return fmt::format("withheld, {} to {}", figure(cell.low()), figure(cell.high()));
    case Cell::State::missing:
        return "missing";
    case Cell::State::not_calculable:
        return "not calculable";
    }
    return {};
}

std::string verdict_text(const std::optional<hotspots::Tested>& test) {
    if (!test) return "not tested";
    const std::string evidence =
        test->evidence == hotspots::Evidence::firm ? ", after correction" : ", only uncorrected";
    switch (test->verdict) {
    case Verdict::none:
        return "neither high nor low";
    case Verdict::high:
        return "high" + evidence;
    case Verdict::low:
        return "low" + evidence;
    case Verdict::uncertain:
        return "uncertain: depends on withheld figures";
    }
    return {};
}

/// "label: value" lines under a heading.
class Lines {
public:
    void heading(const std::string& text) { m_text += "\n" + text + "\n"; }
    void line(const std::string& label, const std::string& value) {
        m_text += fmt::format("  {:<34} {}\n", label, value);
    }
    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    std::string m_text;
};

std::string span(double low, double high) {
    return low == high ? figure(low) : figure(low) + " to " + figure(high);
}

void explain_own(Lines& lines, const Study& study, const CategoryResult& category,
                 std::size_t ward) {
    const auto& found = *category.hotspots;
    const auto& spot = found.wards[ward];
    lines.heading("Against " + words::rate_name(study, category));
    if (!spot.own) {
        const auto why = words::why_not_tested(found);
        lines.line("not tested", why.empty() ? "no figure or no denominator" : why);
        return;
    }
    const auto& own = *spot.own;
    const auto range = [](const statistics::Interval& i) { return span(i.low, i.high); };
    lines.line("rate per denominator unit", range(found.area.rate));
    lines.line("expected count", range(own.expected));
    if (own.ratio) lines.line("count / expected", range(*own.ratio));
    lines.line("its rate's 95% limits", range(own.limits.at_95));
    lines.line("its rate's 99.8% limits", range(own.limits.at_998));
    lines.line("compared", hotspots::name(spot.reading.level));
    lines.heading("Among the " + study.wards.noun.plural);
    if (!spot.exceptional) {
        lines.line("not tested", "too few " + study.wards.noun.plural);
        return;
    }
    lines.line("over-dispersion phi", range(found.dispersion));
    lines.line("usual at 95% between ratios", range(own.funnel_95));
    lines.line("usual at 99.8% between ratios", range(own.funnel_998));
    lines.line("normal score / root phi", range(own.score));
    lines.line("p, two-sided", range(own.p));
    lines.line(fmt::format("q, corrected for {} tests", found.funnel_tests), range(spot.own_q));
    lines.line("verdict", verdict_text(spot.exceptional) +
                              (own.has_few_expected ? " (fewer expected than phi)" : ""));
}

void explain_change(Lines& lines, const Study& study, const CategoryResult& category,
                    std::size_t ward) {
    lines.heading("Change");
    if (!category.changes[ward]) {
        lines.line("not tested", "a figure or a denominator is missing, or both counts are 0");
        return;
    }
    const auto& change = *category.changes[ward];
    lines.line("later rate / earlier rate", span(change.ratio_low, change.ratio_high));
    lines.line("its 95% confidence limits, exact", span(change.ratio_95.low, change.ratio_95.high));
    lines.line("counts, earlier and later", span(change.earlier.low, change.earlier.high) + ", " +
                                                span(change.later.low, change.later.high));
    lines.line("over-dispersion phi",
               span(category.area_change.dispersion.low, category.area_change.dispersion.high));
    lines.line("p against no change", span(change.p.low, change.p.high));
    if (category.area_change.is_tested) {
        lines.line("the area's own ratio",
                   span(category.area_change.ratio.low, category.area_change.ratio.high));
        lines.line("p against that", span(change.area_p.low, change.area_p.high));
    }
    if (!category.hotspots) return;
    lines.line(fmt::format("q, corrected for {} tests", category.hotspots->own_tests),
               span(category.hotspots->wards[ward].change_q.low,
                    category.hotspots->wards[ward].change_q.high));
    lines.line("verdict", words::reading_text(study, category, ward));
}

void explain_neighbourhood(Lines& lines, const Study& study, const CategoryResult& category,
                           std::size_t ward) {
    const auto& found = *category.hotspots;
    const auto& spot = found.wards[ward];
    lines.heading("Neighbours");
    for (const auto j : study.neighbours[ward]) {
        lines.line(study.wards.wards[j].name, words::printed(category, j));
    }
    if (study.neighbours[ward].empty()) lines.line("neighbours", "none");
    if (spot.surroundings) {
        const auto p = spot.surroundings->p();
        lines.line("local G without it, z", figure(spot.surroundings->z));
        lines.line(found.permutations > 0 ? fmt::format("p, {} permutations", found.permutations)
                                          : std::string("p, two-sided, normal curve"),
                   span(p.low, p.high));
        lines.line(fmt::format("q, corrected for {} tests", found.around_tests),
                   span(spot.around_q.low, spot.around_q.high));
    }
    if (spot.moran) {
        lines.line("local Moran's I", figure(spot.moran->i));
        lines.line("its z", figure(spot.moran->z));
    }
    lines.line("verdict", verdict_text(spot.neighbours));
}

} // namespace

std::size_t find_ward(const Study& study, const std::string& word) {
    const auto folded = join::fold_name(word);
    std::vector<std::size_t> found;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        const auto& ward = study.wards.wards[i];
        const bool by_code = text::fold_case(word) == text::fold_case(ward.code) ||
                             (!ward.legacy_code.empty() && word == ward.legacy_code);
        if (by_code) return i;
        if (join::fold_name(ward.name) == folded) found.push_back(i);
        names.push_back(ward.name);
    }
    if (found.size() == 1) return found.front();
    std::vector<std::string> codes;
    for (const auto i : found) {
        codes.push_back(study.wards.wards[i].code);
    }
    const std::string what = study.project.boundaries.noun.singular;
    if (found.empty()) {
        throw InputError(
            Finding{.severity = Severity::error,
                    .place = {study.project.file.written},
                    .found = fmt::format("there is no {} {}", what, text::quoted(word)),
                    .expected = "a code or a name of the boundaries",
                    .help = did_you_mean(word, names)});
    }
    throw InputError(
        Finding{.severity = Severity::error,
                .place = {study.project.file.written},
                .found = fmt::format("{} {} have the name {}", found.size(),
                                     study.project.boundaries.noun.plural, text::quoted(word)),
                .expected = "one of them by its code: " + text::some(codes, "or")});
}

std::string explanation_text(const Study& study, const CategoryResult& category, std::size_t ward) {
    const auto& w = study.wards.wards[ward];
    Lines lines;
    lines.heading("Figures");
    lines.line(category.spec.unit, cell_text(category.figures[ward]));
    lines.line(category.unit.title(), cell_text(category.values[ward]));
    if (const auto& band = category.banding.band_of[ward]) {
        lines.line("band", fmt::format("{} of {} ({})", *band + 1, category.banding.bands.size(),
                                       category.banding.bands[*band].range));
    }
    if (const auto& standing = category.standings[ward]) {
        lines.line("place", fmt::format("{} of {}{}", standing->rank, standing->of,
                                        standing->tied ? ", shared" : ""));
    }
    if (!category.stability.empty() && category.stability[ward]) {
        const auto& stability = *category.stability[ward];
        lines.line("probability of its band", figure(stability.probability));
        if (stability.rank_low > 0) {
            lines.line("95% interval of its place",
                       fmt::format("{} to {}", stability.rank_low, stability.rank_high));
        }
    }
    if (!category.changes.empty()) {
        explain_change(lines, study, category, ward);
    } else if (category.hotspots) {
        explain_own(lines, study, category, ward);
        explain_neighbourhood(lines, study, category, ward);
    } else {
        lines.heading("Hotspots are turned off for this category.");
    }
    return fmt::format("{} ({}), {}\n{}\n{}\n{}", w.name, w.code, category.spec.title,
                       words::ward_sentence(study, category, ward), lines.text(),
                       words::hotspot_method(study, category) + "\n");
}

std::string explanation_json(const Study& study, std::size_t ward) {
    const auto& w = study.wards.wards[ward];
    nlohmann::ordered_json json = {{"ward_code", w.code}, {"ward_name", w.name}};
    const auto columns = data::ward_columns(study);
    for (const auto& category : study.categories) {
        nlohmann::ordered_json figures = {{"id", category.spec.id},
                                          {"unit", category.unit.title()}};
        for (const auto& column : columns) {
            if (column.category != category.spec.id) continue;
            auto& at = figures[column.name.substr(category.spec.id.size() + 1)];
            std::visit(
                [&at](const auto& value) {
                    using Type = std::decay_t<decltype(value)>;
                    if constexpr (!std::is_same_v<Type, std::monostate>) at = value;
                },
                column.values[ward]);
        }
        figures["neighbours"] = nlohmann::ordered_json::array();
        for (const auto j : study.neighbours[ward]) {
            figures["neighbours"].push_back({{"ward_code", study.wards.wards[j].code},
                                             {"ward_name", study.wards.wards[j].name},
                                             {"value", words::printed(category, j)}});
        }
        json["categories"].push_back(std::move(figures));
    }
    return json_text(json);
}

} // namespace wardmap::audit
