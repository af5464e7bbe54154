// SPDX-License-Identifier: MIT
#include "data/columns.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/interrupt.h"
#include "base/text.h"
#include "data/hotspot_columns.h"
#include "statistics/deciles.h"
#include "study/bivariate.h"
#include "study/disclosure/disclose.h"
#include "study/study.h"
#include "words/bivariate.h"

namespace wardmap::data {
namespace {

template <typename Function>
Column column(std::string name, Column::Type type, std::string meaning, std::size_t n,
              Function value_of) {
    Column result{std::move(name), type, std::move(meaning), {}, {}};
    for (std::size_t i = 0; i < n; ++i) {
        result.values.push_back(value_of(i));
    }
    return result;
}

Value text_or_null(const std::string& s) {
    return s.empty() ? Value() : Value(s);
}

std::string state_of(Cell::State state) {
    switch (state) {
    case Cell::State::known:
        return "known";
    case Cell::State::suppressed:
        return "suppressed";
    case Cell::State::missing:
        return "missing";
    case Cell::State::not_calculable:
        return "not calculable";
    }
    return {};
}

Value known_or_null(const Cell& cell) {
    return cell.is_known() ? Value(cell.value()) : Value();
}

Value end_or_null(const Cell& cell, bool high) {
    if (!cell.is_suppressed()) return {};
    return high ? cell.high() : cell.low();
}

std::string as_published(const CategoryResult& c) {
    return c.disclosure.rule.is_on() ? "as published; " + in_words(c.disclosure.rule)
                                     : "as supplied";
}

void add_category(const AreaNoun& noun, const CategoryResult& c, std::vector<Column>& columns) {
    using Type = Column::Type;
    const std::size_t n = c.values.size();
    const std::string& id = c.spec.id;
    const std::string what = c.spec.title + (c.spec.period.empty() ? "" : ", " + c.spec.period);
    const auto& bands = c.banding.bands;
    columns.push_back(column(id + "_figure", Type::real,
                             what + ": figure " + as_published(c) + " (" + c.spec.unit +
                                 "). Source: " + c.spec.source,
                             n, [&](std::size_t i) { return known_or_null(c.figures[i]); }));
    columns.push_back(column(id + "_low", Type::real,
                             what + ": lowest value that a withheld figure can have", n,
                             [&](std::size_t i) { return end_or_null(c.figures[i], false); }));
    columns.push_back(column(id + "_high", Type::real,
                             what + ": highest value that a withheld figure can have", n,
                             [&](std::size_t i) { return end_or_null(c.figures[i], true); }));
    columns.push_back(column(id + "_state", Type::text,
                             what + ": known, suppressed (withheld), missing (not supplied), not "
                                    "calculable (no denominator)",
                             n,
                             [&](std::size_t i) { return Value(state_of(c.values[i].state())); }));
    columns.push_back(
        column(id + "_value", Type::real,
               what + ": " + c.unit.title() +
                   (c.denominator_label.empty() ? "" : " (" + c.denominator_label + ")"),
               n, [&](std::size_t i) { return known_or_null(c.values[i]); }));
    columns.push_back(column(
        id + "_band", Type::integer, what + ": band on the map, 1 = lowest", n, [&](std::size_t i) {
            const auto band = c.banding.band_of[i];
            return band ? Value(static_cast<std::int64_t>(*band + 1)) : Value();
        }));
    columns.push_back(column(id + "_range", Type::text, what + ": range of that band as printed", n,
                             [&](std::size_t i) {
                                 const auto band = c.banding.band_of[i];
                                 return band ? Value(bands[*band].range) : Value();
                             }));
    columns.push_back(column(
        id + "_rank", Type::integer,
        what + fmt::format(
                   ": rank among the known {}, {}; equal values share the best rank", noun.plural,
                   c.spec.is(project::MeasureKind::rank) ? "1 = lowest number" : "1 = highest"),
        n, [&](std::size_t i) {
            return c.standings[i] ? Value(static_cast<std::int64_t>(c.standings[i]->rank))
                                  : Value();
        }));
    columns.push_back(column(
        id + "_rank_worst", Type::integer,
        what + ": the rank if every withheld figure that may be ahead is", n, [&](std::size_t i) {
            return c.standings[i] ? Value(static_cast<std::int64_t>(c.standings[i]->worst))
                                  : Value();
        }));
}

/// The denominator column of the value.
void add_denominator(const Study& study, const CategoryResult& c, std::vector<Column>& columns) {
    const auto* const found = find_denominator(study, c.spec);
    if (found == nullptr) return;
    columns.push_back(column(c.spec.id + "_denominator", Column::Type::real,
                             c.spec.title + ": " + c.denominator_label, c.values.size(),
                             [&](std::size_t i) { return known_or_null(found->cells[i]); }));
}

/// Deciles or quintiles by rank, 1 first.
void add_group(const CategoryResult& c, std::vector<Column>& columns) {
    const bool tenths = c.banding.scheme == project::Scheme::deciles;
    if (!tenths && c.banding.scheme != project::Scheme::quintiles) return;
    const int groups = tenths ? 10 : 5;
    const bool is_rank = c.spec.is(project::MeasureKind::rank);
    const auto& meaning = c.spec.rank_meaning;
    columns.push_back(column(
        c.spec.id + (tenths ? "_decile" : "_quintile"), Column::Type::integer,
        fmt::format("{}: {}, 1 = {}", c.spec.title, tenths ? "decile" : "quintile",
                    !meaning.empty() ? meaning
                    : is_rank        ? "lowest ranks"
                                     : "highest"),
        c.values.size(), [&](std::size_t i) {
            if (!c.standings[i]) return Value();
            if (!is_rank) {
                return Value(static_cast<std::int64_t>(
                    statistics::group_of_rank(static_cast<long>(c.standings[i]->rank),
                                              static_cast<long>(c.standings[i]->of), groups)));
            }
            const double group = std::ceil(groups * c.values[i].value() / c.spec.of.value_or(1));
            return Value(static_cast<std::int64_t>(std::clamp(group, 1.0, double(groups))));
        }));
}

void add_bivariate(const BivariateResult& b, std::vector<Column>& columns) {
    using Type = Column::Type;
    const std::size_t n = b.wards.size();
    const auto add = [&](const char* suffix, std::string meaning, auto value_of) {
        columns.push_back(
            column(b.spec.id + suffix, Type::text, b.spec.title + ": " + meaning, n, value_of));
        columns.back().category = b.spec.id;
    };
    add("_class",
        fmt::format("class on the map, A to C by {} and 1 to 3 by {}; C3 is high on both",
                    b.up.phrase, b.across.phrase),
        [&](std::size_t i) { return text_or_null(code_of(b.wards[i])); });
    add("_words", "the class in words, or why there is none",
        [&](std::size_t i) { return Value(words::class_words(b, b.wards[i])); });
    add("_state", "known, suppressed (a figure withheld), missing, not calculable",
        [&](std::size_t i) { return Value(state_of(b.wards[i].state)); });
}

} // namespace

double published_number(double value) {
    // Keeps small p values from being rounded to 0.
    constexpr double small = 1e-4;
    if (value == 0 || std::abs(value) >= small) return text::rounded(value, 10);
    const int before = static_cast<int>(-std::floor(std::log10(std::abs(value))));
    constexpr int significant = 6;
    return text::rounded(value, std::min(300, before + significant - 1));
}

std::vector<Column> ward_columns(const Study& study) {
    using Type = Column::Type;
    const auto& wards = study.wards.wards;
    const auto& noun = study.wards.noun;
    const std::size_t n = wards.size();
    std::vector<Column> columns;
    columns.push_back(column("ward_code", Type::text, "code of the " + noun.singular, n,
                             [&](std::size_t i) { return Value(wards[i].code); }));
    columns.push_back(column("legacy_code", Type::text, "former code, if the boundaries have one",
                             n, [&](std::size_t i) { return text_or_null(wards[i].legacy_code); }));
    columns.push_back(column("ward_name", Type::text, "name of the " + noun.singular, n,
                             [&](std::size_t i) { return Value(wards[i].name); }));
    columns.push_back(
        column("area_ha", Type::real, "area of the polygon in hectares", n,
               [&](std::size_t i) { return Value(text::rounded(wards[i].area_m2 / 1e4, 2)); }));
    for (const auto& category : study.categories) {
        stop_if_interrupted();
        const std::size_t first = columns.size();
        add_category(noun, category, columns);
        add_denominator(study, category, columns);
        add_group(category, columns);
        add_hotspots(study, category, columns);
        for (std::size_t i = first; i < columns.size(); ++i) {
            columns[i].category = category.spec.id;
        }
    }
    for (const auto& bivariate : study.bivariates) {
        add_bivariate(bivariate, columns);
    }
    return columns;
}

} // namespace wardmap::data
