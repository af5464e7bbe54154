// SPDX-License-Identifier: MIT
#include "site/words.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/reading.h"
#include "project/measure_kind.h"
#include "study/category_sets.h"
#include "study/study.h"
#include "words/alt_text.h"
#include "words/captions.h"
#include "words/foot_lines.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"

namespace wardmap::site {
namespace {

using hotspots::Level;
using hotspots::Reading;

std::string percent(double share) {
    constexpr double least = 0.001;
    if (share < least) return "under 0.1%";
    const double rounded = text::rounded(100 * share, 1);
    return rounded >= 100 && share < 1 - 1e-9 ? "over 99.9%" : text::shortest(rounded) + "%";
}

std::string exceptional(const CategoryResult& category, std::size_t ward) {
    const auto& tested = category.hotspots->wards[ward].exceptional;
    const bool is_so = tested && tested->verdict == hotspots::Verdict::high;
    if (!is_so) return {};
    return tested->evidence == hotspots::Evidence::firm ? ", exceptionally high"
                                                        : ", exceptionally high, tentative";
}

/// "Theft (24.3 offences per 1,000 residents, tentative; Maidstone: 11.2; 2014)".
std::string with_figures(const Profile& profile, const CategoryResult& category, std::size_t ward) {
    std::string wording =
        fmt::format("{} ({}{}", category.spec.title, words::value_words(category, ward),
                    exceptional(category, ward));
    const auto area = words::area_line(profile.study, category);
    if (!area.empty()) wording += "; " + area;
    if (!category.spec.period.empty()) wording += "; " + category.spec.period;
    return wording + ")";
}

/// Sentences on one ward.
class WardReadings {
public:
    WardReadings(const Profile& profile, std::size_t ward)
        : m_profile(profile), m_ward(ward), m_tested(overlapping(profile.study)) {}

    [[nodiscard]] std::vector<std::string> sentences() const {
        std::vector<std::string> wording;
        const auto& name = m_profile.study.wards.wards[m_ward].name;
        if (m_tested.empty()) return wording;
        const auto high = of([](const Reading& r) { return hotspots::is_higher(r.level); }, true);
        if (high.empty()) {
            wording.push_back(
                fmt::format("Of the {}, {} is higher than the area by more than chance "
                            "explains in none.",
                            text::with_count(m_tested.size(), "category", "categories"), name));
        } else {
            wording.push_back(
                fmt::format("Of the {}, {} is higher than the area by more than chance "
                            "explains in {}: {}.",
                            text::with_count(m_tested.size(), "category", "categories"), name,
                            high.size(), text::join(high, "; ")));
        }
        const auto many = words::area_noun(m_profile.study, 2);
        const auto add = [&](const std::string& what, const std::vector<std::string>& titles) {
            if (!titles.empty()) {
                wording.push_back(fmt::format("{}: {}: {}.", name, what, text::join(titles, "; ")));
            }
        };
        add("in a cluster of high " + many,
            of([](const Reading& r) { return hotspots::is_in_cluster(r); }, false));
        add("next to high " + many,
            of([](const Reading& r) { return hotspots::is_next_to_high(r); }, true));
        add("lower than the area by more than chance explains",
            of([](const Reading& r) { return hotspots::is_lower(r.level); }, true));
        add("similar to the area: within what chance explains",
            of([](const Reading& r) { return r.level == Level::similar; }, false));
        add("cannot be judged, because withheld figures decide",
            of([](const Reading& r) { return r.level == Level::uncertain; }, false));
        add("not tested by itself",
            of([](const Reading& r) { return r.level == Level::not_tested; }, true));
        add("no figure", of([](const Reading& r) { return r.level == Level::no_figure; }, false));
        return wording;
    }

private:
    template <typename Condition>
    [[nodiscard]] std::vector<std::string> of(const Condition& is_so, bool figures) const {
        std::vector<std::string> wording;
        for (const auto* const category : m_tested) {
            if (!is_so(category->hotspots->wards[m_ward].reading)) continue;
            wording.push_back(figures ? with_figures(m_profile, *category, m_ward)
                                      : category->spec.title);
        }
        return wording;
    }

    const Profile& m_profile;
    std::size_t m_ward;
    std::vector<const CategoryResult*> m_tested;
};

/// Sentences for each of the first wards, and the wards without any.
template <typename Sentences>
std::vector<std::string> for_each_ward(const Profile& profile, std::size_t most,
                                       const Sentences& sentences_of) {
    std::vector<std::string> wording;
    const auto& wards = profile.location.wards;
    for (std::size_t i = 0; i < std::min(most, wards.size()); ++i) {
        for (auto& sentence : sentences_of(wards[i].ward)) {
            wording.push_back(std::move(sentence));
        }
    }
    return wording;
}

std::string sentence(std::string s) {
    if (!s.empty() && s.back() != '.') s += '.';
    return s;
}

} // namespace

std::string distance_text(double metres) {
    if (metres < 10) return "under 10 m";
    const double tens = 10 * std::round(metres / 10);
    if (tens < 1000) return text::number(tens, 0) + " m";
    return text::shortest(text::rounded(metres / 1000, 1)) + " km";
}

std::string reach_text(const Profile& profile) {
    const double metres = profile.within_m;
    return metres < 1000 ? text::shortest(metres) + " m" : text::shortest(metres / 1000) + " km";
}

std::string ward_names(const Profile& profile) {
    std::vector<std::string> names;
    for (const auto& [ward, share] : profile.location.wards) {
        names.push_back(profile.study.wards.wards[ward].name);
    }
    return text::list(names);
}

std::vector<std::string> where_sentences(const Profile& profile) {
    const auto& [study, site, location, within] = profile;
    const auto name = [&study = study](std::size_t ward) { return study.wards.wards[ward].name; };
    std::vector<std::string> wording;
    const auto area = study.project.area.empty() ? "" : ", " + study.project.area;
    if (site.is_point() || (location.wards.size() == 1 && location.how == Outside::none)) {
        wording.push_back(fmt::format("The site is in the {} {}{}.", study.wards.noun.singular,
                                      name(location.wards.front().ward), area));
    } else {
        std::vector<std::string> shares;
        for (const auto& [ward, share] : location.wards) {
            shares.push_back(fmt::format("{} ({} of its area)", name(ward), percent(share)));
        }
        wording.push_back(fmt::format("The site is in the {} {}{}.",
                                      words::area_noun(study, location.wards.size()),
                                      text::list(shares), area));
    }
    if (location.outside > 0) {
        wording.push_back(fmt::format("{} of its area is outside the boundaries; no figures are "
                                      "reported for that part.",
                                      words::first_capital(percent(location.outside))));
    }
    std::vector<std::string> others;
    for (const auto ward : location.on_border) {
        others.push_back(name(ward));
    }
    if (site.is_point() && location.how == Outside::part) {
        others.emplace_back("outside the boundaries");
    }
    if (!others.empty()) {
        wording.push_back(fmt::format("It is on a border: within {} of the place, its stated "
                                      "precision, it may also be in {}.",
                                      text::number(site.doubt_m, 0) + " m",
                                      text::list(others, "or")));
    }
    wording.push_back(site.note);
    return wording;
}

std::vector<std::string> reading_sentences(const Profile& profile, std::size_t most_wards) {
    return for_each_ward(profile, most_wards,
                         [&](std::size_t ward) { return WardReadings(profile, ward).sentences(); });
}

std::string place_text(const Study& study, const CategoryResult& category, std::size_t ward) {
    const auto& standing = category.standings[ward];
    if (!standing) return {};
    const bool rank = category.spec.is(project::MeasureKind::rank);
    const auto& meaning = category.spec.rank_meaning;
    return fmt::format("rank {}{} of {} {}, 1 = {}", standing->rank, standing->tied ? "=" : "",
                       standing->of, words::area_noun(study, standing->of),
                       !rank             ? "highest"
                       : meaning.empty() ? "the number nearest to 1"
                                         : meaning);
}

std::vector<std::string> deprivation_sentences(const Profile& profile, std::size_t most_wards) {
    const auto found = deprivation_of(profile.study);
    return for_each_ward(profile, most_wards, [&](std::size_t ward) {
        std::vector<std::string> wording;
        for (const auto* const category : found) {
            const auto place = place_text(profile.study, *category, ward);
            const auto line = words::area_line(profile.study, *category);
            wording.push_back(fmt::format(
                "{}: {}, {}{}{}.", category->spec.title, profile.study.wards.wards[ward].name,
                words::value_words(*category, ward), place.empty() ? "" : "; " + place,
                line.empty() ? "" : "; " + line));
        }
        return wording;
    });
}

HighNear high_near(const Profile& profile, const CategoryResult& category) {
    HighNear found;
    if (!category.hotspots) return found;
    for (const auto& other : profile.location.others) {
        if (!hotspots::is_higher(category.hotspots->wards[other.ward].reading.level)) continue;
        if (!found.nearest) found.nearest = other;
        if (other.distance_m <= profile.within_m) found.within.push_back(other);
    }
    return found;
}

std::vector<std::string> high_in(const Study& study, std::size_t ward) {
    std::vector<std::string> titles;
    for (const auto* const category : overlapping(study)) {
        if (!hotspots::is_higher(category->hotspots->wards[ward].reading.level)) continue;
        titles.push_back(category->spec.title);
    }
    return titles;
}

std::vector<std::string> limit_sentences(const Profile& profile) {
    const auto& study = profile.study;
    const auto& one = study.wards.noun.singular;
    std::vector<std::string> wording = {
        fmt::format("These are figures of whole {0}. The average of a {1} does not describe a site "
                    "in it: a few streets can hold most of what is counted.",
                    study.wards.noun.plural, one),
        "They are what was recorded, not all that happened. They do not say who did it, to whom, "
        "or why.",
        "They do not say what a development would add or take away.",
        "\u201CHigh\u201D means more than chance alone would make; \u201Ctentative\u201D means "
        "that this is not significant after correction for multiple testing. \u201CNo "
        "evidence\u201D does not mean none."};
    const auto has = [&](const auto& condition) {
        return std::ranges::any_of(study.categories, condition);
    };
    if (has([](const auto& c) { return c.spec.is(project::MeasureKind::rate); })) {
        wording.emplace_back("A rate per resident is high where many people come who do not live "
                             "there, as in a town centre.");
    }
    if (has([&](const CategoryResult& c) {
            return std::ranges::any_of(profile.location.wards, [&](const Share& share) {
                return c.values[share.ward].is_suppressed();
            });
        })) {
        wording.emplace_back(
            "A withheld figure is given as the range of values that it may have; it is "
            "not zero.");
    }
    const auto& note = study.project.boundaries.note;
    if (!note.empty()) {
        wording.push_back(fmt::format("The site's location is only as exact as the boundaries: {}",
                                      sentence(note)));
    }
    if (!profile.site.is_point()) {
        wording.push_back(
            fmt::format("Shares are of the site's area, not of its people or homes; no "
                        "figure is split or averaged between {}.",
                        study.wards.noun.plural));
    }
    return wording;
}

std::vector<std::string> source_sentences(const Profile& profile) {
    std::vector<const CategoryResult*> categories;
    for (const auto& category : profile.study.categories) {
        categories.push_back(&category);
    }
    auto wording = words::common_sources(categories);
    const auto add = [](std::vector<std::string>& to, const std::string& line) {
        if (!line.empty() && std::ranges::find(to, line) == to.end()) to.push_back(line);
    };
    for (const auto& category : profile.study.categories) {
        const auto& note = category.spec.note;
        if (!note.empty()) add(wording, fmt::format("{}: {}", category.spec.title, sentence(note)));
    }
    for (const auto& line : words::boundary_lines(profile.study)) {
        add(wording, line);
    }
    return wording;
}

} // namespace wardmap::site
