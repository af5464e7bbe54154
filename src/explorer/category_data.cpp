// SPDX-License-Identifier: MIT
#include "explorer/category_data.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "base/interrupt.h"
#include "base/text.h"
#include "maps/sheets/theme.h"
#include "paint/colour.h"
#include "project/measure_kind.h"
#include "study/study.h"
#include "style/style.h"
#include "words/alt_text.h"
#include "words/captions.h"
#include "words/foot_lines.h"
#include "words/island_notes.h"
#include "words/legend_check.h"
#include "words/reading_counts.h"
#include "words/sentences.h"
#include "words/ward_figures.h"
#include "words/ward_sentence.h"

namespace wardmap::explorer {
namespace {

using Json = nlohmann::ordered_json;

/// The map width to which the radii of circles refer.
constexpr double map_mm = 100;

Json legend_data(const maps::Legend& legend, Looks& looks) {
    Json rows = Json::array();
    for (const auto& row : legend.rows) {
        rows.push_back({{"look", looks.add(row.fill)},
                        {"range", row.range},
                        {"words", row.words},
                        {"wards", row.wards}});
    }
    Json readings = Json::array();
    for (const auto& row : legend.readings) {
        auto name = hotspots::name(row.reading.level);
        std::ranges::replace(name, ' ', '-'); // it is part of a link
        readings.push_back({{"name", std::move(name)},
                            {"words", row.words},
                            {"wards", row.wards},
                            {"mark", mark_data(row.reading.level)}});
    }
    Json circles = Json::array();
    for (const auto& row : legend.circles) {
        circles.push_back({{"value", row.value}, {"mm", text::rounded(row.radius_mm, 3)}});
    }
    return {{"title", legend.title},
            {"whole", legend.whole_area},
            {"rows", std::move(rows)},
            {"readings", std::move(readings)},
            {"readingsTitle", legend.readings_title},
            {"readingsNote", legend.readings_note},
            {"unstableNote", legend.unstable_note},
            {"circles", std::move(circles)},
            {"circle", paint::to_hex(legend.circle)}};
}

/// The legend's row for a fill; -1 if it has none (a known count drawn as a circle).
int row_of(const maps::Legend& legend, const maps::Fill& fill) {
    for (std::size_t k = 0; k < legend.rows.size(); ++k) {
        const auto& row = legend.rows[k].fill;
        const bool same_band = fill.look != maps::Look::band || row.band == fill.band;
        if (row.look == fill.look && same_band) return static_cast<int>(k);
    }
    return -1;
}

int reading_of(const maps::Legend& legend, const CategoryResult& category, std::size_t ward) {
    if (!category.hotspots) return -1;
    const auto level = category.hotspots->wards[ward].reading.level;
    for (std::size_t k = 0; k < legend.readings.size(); ++k) {
        if (legend.readings[k].reading.level == level) return static_cast<int>(k);
    }
    return -1;
}

int evidence_of(const CategoryResult& category, std::size_t ward) {
    if (!category.hotspots) return 0;
    return static_cast<int>(words::outlined(category.hotspots->wards[ward]));
}

bool is_unstable(const CategoryResult& category, std::size_t ward) {
    return !category.stability.empty() && category.stability[ward] &&
           !category.stability[ward]->is_stable();
}

/// The sentence without the leading name.
std::vector<std::size_t> clauses_of(const Study& study, const CategoryResult& category,
                                    std::size_t ward, Texts& texts) {
    const auto sentence = words::ward_sentence(study, category, ward);
    const auto& name = study.wards.wards[ward].name;
    return texts.add_clauses(std::string_view(sentence).substr(name.size() + 2));
}

/// The cells of every column; empty columns are omitted.
class Columns {
public:
    Columns(std::size_t wards, Texts& texts) : m_wards(wards), m_texts(texts) {}

    void add(const char* name, const std::function<Json(std::size_t)>& of) {
        Json column = Json::array();
        for (std::size_t i = 0; i < m_wards; ++i) {
            stop_if_interrupted();
            column.push_back(of(i));
        }
        m_data[name] = std::move(column);
    }

    void add_words(const char* name, const std::function<std::string(std::size_t)>& of) {
        Json column = Json::array();
        bool any = false;
        for (std::size_t i = 0; i < m_wards; ++i) {
            auto words = of(i);
            any = any || !words.empty();
            column.push_back(m_texts.add(std::move(words)));
        }
        if (any) m_data[name] = std::move(column);
    }

    [[nodiscard]] Json take() { return std::move(m_data); }

private:
    std::size_t m_wards;
    Texts& m_texts;
    Json m_data;
};

Json wards_data(const Study& study, const CategoryResult& category, const maps::Theme& theme,
                Texts& texts, Looks& looks) {
    Columns columns(category.values.size(), texts);
    columns.add("look", [&](std::size_t i) { return looks.add(theme.fills[i]); });
    columns.add("row", [&](std::size_t i) { return row_of(theme.legend, theme.fills[i]); });
    columns.add_words("value", [&](std::size_t i) { return words::printed(category, i); });
    columns.add("place", [&](std::size_t i) {
        return category.standings[i] ? Json(category.standings[i]->rank) : Json();
    });
    columns.add_words("rank", [&](std::size_t i) { return words::rank_text(category, i); });
    if (words::shows_counts(category)) {
        columns.add_words("count",
                          [&](std::size_t i) { return words::count_text(category.figures[i]); });
        columns.add("countNumber", [&](std::size_t i) {
            const auto& figure = category.figures[i];
            return figure.is_known() ? Json(text::rounded(figure.value(), 1)) : Json();
        });
    }
    columns.add_words("limits", [&](std::size_t i) { return words::limits_text(category, i); });
    if (theme.radii.empty()) {
        columns.add_words("band", [&](std::size_t i) { return words::band_text(category, i); });
    } else {
        columns.add("radius", [&](std::size_t i) { return text::rounded(theme.radii[i], 3); });
    }
    if (!theme.legend.readings.empty()) {
        columns.add("reading",
                    [&](std::size_t i) { return reading_of(theme.legend, category, i); });
        columns.add_words("readingWords",
                          [&](std::size_t i) { return words::reading_text(study, category, i); });
        columns.add("evidence", [&](std::size_t i) { return evidence_of(category, i); });
        if (category.hotspots) {
            const auto lines = words::cluster_lines(*category.hotspots);
            columns.add("cluster", [&](std::size_t i) { return static_cast<int>(lines[i]); });
        }
    }
    if (maps::unstable_wards(category) > 0) {
        columns.add("unstable", [&](std::size_t i) { return is_unstable(category, i) ? 1 : 0; });
    }
    columns.add("sentence", [&](std::size_t i) { return clauses_of(study, category, i, texts); });
    return columns.take();
}

/// Remote islands are in place here, because the map can be zoomed.
std::vector<std::string> foot_of(const Study& study, const CategoryResult& category) {
    auto lines = words::foot_lines(study, category);
    const auto moved = words::island_notes(study);
    std::erase_if(lines, [&moved](const std::string& line) {
        return std::find(moved.begin(), moved.end(), line) != moved.end();
    });
    return lines;
}

} // namespace

Json category_data(const Study& study, const CategoryResult& category, const style::Style& style,
                   Texts& texts, Looks& looks) {
    words::check_legend(category);
    const auto theme = maps::theme_of(study, category, style, map_mm);
    Json known = std::count_if(category.standings.begin(), category.standings.end(),
                               [](const auto& standing) { return standing.has_value(); });
    return {{"id", category.spec.id},
            {"title", category.spec.title},
            {"group", category.spec.group},
            {"period", category.spec.period},
            {"subtitle", words::subtitle(study, category)},
            {"alt", words::words_of(study, category).alt},
            {"lowFirst", category.spec.is(project::MeasureKind::rank)},
            {"countTitle", words::first_capital(category.spec.unit)},
            {"known", std::move(known)},
            {"legend", legend_data(theme.legend, looks)},
            {"summary", words::category_sentences(study, category)},
            {"foot", foot_of(study, category)},
            {"wards", wards_data(study, category, theme, texts, looks)}};
}

} // namespace wardmap::explorer
