// SPDX-License-Identifier: MIT
#include "words/ward_figures.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "hotspots/reading.h"

namespace wardmap::words {
namespace {

using project::MeasureKind;

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
    double per = 0;
    if (category.spec.is(MeasureKind::rate)) per = category.spec.per;
    if (category.spec.is(MeasureKind::share)) per = 100;
    if (per == 0) return {};
    // The ratio's limits times the rate it is a ratio to: those of the ward's own rate.
    const auto& own = *category.hotspots->wards[ward].own;
    const double rate = category.hotspots->rate * per;
    const int decimals = category.banding.decimals;
    return fmt::format("{} to {}", text::number(own.ratio_95.low * rate, decimals),
                       text::number(own.ratio_95.high * rate, decimals));
}

std::string rank_text(const CategoryResult& category, std::size_t ward) {
    const auto& standing = category.standings[ward];
    if (!standing) return "";
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

std::string reading_text(const Study& study, const CategoryResult& category, std::size_t ward) {
    if (!category.hotspots) return {};
    const auto& joint = category.hotspots->wards[ward].joint;
    return hotspots::words(joint.reading, area_noun(study, 2)) +
           (joint.evidence == hotspots::Evidence::tentative ? " (tentative)" : "");
}

std::string first_capital(std::string s) {
    if (!s.empty() && s.front() >= 'a' && s.front() <= 'z') {
        s.front() = static_cast<char>(s.front() - 'a' + 'A');
    }
    return s;
}

std::string area_noun(const Study& study, std::size_t n) {
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
