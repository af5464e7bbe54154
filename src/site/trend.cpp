// SPDX-License-Identifier: MIT
// Trends of a ward over the project's periods.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "site/words.h"
#include "study/study.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"

namespace wardmap::site {
namespace {

/// "most 95 (2014-07), least 60 (2014-02)" of the periods with a known figure; empty if fewer than
/// three are known.
std::string ends_of(const CategoryResult& category, std::size_t ward) {
    std::vector<const Step*> known;
    for (const auto& step : category.steps) {
        if (step.figures[ward].is_known()) known.push_back(&step);
    }
    if (known.size() < 3) return {};
    const auto less = [ward](const Step* a, const Step* b) {
        return a->figures[ward].value() < b->figures[ward].value();
    };
    const auto [least, most] = std::minmax_element(known.begin(), known.end(), less);
    const auto named = [ward](const Step* step) {
        return fmt::format("{} ({})", words::count_text(step->figures[ward]), step->label);
    };
    const bool level = (*least)->figures[ward] == (*most)->figures[ward];
    return level ? "the same in all"
                 : fmt::format("most {}, least {}", named(*most), named(*least));
}

std::string series_sentence(const Profile& profile, const CategoryResult& category,
                            std::size_t ward) {
    const auto& first = category.steps.front();
    const auto& last = category.steps.back();
    auto text = fmt::format("{}: {}, {}. {}: {}; {}: {}", category.spec.title,
                            profile.study.wards.wards[ward].name, category.spec.unit, first.label,
                            words::count_text(first.figures[ward]), last.label,
                            words::count_text(last.figures[ward]));
    const auto ends = ends_of(category, ward);
    if (!ends.empty()) {
        text += fmt::format("; of {}, {}", text::with_count(category.steps.size(), "period"), ends);
    }
    text += ".";
    if (!category.series.empty()) text += " " + words::series_words(category.series[ward]) + ".";
    return text;
}

} // namespace

std::vector<std::string> trend_sentences(const Profile& profile, std::size_t most_wards) {
    std::vector<std::string> lines;
    const auto& wards = profile.location.wards;
    for (const auto& category : profile.study.categories) {
        for (std::size_t i = 0; i < std::min(most_wards, wards.size()); ++i) {
            const auto ward = wards[i].ward;
            if (!category.steps.empty()) {
                lines.push_back(series_sentence(profile, category, ward));
            } else if (!category.changes.empty()) {
                lines.push_back(category.spec.title + ": " +
                                words::ward_sentence(profile.study, category, ward));
            }
        }
    }
    return lines;
}

} // namespace wardmap::site
