// SPDX-License-Identifier: MIT
#include "words/sentences.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/hotspots.h"
#include "hotspots/reading.h"
#include "measures/measure.h"
#include "study/area_value.h"
#include "study/category_result.h"
#include "study/study_area.h"
#include "words/compared_to.h"
#include "words/ward_figures.h"

namespace wardmap::words {
namespace {

using hotspots::Evidence;
using hotspots::Level;
using hotspots::Verdict;
using project::MeasureKind;

/// "One", "Three", "12": small numbers as words at the start of a sentence.
std::string number_word(std::size_t n) {
    static const std::array<const char*, 10> names = {"No",   "One", "Two",   "Three", "Four",
                                                      "Five", "Six", "Seven", "Eight", "Nine"};
    return n < names.size() ? names.at(n) : text::number(static_cast<double>(n), 0);
}

constexpr std::size_t most_names = 5;

/// Wards that meet a condition, highest rank first, then by name. Wards with a withheld figure have
/// no rank: any order but by name would reveal something about them.
template <typename Condition>
std::vector<std::size_t> wards_where(const StudyArea& study, const CategoryResult& category,
                                     const Condition& condition) {
    std::vector<std::size_t> wards;
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        if (condition(category.hotspots->wards[i])) wards.push_back(i);
    }
    const auto place = [&](std::size_t i) {
        return category.standings[i] ? category.standings[i]->rank
                                     : wards.size() + category.standings.size();
    };
    std::sort(wards.begin(), wards.end(), [&](std::size_t a, std::size_t b) {
        return place(a) != place(b) ? place(a) < place(b)
                                    : study.wards.wards[a].name < study.wards.wards[b].name;
    });
    return wards;
}

/// "High Street and East", "12 wards, the highest High Street, East, ...": at most five names.
std::string some_wards(const StudyArea& study, const std::vector<std::size_t>& wards,
                       const char* first = "the highest") {
    std::vector<std::string> names;
    for (std::size_t k = 0; k < std::min(wards.size(), most_names); ++k) {
        names.push_back(study.wards.wards[wards[k]].name);
    }
    if (wards.size() <= most_names) return text::list(names);
    return fmt::format("{} {}, {} {}", text::number(double(wards.size()), 0),
                       area_noun(study, wards.size()), first, text::list(names));
}

const char* is_or_are(const std::vector<std::size_t>& wards) {
    return wards.size() == 1 ? "is" : "are";
}

/// The wards with the highest known figures, in descending order: at most `most` of them, with ties
/// all included or all omitted.
std::vector<std::size_t> top_by_figure(const StudyArea& study, const CategoryResult& category,
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

std::string concentration(const StudyArea& study, const CategoryResult& category) {
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

std::string highest_values(const StudyArea& study, const CategoryResult& category) {
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
    const bool may_be_others =
        std::ranges::any_of(category.values, [](const Cell& cell) { return !cell.is_known(); });
    return fmt::format("{}{} in {} {} {}.", rank ? "Nearest to 1" : "Highest",
                       may_be_others ? " of those published" : "",
                       study.project.area.empty() ? "the area" : study.project.area,
                       names.size() == 1 ? "is" : "are", text::list(names));
}

std::string withheld_sentence(const StudyArea& study, const CategoryResult& category) {
    const auto wards = wards_where(study, category, [](const hotspots::WardHotspot& ward) {
        return ward.reading.level == Level::uncertain;
    });
    if (wards.empty()) return {};
    return fmt::format("{} cannot be judged, because withheld figures decide.",
                       wards.size() <= most_names
                           ? some_wards(study, wards)
                           : fmt::format("{} {}", text::number(double(wards.size()), 0),
                                         area_noun(study, wards.size())));
}

std::vector<std::string> change_sentences(const StudyArea& study, const CategoryResult& category) {
    std::vector<std::string> wording;
    for (const auto level : {Level::risen, Level::fallen}) {
        const auto wards = wards_where(study, category, [&](const hotspots::WardHotspot& ward) {
            return ward.reading.level == level;
        });
        if (wards.empty()) continue;
        wording.push_back(
            fmt::format("{} {} {} by more than chance explains.",
                        some_wards(study, wards, level == Level::risen ? "the most" : "with"),
                        wards.size() == 1 ? "has" : "have", hotspots::name(level)));
    }
    if (wording.empty()) {
        wording.push_back(
            fmt::format("No {} has changed by more than chance explains.", area_noun(study, 1)));
    }
    return wording;
}

/// Question 1.
std::string level_sentence(const StudyArea& study, const CategoryResult& category) {
    const auto rate = rate_name(study, category);
    const auto higher = wards_where(study, category, [](const hotspots::WardHotspot& ward) {
        return hotspots::is_higher(ward.reading.level);
    });
    const auto lower = static_cast<std::size_t>(
        std::ranges::count_if(category.hotspots->wards, [](const hotspots::WardHotspot& ward) {
            return hotspots::is_lower(ward.reading.level);
        }));
    auto wording = higher.empty() ? fmt::format("No {} is above {} by more than chance explains",
                                                area_noun(study, 1), rate)
                                  : fmt::format("{} {} above {} by more than chance explains",
                                                some_wards(study, higher), is_or_are(higher), rate);
    if (lower > 0) wording += fmt::format("; {} {} below it", lower, lower == 1 ? "is" : "are");
    return wording + ".";
}

/// Question 2.
std::string exceptional_sentence(const StudyArea& study, const CategoryResult& category) {
    if (category.hotspots->funnel_tests == 0) return {};
    const auto with = [&](Evidence evidence) {
        return wards_where(study, category, [&](const hotspots::WardHotspot& ward) {
            return ward.exceptional && ward.exceptional->verdict == Verdict::high &&
                   ward.exceptional->evidence == evidence;
        });
    };
    const auto firm = with(Evidence::firm);
    const auto tentative = with(Evidence::tentative);
    std::vector<std::string> clauses;
    if (!firm.empty()) {
        clauses.push_back(fmt::format("{} {} exceptionally high even among these {}",
                                      some_wards(study, firm), is_or_are(firm),
                                      area_noun(study, 2)));
    }
    if (!tentative.empty()) {
        clauses.push_back(fmt::format("{} {} so tentatively", some_wards(study, tentative),
                                      is_or_are(tentative)));
        if (firm.empty()) {
            clauses.back() = fmt::format("{} {} exceptionally high among these {}, tentatively",
                                         some_wards(study, tentative), is_or_are(tentative),
                                         area_noun(study, 2));
        }
    }
    if (clauses.empty()) {
        return fmt::format("No {} is exceptionally high among these {}.", area_noun(study, 1),
                           area_noun(study, 2));
    }
    return text::join(clauses, "; ") + ".";
}

/// Question 3.
std::string cluster_sentence(const StudyArea& study, const CategoryResult& category) {
    if (category.hotspots->around_tests == 0) return {};
    const auto wards = wards_where(study, category, [](const hotspots::WardHotspot& ward) {
        return hotspots::is_in_cluster(ward.reading);
    });
    if (wards.empty()) {
        return fmt::format("No {} is above {} among high neighbours.", area_noun(study, 1),
                           category.hotspots->own_tests > 0 ? rate_name(study, category)
                                                            : "the mean of all");
    }
    return fmt::format("In a cluster of high {}: {}.", area_noun(study, 2),
                       some_wards(study, wards));
}

std::string not_tested_sentence(const StudyArea& study, const CategoryResult& category) {
    const auto why = why_not_tested(*category.hotspots);
    return fmt::format("No {} is tested by itself: {}.", area_noun(study, 1),
                       why.empty() ? "there is no denominator" : why);
}

} // namespace

std::vector<std::string> category_sentences(const StudyArea& study,
                                            const CategoryResult& category) {
    std::vector<std::string> sentences;
    auto first = concentration(study, category);
    if (first.empty()) first = highest_values(study, category);
    if (!first.empty()) sentences.push_back(std::move(first));
    const auto& found = category.hotspots;
    if (!found || found->own_tests + found->around_tests == 0) return sentences;
    const auto add = [&](std::string sentence) {
        if (!sentence.empty()) sentences.push_back(std::move(sentence));
    };
    if (!category.changes.empty()) {
        for (auto& sentence : change_sentences(study, category)) {
            add(std::move(sentence));
        }
    } else {
        add(found->own_tests > 0 ? level_sentence(study, category)
                                 : not_tested_sentence(study, category));
        add(exceptional_sentence(study, category));
        add(cluster_sentence(study, category));
    }
    add(withheld_sentence(study, category));
    return sentences;
}

} // namespace wardmap::words
