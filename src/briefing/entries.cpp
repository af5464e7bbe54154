// SPDX-License-Identifier: MIT
#include "briefing/entries.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/suggest.h"
#include "base/text.h"
#include "study/study.h"

namespace wardmap::briefing {
namespace {

/// The project's priority wards, by code or name.
std::vector<std::size_t> priorities_of(const Study& study) {
    const auto& spec = study.briefing;
    const auto& wards = study.wards.wards;
    std::vector<std::size_t> found;
    Findings faults;
    for (const auto& wanted : spec.priorities) {
        const auto folded = text::fold_case(wanted);
        std::vector<std::size_t> fits;
        std::vector<std::string> names;
        for (std::size_t i = 0; i < wards.size(); ++i) {
            names.push_back(wards[i].name);
            if (wards[i].code == wanted || text::fold_case(wards[i].name) == folded) {
                fits.push_back(i);
            }
        }
        if (fits.size() == 1) {
            if (std::ranges::find(found, fits[0]) == found.end()) found.push_back(fits[0]);
            continue;
        }
        faults.push_back(
            {.severity = Severity::error,
             .place = {study.project.file.written, spec.priorities_line, 0},
             .found = fmt::format("the priority {} is {}", text::quoted(wanted),
                                  fits.empty() ? "not a " + study.wards.noun.singular
                                               : "the name of several " + study.wards.noun.plural),
             .expected = fits.empty() ? "a name or a code of the boundaries" : "its code",
             .help = fits.empty() ? did_you_mean(wanted, names) : std::string()});
    }
    stop_on_errors(faults);
    return found;
}

std::vector<Reason> reasons_of(const Briefing& briefing, std::size_t ward) {
    std::vector<Reason> reasons;
    for (const auto& subject : briefing.subjects.list) {
        const auto points = points_of(subject, ward);
        if (points.sum() > 0) reasons.push_back({&subject, points});
    }
    std::ranges::stable_sort(reasons, [](const Reason& a, const Reason& b) {
        return a.subject->weight * a.points.sum() > b.subject->weight * b.points.sum();
    });
    return reasons;
}

/// "A", "B", ..., "Z", "AA", ...
std::string letters(std::size_t n) {
    constexpr std::size_t alphabet = 26;
    const std::string last(1, static_cast<char>('A' + n % alphabet));
    return n < alphabet ? last : letters(n / alphabet - 1) + last;
}

} // namespace

Briefing make_briefing(const Study& study, int threads) {
    Briefing briefing{study, subjects_of(study, threads), {}, {}, priorities_of(study)};
    briefing.now = ranking(study, briefing.subjects, Time::now);
    const bool compares = std::ranges::any_of(
        briefing.subjects.list, [](const Subject& subject) { return subject.before != nullptr; });
    if (compares) briefing.before = ranking(study, briefing.subjects, Time::before);
    return briefing;
}

std::string title_of(const Study& study) {
    const auto& project = study.project;
    const auto& owner = project.title.empty() ? project.area : project.title;
    return owner.empty() ? "Briefing" : "Briefing: " + owner;
}

std::vector<Entry> entries_of(const Briefing& briefing, std::size_t most) {
    const std::set<std::size_t> wanted(briefing.priorities.begin(), briefing.priorities.end());
    std::vector<Entry> entries;
    std::set<std::size_t> listed;
    for (const auto& score : briefing.now) {
        if (entries.size() == most || score.score <= 0) break;
        entries.push_back({score, std::to_string(entries.size() + 1), wanted.contains(score.ward),
                           reasons_of(briefing, score.ward)});
        listed.insert(score.ward);
    }
    std::size_t more = 0;
    for (const auto ward : briefing.priorities) {
        if (listed.contains(ward)) continue;
        const auto score = std::ranges::find(briefing.now, ward, &WardScore::ward);
        entries.push_back({*score, letters(more++), true, reasons_of(briefing, ward)});
    }
    return entries;
}

std::vector<std::size_t> equal_to_last(const Briefing& briefing, std::size_t most) {
    std::vector<std::size_t> wards;
    if (most == 0 || briefing.now.size() <= most) return wards;
    const auto& last = briefing.now[most - 1];
    if (last.score <= 0) return wards;
    for (auto i = most; i < briefing.now.size() && briefing.now[i].rank == last.rank; ++i) {
        wards.push_back(briefing.now[i].ward);
    }
    return wards;
}

std::optional<std::size_t> place_on_list(const std::vector<WardScore>& ranking, std::size_t ward,
                                         std::size_t most) {
    for (std::size_t i = 0; i < std::min(most, ranking.size()); ++i) {
        if (ranking[i].ward == ward && ranking[i].score > 0) return ranking[i].rank;
    }
    return std::nullopt;
}

} // namespace wardmap::briefing
