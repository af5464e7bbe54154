// SPDX-License-Identifier: MIT
#include "words/ward_figures.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/reading.h"
#include "project/measure_kind.h"
#include "study/category_result.h"
#include "study/study_area.h"
#include "tables/cell.h"
#include "words/compared_to.h"

namespace wardmap::words {
namespace {

using project::MeasureKind;

constexpr const char* tentative = " (tentative)";

std::string percent_text(double ratio) {
    if (std::isinf(ratio)) return "no upper limit";
    return (ratio > 1 ? "+" : "") + text::number(100 * (ratio - 1), 0) + "%";
}

} // namespace

bool shows_counts(const CategoryResult& category) {
    const auto& spec = category.spec;
    return spec.is(MeasureKind::rate) || spec.is(MeasureKind::share) ||
           spec.is(MeasureKind::density) || spec.is(MeasureKind::index);
}

std::string count_text(const Cell& figure) {
    if (figure.is_known()) {
        return text::number(figure.value(), std::fmod(figure.value(), 1) == 0 ? 0 : 1);
    }
    if (figure.is_suppressed()) {
        return fmt::format("withheld, {} to {}", text::number(figure.low(), 0),
                           text::number(figure.high(), 0));
    }
    return "none supplied";
}

std::string value_text(const CategoryResult& category, std::size_t ward) {
    const auto& value = category.values[ward];
    if (value.is_suppressed() && shows_counts(category)) {
        return fmt::format("{} to {}", text::number(value.low(), category.banding.decimals),
                           text::number(value.high(), category.banding.decimals));
    }
    return printed(category, ward);
}

std::string limits_text(const CategoryResult& category, std::size_t ward) {
    if (!category.changes.empty()) {
        const auto& change = category.changes[ward];
        if (!change) return {};
        return fmt::format("{} to {}", percent_text(change->ratio_95.low),
                           percent_text(change->ratio_95.high));
    }
    if (!category.hotspots || !category.hotspots->wards[ward].own) return {};
    const double per = category.spec.is(MeasureKind::rate) ? category.spec.per : 100;
    const auto& limits = category.hotspots->wards[ward].own->limits.at_95;
    const int decimals = category.banding.decimals;
    return fmt::format("{} to {}", text::number(limits.low * per, decimals),
                       text::number(limits.high * per, decimals));
}

std::string rank_text(const CategoryResult& category, std::size_t ward) {
    const auto& standing = category.standings[ward];
    if (!standing) return "";
    if (standing->worst > standing->rank) {
        return fmt::format("{} to {}", standing->rank, standing->worst);
    }
    return std::to_string(standing->rank) + (standing->tied ? "=" : "");
}

std::string band_text(const CategoryResult& category, std::size_t ward) {
    const auto band = category.banding.band_of[ward];
    if (band) {
        const auto& found = category.banding.bands[*band];
        return found.word.empty() ? found.range : found.range + ", " + found.word;
    }
    return category.values[ward].is_suppressed() ? "not certain" : "none";
}

std::string reading_text(const StudyArea& study, const CategoryResult& category, std::size_t ward) {
    if (!category.hotspots) return {};
    const auto& found = category.hotspots->wards[ward];
    auto wording = hotspots::words(found.reading, label_words(study, category));
    using hotspots::Evidence;
    using hotspots::Verdict;
    if (found.change)
        return wording + (found.change->evidence == Evidence::tentative ? tentative : "");
    const bool names_neighbours = found.neighbours && (found.neighbours->verdict == Verdict::high ||
                                                       found.neighbours->verdict == Verdict::low);
    if (names_neighbours && found.neighbours->evidence == Evidence::tentative) wording += tentative;
    const bool exceptional = found.exceptional && found.exceptional->evidence == Evidence::firm;
    if (!exceptional) return wording;
    // "Much higher, by itself" becomes "Exceptionally high, by itself".
    const auto& level = hotspots::name(found.reading.level);
    const char* const side = found.exceptional->verdict == Verdict::high ? "high" : "low";
    const bool is_so =
        hotspots::is_higher(found.reading.level) || hotspots::is_lower(found.reading.level);
    return is_so ? fmt::format("Exceptionally {}{}", side, wording.substr(level.size())) : wording;
}

std::string first_capital(std::string s) {
    if (!s.empty() && s.front() >= 'a' && s.front() <= 'z') {
        s.front() = static_cast<char>(s.front() - 'a' + 'A');
    }
    return s;
}

std::string area_noun(const StudyArea& study, std::size_t n) {
    const auto& boundaries = study.project.boundaries;
    return n == 1 ? boundaries.noun.singular : boundaries.noun.plural;
}

std::string printed(const CategoryResult& category, std::size_t ward) {
    return printed(category.values[ward], category.banding.decimals);
}

std::string printed(const Cell& value, int decimals) {
    switch (value.state()) {
    case Cell::State::known:
        return text::number(value.value(), decimals);
    case Cell::State::suppressed:
        return fmt::format("withheld, {} to {}", text::number(value.low(), decimals),
                           text::number(value.high(), decimals));
    case Cell::State::missing:
        return "no figure";
    case Cell::State::not_calculable:
        return "not calculable";
    }
    return {};
}

} // namespace wardmap::words
