// SPDX-License-Identifier: MIT
#include "words/sentences.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/reading.h"
#include "measures/measure.h"
#include "study/area_value.h"
#include "words/test_words.h"
#include "words/ward_figures.h"

namespace wardmap::words {
namespace {

using hotspots::Evidence;
using hotspots::Reading;
using hotspots::Verdict;
using project::MeasureKind;

/// "One", "Three", "12": small numbers as words at the start of a sentence.
std::string number_word(std::size_t n) {
    static const std::array<const char*, 10> names = {"No",   "One", "Two",   "Three", "Four",
                                                      "Five", "Six", "Seven", "Eight", "Nine"};
    return n < names.size() ? names.at(n) : text::number(static_cast<double>(n), 0);
}

/// Names of the wards with a reading, by name; "(tentative)" behind those that are.
std::vector<std::string> names_with(const Study& study, const CategoryResult& category,
                                    Reading reading) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        const auto& joint = category.hotspots->wards[i].joint;
        if (joint.reading != reading) continue;
        names.push_back(study.wards.wards[i].name +
                        (joint.evidence == Evidence::tentative ? " (tentative)" : ""));
    }
    std::sort(names.begin(), names.end());
    return names;
}

/// The wards with the highest known figures, most first: at most `most` of them, ties kept whole or
/// left out whole.
std::vector<std::size_t> top_by_figure(const Study& study, const CategoryResult& category,
                                       std::size_t most) {
    std::vector<std::size_t> wards;
    for (std::size_t i = 0; i < category.figures.size(); ++i) {
        if (category.figures[i].is_known()) wards.push_back(i);
    }
    const auto figure = [&](std::size_t i) { return category.figures[i].value(); };
    std::sort(wards.begin(), wards.end(), [&](std::size_t a, std::size_t b) {
        return figure(a) != figure(b) ? figure(a) > figure(b)
                                      : study.wards.wards[a].name < study.wards.wards[b].name;
    });
    std::size_t kept = std::min(most, wards.size());
    while (kept > 0 && kept < wards.size() && figure(wards[kept - 1]) == figure(wards[kept])) {
        --kept;
    }
    wards.resize(kept);
    return wards;
}

std::string percent(double low, double high) {
    const auto one = [](double share) {
        return share > 0 && share < 0.005 ? std::string("less than 1")
                                          : text::number(100 * share, 0);
    };
    const auto from = one(low);
    const auto to = one(high);
    return from == to ? from + "%" : fmt::format("between {}% and {}%", from, to);
}

std::string concentration(const Study& study, const CategoryResult& category) {
    const auto total = area_figure(category);
    const bool has_total = total.is_known() || total.is_suppressed();
    if (!has_total || !measures::is_additive(category.spec) || study.wards.wards.size() < 4)
        return {};
    if (total.high() == 0) {
        return fmt::format("No {} were recorded in any {}.", category.spec.unit,
                           area_noun(study, 1));
    }
    const auto top = top_by_figure(study, category, 3);
    double sum = 0;
    std::vector<std::string> names;
    for (const auto ward : top) {
        sum += category.figures[ward].value();
        names.push_back(study.wards.wards[ward].name);
    }
    if (top.empty() || sum <= 0 || total.low() <= 0) return {};
    const bool withheld = std::any_of(category.figures.begin(), category.figures.end(),
                                      [](const Cell& cell) { return cell.is_suppressed(); });
    return fmt::format("{} {}, {}, {} {} of all {}{}.", number_word(top.size()),
                       area_noun(study, top.size()), text::list(names),
                       top.size() == 1 ? "holds" : "hold",
                       percent(sum / total.high(), std::min(1.0, sum / total.low())),
                       category.spec.unit, withheld ? " (of those whose figure is published)" : "");
}

std::string highest_values(const Study& study, const CategoryResult& category) {
    std::vector<std::pair<std::size_t, std::string>> places;
    for (std::size_t i = 0; i < category.standings.size(); ++i) {
        const auto& standing = category.standings[i];
        if (standing && standing->rank <= 3) {
            places.emplace_back(standing->rank, fmt::format("{} ({})", study.wards.wards[i].name,
                                                            printed(category, i)));
        }
    }
    constexpr std::size_t most = 5;
    if (places.empty() || places.size() > most) return {};
    std::sort(places.begin(), places.end());
    std::vector<std::string> names;
    for (auto& [rank, name] : places) {
        names.push_back(std::move(name));
    }
    const bool rank = category.spec.is(MeasureKind::rank);
    return fmt::format("{} in {} {} {}.", rank ? "Nearest to 1" : "Highest",
                       study.project.area.empty() ? "the area" : study.project.area,
                       names.size() == 1 ? "is" : "are", text::list(names));
}

std::string reading_sentence(const Study& study, const CategoryResult& category) {
    std::vector<std::string> clauses;
    const auto add = [&](Reading reading, const char* is, const char* are) {
        const auto names = names_with(study, category, reading);
        if (names.empty()) return;
        clauses.push_back(fmt::format("{} {}", text::list(names), names.size() == 1 ? is : are));
    };
    add(Reading::high_in_cluster, "is high in its own right and in a high cluster",
        "are high in their own right and in a high cluster");
    add(Reading::high, "is high in its own right", "are high in their own right");
    add(Reading::in_high_cluster, "is in a high cluster", "are in a high cluster");
    const std::string areas = area_noun(study, 2);
    add(Reading::beside_high, ("is next to high " + areas + " only").c_str(),
        ("are next to high " + areas + " only").c_str());
    add(Reading::risen, "has risen", "have risen");
    add(Reading::fallen, "has fallen", "have fallen");
    add(Reading::uncertain, "cannot be judged, because it depends on withheld figures",
        "cannot be judged, because it depends on withheld figures");
    if (clauses.empty() && !category.changes.empty()) {
        return fmt::format("There is no evidence of change in any {}.", area_noun(study, 1));
    }
    if (clauses.empty()) {
        return fmt::format("No {} is high, in its own right or with its neighbours.",
                           area_noun(study, 1));
    }
    const bool has_lists = std::ranges::any_of(
        clauses, [](const std::string& clause) { return clause.find("; ") != std::string::npos; });
    return text::join(clauses, has_lists ? ". " : "; ") + ".";
}

struct Passed {
    std::size_t plain = 0;
    std::size_t corrected = 0;
};

Passed passed(const hotspots::Hotspots& found, bool own) {
    Passed count;
    for (const auto& ward : found.wards) {
        const auto& test = own ? ward.ward_level_test : ward.neighbourhood_test;
        if (!test || (test->verdict != Verdict::high && test->verdict != Verdict::low)) continue;
        ++count.plain;
        if (test->evidence == Evidence::firm) ++count.corrected;
    }
    return count;
}

/// "; 1 still differs", to be continued with the correction.
std::string corrected_clause(const Passed& count) {
    if (count.plain == 1)
        return count.corrected == 1 ? "; it still differs" : "; it does not differ";
    if (count.corrected == 0) return "; none differs";
    if (count.corrected == count.plain) return "; all still differ";
    return fmt::format("; {} still {}", count.corrected,
                       count.corrected == 1 ? "differs" : "differ");
}

std::string tests_sentence(const Study& study, const CategoryResult& category) {
    using Correction = project::HotspotSpec::Correction;
    const auto& found = *category.hotspots;
    std::vector<std::string> clauses;
    const auto add = [&](std::size_t tests, bool own, const char* how) {
        if (tests == 0) return;
        const auto count = passed(found, own);
        std::string clause = fmt::format("of {} {} tested {}, {} at the {} level", tests,
                                         area_noun(study, tests), how,
                                         count.plain == 0   ? "none differs"
                                         : count.plain == 1 ? "1 differs"
                                                            : fmt::format("{} differ", count.plain),
                                         level_text(found));
        if (count.plain > 0 && found.spec.correction != Correction::none) {
            clause += corrected_clause(count);
            clause +=
                fmt::format(" after correction for multiple testing ({})", correction_word(found));
        }
        clauses.push_back(std::move(clause));
    };
    add(found.own_tests, true, "individually");
    add(found.gi_tests, false, "with their neighbours");
    if (clauses.empty()) return {};
    std::string text;
    for (auto& clause : clauses) {
        clause.front() = 'O';
        text += (text.empty() ? "" : " ") + clause + ".";
    }
    return text;
}

} // namespace

std::vector<std::string> category_sentences(const Study& study, const CategoryResult& category) {
    std::vector<std::string> sentences;
    auto first = concentration(study, category);
    if (first.empty()) first = highest_values(study, category);
    if (!first.empty()) sentences.push_back(std::move(first));
    const bool tested =
        category.hotspots && category.hotspots->own_tests + category.hotspots->gi_tests > 0;
    if (tested) {
        sentences.push_back(reading_sentence(study, category));
        sentences.push_back(tests_sentence(study, category));
    }
    return sentences;
}

} // namespace wardmap::words
