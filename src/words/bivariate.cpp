// SPDX-License-Identifier: MIT
#include "words/bivariate.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "bands/banding.h"
#include "base/text.h"
#include "study/bivariate.h"
#include "study/disclosure/disclose.h"
#include "study/study.h"
#include "words/captions.h"
#include "words/foot_lines.h"
#include "words/ward_figures.h"

namespace wardmap::words {
namespace {

std::string number(std::size_t n) {
    return text::number(static_cast<double>(n), 0);
}

/// With a lower-case initial, unless it is an abbreviation ("IMD").
std::string lower_first(std::string s) {
    const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
    if (s.size() > 1 && is_capital(s[0]) && !is_capital(s[1])) {
        s.front() = static_cast<char>(s.front() - 'A' + 'a');
    }
    return s;
}

std::string sentence(std::string s) {
    if (!s.empty() && s.back() != '.' && s.back() != '!' && s.back() != '?') s += '.';
    return s;
}

/// "Of the 9 wards high on deprivation 5 are also high on theft."
std::string high_sentence(const Study& study, const BivariateResult& result) {
    const auto high = high_wards(result);
    if (high.up == 0 || high.across == 0) return {};
    return fmt::format(
        "Of the {} {} in the class \u201C{}\u201D {} {} also in \u201C{}\u201D; if the two were "
        "unrelated, about {} would be expected ({} \u00D7 {} / {}). This is a count, "
        "not a test.",
        number(high.up), area_noun(study, high.up), axis_words(result.up, 2), number(high.both),
        high.both == 1 ? "is" : "are", axis_words(result.across, 2), text::number(high.expected, 1),
        number(high.up), number(high.across), number(result.placed));
}

std::string correlation_sentence(const Study& study, const BivariateResult& result) {
    if (!result.correlation) return {};
    return fmt::format("Spearman\u2019s rank correlation over the {} {} with both figures is {} "
                       "(1: the same order; 0: none; \u22121: the opposite order).",
                       number(result.known), area_noun(study, result.known),
                       text::number(*result.correlation, 2));
}

std::string unplaced_sentence(const Study& study, const BivariateResult& result) {
    const auto unplaced = result.wards.size() - result.placed;
    if (unplaced == 0) return {};
    return fmt::format("{} {} no class, because a figure is withheld or missing.",
                       text::with_count(unplaced, area_noun(study, 1), area_noun(study, 2)),
                       unplaced == 1 ? "has" : "have");
}

std::string method_of(const BivariateResult& result) {
    const auto classes = [](const BivariateAxis& axis) {
        const auto& banding = axis.banding;
        const auto how =
            banding.scheme == project::Scheme::quantile && banding.bands.size() == 3
                ? std::string("thirds (quantiles)")
                : fmt::format("{}, {}", banding.method,
                              text::with_count(banding.bands.size(), "class", "classes"));
        return axis.phrase + ": " + how + (axis.turned ? ", low numbers at the high end" : "");
    };
    return fmt::format("Classes of {}; {}. Equal figures are always in one class.",
                       classes(result.up), classes(result.across));
}

/// The wards without a class, and those with one although a figure is withheld, by name.
void describe_states(const Study& study, const BivariateResult& result, std::string& text) {
    const auto add_state = [&](const char* what, Cell::State state, bool placed) {
        std::vector<std::string> names;
        for (std::size_t i = 0; i < result.wards.size(); ++i) {
            const auto& ward = result.wards[i];
            if (ward.state == state && ward.up.has_value() == placed) {
                names.push_back(study.wards.wards[i].name);
            }
        }
        std::sort(names.begin(), names.end());
        if (!names.empty()) text += fmt::format("{}: {}.\n", what, text::list(names));
    };
    add_state("A figure withheld, but within the class", Cell::State::suppressed, true);
    add_state("A figure withheld, class not certain", Cell::State::suppressed, false);
    add_state("No figure supplied", Cell::State::missing, false);
    add_state("Not calculable (no denominator)", Cell::State::not_calculable, false);
}

std::string alt_of(const Study& study, const BivariateResult& result) {
    const auto n = study.wards.wards.size();
    auto alt =
        fmt::format("Map of {} {} by two measures at once, {}{}", number(n), area_noun(study, n),
                    result.spec.title, study.project.area.empty() ? "" : ", " + study.project.area);
    constexpr std::size_t most_named = 6;
    for (const auto& [up, across] : {std::pair<std::size_t, std::size_t>{2, 2}, {2, 0}, {0, 2}}) {
        const auto names = names_at(study, result, up, across);
        alt += fmt::format("; {}: {}", class_words(result, up, across),
                           names.empty()                ? "none"
                           : names.size() <= most_named ? text::list(names)
                                                        : number(names.size()));
    }
    return alt + ".";
}

} // namespace

std::string level_word(const BivariateAxis& axis, std::size_t place) {
    if (std::ranges::find(axis.place_of_band, place) == axis.place_of_band.end()) return {};
    static constexpr std::array words = {"low", "middle", "high"};
    static constexpr std::array ranks = {"last", "middle", "first"};
    return axis.named || !axis.turned ? words.at(place) : ranks.at(place);
}

std::string axis_words(const BivariateAxis& axis, std::size_t place) {
    return level_word(axis, place) + (axis.named || !axis.turned ? " " : " in ") + axis.phrase;
}

std::string class_words(const BivariateResult& result, std::size_t up, std::size_t across) {
    return axis_words(result.up, up) + " and " + axis_words(result.across, across);
}

std::string class_words(const BivariateResult& result, const BivariateWard& ward) {
    if (ward.up) return class_words(result, *ward.up, *ward.across);
    switch (ward.state) {
    case Cell::State::missing:
        return "no figure";
    case Cell::State::not_calculable:
        return "not calculable";
    case Cell::State::known:
    case Cell::State::suppressed:
        break;
    }
    return "withheld";
}

std::string range_at(const BivariateAxis& axis, std::size_t place) {
    for (std::size_t band = 0; band < axis.place_of_band.size(); ++band) {
        if (axis.place_of_band[band] == place) return axis.banding.bands[band].range;
    }
    return {};
}

std::vector<std::string> names_at(const Study& study, const BivariateResult& result, std::size_t up,
                                  std::size_t across) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < result.wards.size(); ++i) {
        const auto& ward = result.wards[i];
        if (ward.up == up && ward.across == across) names.push_back(study.wards.wards[i].name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

std::vector<std::string> bivariate_sentences(const Study& study, const BivariateResult& result) {
    std::vector<std::string> sentences;
    for (auto text : {high_sentence(study, result), correlation_sentence(study, result),
                      unplaced_sentence(study, result)}) {
        if (!text.empty()) sentences.push_back(std::move(text));
    }
    return sentences;
}

std::vector<std::string> class_lines(const Study& study, const BivariateResult& result) {
    std::vector<std::string> lines;
    for (const std::size_t up : {2U, 1U, 0U}) {
        for (const std::size_t across : {2U, 1U, 0U}) {
            if (level_word(result.up, up).empty() || level_word(result.across, across).empty()) {
                continue;
            }
            const auto names = names_at(study, result, up, across);
            lines.push_back(fmt::format(
                "{}, {} ({} and {}): {}{}{}.", code_of(up, across), class_words(result, up, across),
                range_at(result.up, up), range_at(result.across, across),
                text::with_count(names.size(), area_noun(study, 1), area_noun(study, 2)),
                names.empty() ? "" : ": ", text::list(names)));
        }
    }
    return lines;
}

std::string axis_unit(const CategoryResult& category) {
    auto text = legend_title(category);
    if (category.spec.is(project::MeasureKind::rank) && !category.spec.rank_meaning.empty() &&
        text.find(category.spec.rank_meaning) == std::string::npos) {
        text += ", 1 = " + category.spec.rank_meaning;
    }
    return category.spec.period.empty() ? text : text + ", " + category.spec.period;
}

std::string bivariate_subtitle(const Study& study, const BivariateResult& result) {
    const auto& area = study.project.area;
    return fmt::format("{}, and {}, by {}{}", axis_unit(category_of(study, result.up)),
                       lower_first(axis_unit(category_of(study, result.across))),
                       area_noun(study, 1), area.empty() ? "" : ", " + area);
}

std::vector<std::string> bivariate_foot(const Study& study, const BivariateResult& result) {
    const auto& up = category_of(study, result.up);
    const auto& across = category_of(study, result.across);
    std::vector<std::string> lines{text::join(common_sources({&up, &across}), " ")};
    std::vector<std::string> notes;
    for (const auto* const category : {&up, &across}) {
        for (const auto& note : {category->spec.note, in_words(category->disclosure.rule)}) {
            if (!note.empty()) notes.push_back(category->spec.title + ": " + sentence(note));
        }
    }
    if (!result.spec.note.empty()) notes.push_back(sentence(result.spec.note));
    lines.push_back(text::join(notes, " "));
    lines.push_back(method_of(result));
    for (const auto& line : layer_lines(study)) {
        lines.push_back(line);
    }
    for (const auto& line : boundary_lines(study)) {
        lines.push_back(line);
    }
    std::erase(lines, std::string());
    return lines;
}

MapWords words_of(const Study& study, const BivariateResult& result) {
    MapWords words;
    words.alt = alt_of(study, result);
    auto& text = words.description;
    text = sentence(result.spec.title + ". " + bivariate_subtitle(study, result)) + "\n";
    for (const auto& line : class_lines(study, result)) {
        text += line + "\n";
    }
    describe_states(study, result, text);
    for (const auto& lines : {bivariate_sentences(study, result), bivariate_foot(study, result)}) {
        for (const auto& line : lines) {
            text += line + "\n";
        }
    }
    return words;
}

} // namespace wardmap::words
