// SPDX-License-Identifier: MIT
#include "maps/symbols/fills.h"
#include "maps/symbols/fill.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "bands/cuts.h"
#include "paint/palette.h"
#include "project/band_spec.h"
#include "project/category.h"
#include "project/measure_kind.h"
#include "study/category_result.h"
#include "style/style.h"
#include "tables/cell.h"

namespace wardmap::maps {
namespace {

constexpr paint::Colour pattern_grey{0x59, 0x59, 0x59};
constexpr paint::Colour no_figure_grey{0xF0, 0xF0, 0xF0};

bool is_score(const project::Category& spec) {
    using project::MeasureKind;
    return spec.is(MeasureKind::mean) || spec.is(MeasureKind::rank) ||
           spec.is(MeasureKind::index) ||
           (!spec.has_measure() && spec.made_as<project::Change>() == nullptr);
}

constexpr std::string_view grey_diverging = "Greys";

bool is_among(const std::string& name, const std::vector<std::string>& names) {
    return std::ranges::find(names, name) != names.end();
}

/// "Greys" is also a sequential ramp, and is used as one except for changes.
bool has_own_diverging(const project::Category& spec, const style::Style& style) {
    if (style.is_grey()) return false;
    const bool change = spec.made_as<project::Change>() != nullptr;
    return is_among(spec.palette, paint::diverging_names()) &&
           (change || !is_among(spec.palette, paint::palette_names()));
}

const std::string& diverging_of(const project::Category& spec, const style::Style& style) {
    return has_own_diverging(spec, style) ? spec.palette : style.palette_diverging;
}

/// For schemes that divide the wards at the mean or the median, the number of bands below it.
std::optional<std::size_t> bands_below_centre(const CategoryResult& category) {
    const auto scheme = category.banding.scheme;
    const bool mean = scheme == project::Scheme::deviation;
    const auto& bands = category.banding.bands;
    if ((!mean && scheme != project::Scheme::box) || bands.size() < 2) return std::nullopt;
    std::vector<double> known;
    for (const auto& cell : category.values) {
        if (cell.is_known()) known.push_back(cell.value());
    }
    std::sort(known.begin(), known.end());
    const double centre =
        mean ? std::accumulate(known.begin(), known.end(), 0.0) / static_cast<double>(known.size())
             : bands::quantile(known, 0.5);
    return static_cast<std::size_t>(
        std::count_if(bands.begin(), bands.end(),
                      [&](const auto& band) { return (band.low + band.high) / 2 < centre; }));
}

} // namespace

std::optional<std::size_t> middle_band(const CategoryResult& category) {
    const auto& bands = category.banding.bands;
    if (category.spec.made_as<project::Change>() == nullptr || bands.empty()) return std::nullopt;
    for (std::size_t i = 0; i + 1 < bands.size(); ++i) {
        if (bands[i + 1].low > 0) return i;
    }
    return bands.size() - 1;
}

std::vector<paint::Colour> band_colours(const CategoryResult& category, const style::Style& style) {
    const auto& spec = category.spec;
    const bool own_diverging = has_own_diverging(spec, style);
    const auto& diverging = diverging_of(spec, style);
    const auto middle = middle_band(category);
    if (middle) {
        return paint::diverging_palette(diverging, *middle,
                                        category.banding.bands.size() - 1 - *middle);
    }
    const auto below = bands_below_centre(category);
    const bool apart =
        diverging != grey_diverging; // its sides differ by hatching, for changes only
    if (below && apart && (spec.palette.empty() || own_diverging)) {
        auto colours = paint::diverging_palette(diverging, *below,
                                                category.banding.bands.size() - *below, false);
        if (spec.is(project::MeasureKind::rank)) std::reverse(colours.begin(), colours.end());
        return colours;
    }
    const bool own_ramp = !spec.palette.empty() && !own_diverging && !style.is_grey();
    const std::string& palette = own_ramp         ? spec.palette
                                 : is_score(spec) ? style.palette_score
                                                  : style.palette_sequential;
    const auto& own = is_score(spec) ? style.own_score : style.own_sequential;
    const auto count = std::max<std::size_t>(1, category.banding.bands.size());
    auto colours = !own_ramp && !own.empty() ? paint::ramp_palette(own, count)
                                             : paint::sequential_palette(palette, count);
    if (spec.is(project::MeasureKind::rank)) std::reverse(colours.begin(), colours.end());
    return colours;
}

Palette palette_of(const CategoryResult& category, const style::Style& style) {
    return {band_colours(category, style), style.hatch_mm, style.hatch_pt,
            diverging_of(category.spec, style) == grey_diverging};
}

Fill fill_of(Look look, std::optional<std::size_t> band, const Palette& palette) {
    using Kind = paint::Hatch::Kind;
    Fill fill;
    fill.look = look;
    fill.band = band;
    if (band) fill.colour = palette.colours[*band];
    switch (look) {
    case Look::band:
        break;
    case Look::suppressed_banded:
        fill.hatch = paint::Hatch{
            Kind::lines, 45, palette.hatch_mm, palette.hatch_pt,
            band && paint::text_on(fill.colour) == paint::white ? paint::white : pattern_grey};
        break;
    case Look::suppressed:
        fill.hatch =
            paint::Hatch{Kind::lines, 45, palette.hatch_mm, palette.hatch_pt, pattern_grey};
        break;
    case Look::missing:
        fill.colour = no_figure_grey;
        fill.hatch = paint::Hatch{Kind::dots, 0, 0.95 * palette.hatch_mm, 1.7 * palette.hatch_pt,
                                  pattern_grey};
        break;
    case Look::not_calculable:
        fill.hatch = paint::Hatch{Kind::crossed, 45, 1.2 * palette.hatch_mm,
                                  0.85 * palette.hatch_pt, pattern_grey};
        break;
    }
    fill.ink = paint::text_on(fill.colour);
    return fill;
}

std::string css_of(const std::string& what, const Fill& fill) {
    std::string css = what;
    if (fill.band) css += fmt::format(" band-{}", *fill.band + 1);
    switch (fill.look) {
    case Look::band:
        break;
    case Look::suppressed_banded:
    case Look::suppressed:
        css += " suppressed";
        break;
    case Look::missing:
        css += " missing";
        break;
    case Look::not_calculable:
        css += " not-calculable";
        break;
    }
    return css;
}

Look look_of(const CategoryResult& category, std::size_t ward) {
    switch (category.values[ward].state()) {
    case Cell::State::known:
        return Look::band;
    case Cell::State::suppressed:
        return category.banding.band_of[ward] ? Look::suppressed_banded : Look::suppressed;
    case Cell::State::missing:
        return Look::missing;
    case Cell::State::not_calculable:
        return Look::not_calculable;
    }
    return Look::missing;
}

void mark_fall(Fill& fill, const CategoryResult& category, const Palette& palette) {
    if (!palette.grey) return;
    const auto middle = middle_band(category);
    if (!middle || !fill.band || *fill.band >= *middle) return;
    fill.hatch = paint::Hatch{paint::Hatch::Kind::lines, 0, 1.8, 0.5, fill.ink};
}

std::vector<Fill> fills_of(const CategoryResult& category, const Palette& palette) {
    std::vector<Fill> fills;
    fills.reserve(category.values.size());
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        fills.push_back(fill_of(look_of(category, i), category.banding.band_of[i], palette));
        if (fills.back().look == Look::band) mark_fall(fills.back(), category, palette);
    }
    return fills;
}

} // namespace wardmap::maps
