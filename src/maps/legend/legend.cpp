// SPDX-License-Identifier: MIT
#include "maps/legend/legend.h"

#include <algorithm>
#include <set>
#include <stdexcept>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "maps/symbols/fills.h"
#include "maps/symbols/readings.h"
#include "project/measure_kind.h"
#include "study/category_result.h"
#include "study/study_area.h"
#include "words/captions.h"
#include "words/reading_counts.h"
#include "words/ward_figures.h"

namespace wardmap::maps {
namespace {

std::size_t count_of(const CategoryResult& category, Look look) {
    std::size_t n = 0;
    for (std::size_t i = 0; i < category.values.size(); ++i) {
        if (look_of(category, i) == look) ++n;
    }
    return n;
}

/// "0 to 4 admissions": the intervals of the withheld figures in this state, in order.
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
    std::string wording = text::list(texts, "or");
    if (!wording.empty() && !category.spec.unit.empty()) wording += " " + category.spec.unit;
    return wording;
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
        return "Not calculable (no denominator)";
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

std::vector<ReadingRow> rows_of(const std::vector<words::ReadingCount>& counts) {
    std::vector<ReadingRow> rows;
    for (const auto& count : counts) {
        rows.push_back({count.reading, {}, count.words, count.wards});
    }
    return rows;
}

/// For question 1, on a map whose wards have marks.
std::vector<ReadingRow> marked_rows(const StudyArea& study, const CategoryResult& category) {
    auto rows = rows_of(words::level_counts(study, category));
    for (auto& row : rows) {
        row.marked = !hotspots::is_lower(row.reading.level) || !words::marks_higher_only(category);
    }
    return rows;
}

} // namespace

std::size_t unstable_wards(const CategoryResult& category) {
    return static_cast<std::size_t>(
        std::count_if(category.stability.begin(), category.stability.end(),
                      [](const auto& ward) { return ward && !ward->is_stable(); }));
}

Legend circle_legend_of(const StudyArea& study, const CategoryResult& category,
                        const Palette& palette) {
    Legend legend;
    legend.title = words::legend_title(category);
    legend.whole_area = words::area_line(study, category);
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
    legend.readings = marked_rows(study, category);
    legend.readings_title = words::readings_title(study, category);
    legend.readings_note = words::outline_note(study, category);
    return legend;
}

Legend legend_of(const StudyArea& study, const CategoryResult& category, const Palette& palette) {
    Legend legend;
    legend.title = words::legend_title(category);
    legend.whole_area = words::area_line(study, category);
    const auto& bands = category.banding.bands;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        legend.rows.push_back(
            {fill_of(Look::band, i, palette), bands[i].range, bands[i].word, bands[i].known, ""});
        mark_fall(legend.rows.back().fill, category, palette);
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
    legend.readings = marked_rows(study, category);
    legend.readings_title = words::readings_title(study, category);
    legend.readings_note = words::outline_note(study, category);
    const auto unstable = unstable_wards(category);
    if (unstable > 0) {
        legend.unstable_note = fmt::format(
            "In italics: small numbers, band not certain ({})",
            text::with_count(unstable, words::area_noun(study, 1), words::area_noun(study, 2)));
    }
    return legend;
}

Legend reading_legend(const StudyArea& study, const CategoryResult& category, Tone tone) {
    Legend legend;
    legend.title = words::readings_title(study, category);
    legend.readings = rows_of(words::label_counts(study, category));
    for (auto& row : legend.readings) {
        row.fill = fill_of(row.reading, tone);
    }
    legend.readings_note = words::outline_note(study, category);
    return legend;
}

} // namespace wardmap::maps
