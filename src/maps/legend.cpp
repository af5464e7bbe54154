// SPDX-License-Identifier: MIT
#include "maps/legend.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "maps/words.h"

namespace wardmap::maps {
namespace {

std::size_t count_of(const CategoryResult& category, Look look) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        if (look_of(category, i) == look) ++n;
    }
    return n;
}

/// "0 to 4 admissions" of the withheld figures that look like one of these; several intervals in
/// order.
std::string withheld(const CategoryResult& category, const std::set<Look>& looks) {
    std::set<std::pair<double, double>> intervals;
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        if (!looks.contains(look_of(category, i)) || !category.figures[i].is_suppressed()) continue;
        intervals.insert({category.figures[i].low(), category.figures[i].high()});
    }
    std::vector<std::string> texts;
    for (const auto& [low, high] : intervals) {
        texts.push_back(fmt::format("{} to {}", text::number(low, 0), text::number(high, 0)));
    }
    std::string said = text::list(texts, "or");
    if (!said.empty() && !category.spec.unit.empty()) said += " " + category.spec.unit;
    return said;
}

std::string state_words(const CategoryResult& category, Look look) {
    const std::string interval = withheld(category, {look});
    const std::string in_brackets = interval.empty() ? "" : " (" + interval + ")";
    switch (look) {
    case Look::suppressed_banded:
        return "Withheld" + in_brackets + ", within the band shown";
    case Look::suppressed:
        return "Withheld" + in_brackets + ", band not certain";
    case Look::missing:
        return "No figure supplied";
    case Look::not_calculable:
        return "Not calculable: no denominator";
    case Look::band:
        break;
    }
    return {};
}

std::string state_word(Look look) {
    switch (look) {
    case Look::suppressed_banded:
        return "withheld, in band";
    case Look::suppressed:
        return "withheld";
    case Look::missing:
        return "no figure";
    case Look::not_calculable:
        return "not calculable";
    case Look::band:
        break;
    }
    return {};
}

double read_number(std::string_view printed) {
    std::string digits;
    constexpr std::string_view minus = "\u2212";
    while (!printed.empty()) {
        if (printed.starts_with(minus)) {
            digits += '-';
            printed.remove_prefix(minus.size());
            continue;
        }
        if (printed.front() != ',') digits += printed.front();
        printed.remove_prefix(1);
    }
    const auto value = text::parse_number(digits);
    if (!value) throw std::invalid_argument("not a printed number: " + digits);
    return *value;
}

bool lies_within(const PrintedRange& range, double printed_figure) {
    return printed_figure >= range.low && printed_figure <= range.high;
}

} // namespace

std::size_t unstable_wards(const CategoryResult& category) {
    return static_cast<std::size_t>(
        std::count_if(category.stability.begin(), category.stability.end(),
                      [](const auto& ward) { return ward && !ward->is_stable(); }));
}

Legend circle_legend_of(const Study& study, const CategoryResult& category,
                        const Palette& palette) {
    Legend legend;
    legend.title = legend_title(category);
    legend.whole_area = area_line(study, category);
    const std::size_t banded = count_of(category, Look::suppressed_banded);
    const std::size_t withheld_wards = banded + count_of(category, Look::suppressed);
    if (withheld_wards > 0) {
        const auto which = withheld(category, {Look::suppressed_banded, Look::suppressed});
        legend.rows.push_back({fill_of(Look::suppressed, std::nullopt, palette), "",
                               "Withheld (" + which + ")", withheld_wards,
                               state_word(Look::suppressed)});
    }
    for (const Look look : {Look::missing, Look::not_calculable}) {
        const std::size_t n = count_of(category, look);
        if (n == 0) continue;
        legend.rows.push_back({fill_of(look, std::nullopt, palette), "",
                               state_words(category, look), n, state_word(look)});
    }
    legend.readings = reading_rows(study, category);
    legend.readings_title = readings_title(category);
    legend.readings_note = outline_note(category);
    return legend;
}

Legend legend_of(const Study& study, const CategoryResult& category, const Palette& palette) {
    Legend legend;
    legend.title = legend_title(category);
    legend.whole_area = area_line(study, category);
    const auto& bands = category.banding.bands;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        legend.rows.push_back(
            {fill_of(Look::band, i, palette), bands[i].range, bands[i].word, bands[i].known, ""});
        mark_fall(legend.rows.back().fill, category);
    }
    if (!category.spec.is(project::MeasureKind::rank)) {
        std::reverse(legend.rows.begin(), legend.rows.end());
    }
    for (const Look look :
         {Look::suppressed_banded, Look::suppressed, Look::missing, Look::not_calculable}) {
        const std::size_t n = count_of(category, look);
        if (n == 0) continue;
        std::optional<std::size_t> band;
        for (std::size_t i = 0; look == Look::suppressed_banded && i < category.values.size();
             ++i) {
            if (look_of(category, i) == look) {
                band = category.banding.band_of[i];
                break;
            }
        }
        legend.rows.push_back(
            {fill_of(look, band, palette), "", state_words(category, look), n, state_word(look)});
    }
    legend.readings = reading_rows(study, category);
    legend.readings_title = readings_title(category);
    legend.readings_note = outline_note(category);
    const auto unstable = unstable_wards(category);
    if (unstable > 0) {
        legend.unstable_note =
            fmt::format("In italics: small numbers, band not certain ({})",
                        text::counted(unstable, called(study, 1), called(study, 2)));
    }
    return legend;
}

Legend reading_legend(const Study& study, const CategoryResult& category) {
    Legend legend;
    legend.title = readings_title(category);
    legend.readings = reading_rows(study, category);
    for (auto& row : legend.readings) {
        row.fill = fill_of(row.reading);
    }
    legend.readings_note = outline_note(category);
    return legend;
}

PrintedRange parse_range(const std::string& range) {
    for (const std::string_view between : {std::string_view(" to "), std::string_view("–")}) {
        const auto at = range.find(between);
        if (at == std::string::npos) continue;
        return {read_number(std::string_view(range).substr(0, at)),
                read_number(std::string_view(range).substr(at + between.size()))};
    }
    const double only = read_number(range);
    return {only, only};
}

void check_legend(const CategoryResult& category) {
    check_legend(category.values, category.banding, category.spec.id);
}

void check_legend(const std::vector<Cell>& values, const bands::Banding& banding,
                  const std::string& id) {
    std::vector<PrintedRange> ranges;
    for (const auto& band : banding.bands) {
        ranges.push_back(parse_range(band.range));
    }
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].is_known()) continue;
        const double printed = read_number(text::number(values[i].value(), banding.decimals));
        for (std::size_t k = 0; k < ranges.size(); ++k) {
            const bool own = banding.band_of[i] == k;
            if (lies_within(ranges[k], printed) == own) continue;
            throw InputError(Finding{
                Severity::error,
                {},
                fmt::format(
                    "{}: the legend would not be true: the figure {} is drawn in another band "
                    "than the range {} says",
                    id, text::number(printed, banding.decimals),
                    text::quoted(banding.bands[k].range)),
                "ranges that put every ward in its own band",
                "print more decimals: decimals = " + std::to_string(banding.decimals + 1),
                ""});
        }
    }
}

} // namespace wardmap::maps
