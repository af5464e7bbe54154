// SPDX-License-Identifier: MIT
#include "data/study_json.h"

#include <array>
#include <cmath>

#include "bands/banding_json.h"
#include "base/interrupt.h"
#include "base/json_text.h"
#include "base/version.h"
#include "hotspots/reading.h"
#include "maps/symbols/bivariate_fills.h"
#include "maps/symbols/fills.h"
#include "project/category.h"
#include "project/measure_kind.h"
#include "study/bivariate.h"
#include "study/study.h"
#include "style/style.h"
#include "words/alt_text.h"
#include "words/bivariate.h"
#include "words/captions.h"
#include "words/compared_to.h"
#include "words/method_line.h"
#include "words/reading_counts.h"
#include "words/sentences.h"
#include "words/ward_figures.h"

namespace wardmap::data {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& s) {
    return s.empty() ? Json() : Json(s);
}

/// A whole number without a decimal point, as in the CSV.
Json number_json(double value) {
    constexpr double most_exact = 9007199254740992.0;
    const double plain = published_number(value);
    const bool whole = plain == std::floor(plain) && std::abs(plain) < most_exact;
    return whole ? Json(static_cast<std::int64_t>(plain)) : Json(plain);
}

Json json_of(const Value& value) {
    if (const auto* const s = std::get_if<std::string>(&value)) return *s;
    if (const auto* const i = std::get_if<std::int64_t>(&value)) return *i;
    if (const auto* const d = std::get_if<double>(&value)) return number_json(*d);
    return {};
}

/// One row for each ward, with the columns of a category ("": the ward's own).
Json rows_of(const Study& study, const std::vector<Column>& columns, const std::string& category) {
    auto rows = Json::array();
    for (std::size_t ward = 0; ward < study.wards.wards.size(); ++ward) {
        stop_if_interrupted();
        Json row;
        if (!category.empty()) row["ward_code"] = study.wards.wards[ward].code;
        for (const auto& column : columns) {
            if (column.category != category) continue;
            const auto prefix = category.empty() ? 0 : category.size() + 1;
            row[column.name.substr(prefix)] = json_of(column.values[ward]);
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

Json denominator_json(const Study& study, const CategoryResult& category) {
    if (category.denominator_label.empty()) return {};
    const auto* const found = find_denominator(study, category.spec);
    return {{"label", category.denominator_label},
            {"unit", found != nullptr ? or_null(found->spec.unit) : Json()},
            {"source", found != nullptr ? or_null(found->spec.source) : Json()}};
}

Json states_json(const CategoryResult& category) {
    std::array<std::size_t, 4> wards{};
    for (const auto& cell : category.values) {
        ++wards.at(static_cast<std::size_t>(cell.state()));
    }
    return {{"known", wards[0]},
            {"suppressed", wards[1]},
            {"missing", wards[2]},
            {"not_calculable", wards[3]}};
}

Json bands_json(const CategoryResult& category, const style::Style& style) {
    auto json = bands::banding_json(category.banding);
    const auto colours = maps::band_colours(category, style);
    for (std::size_t i = 0; i < category.banding.bands.size(); ++i) {
        auto& band = json["bands"][i];
        band["number"] = i + 1;
        band["colour"] = paint::to_hex(colours[i]);
    }
    return json;
}

Json range_json(const statistics::Interval& range) {
    return {{"low", number_json(range.low)}, {"high", number_json(range.high)}};
}

Json hotspots_json(const Study& study, const CategoryResult& category) {
    if (!category.hotspots) return {};
    const auto& hotspots = *category.hotspots;
    auto compared = Json::array();
    for (const auto& row : words::level_counts(study, category)) {
        compared.push_back({{"name", hotspots::name(row.reading.level)},
                            {"words", row.words},
                            {"wards", row.wards}});
    }
    const bool has_rate = hotspots.own_tests > 0 && category.changes.empty();
    return {{"level", hotspots.spec.level},
            {"own_tests", hotspots.own_tests},
            {"funnel_tests", hotspots.funnel_tests},
            {"neighbourhood_tests", hotspots.around_tests},
            {"compared_to", has_rate ? Json(words::compared_to(study, category)) : Json()},
            {"dispersion", hotspots.funnel_tests > 0 ? range_json(hotspots.dispersion) : Json()},
            {"method", words::hotspot_method(study, category)},
            {"compared", std::move(compared)}};
}

/// {"value": 22.3}, or the two ends of an interval; null if there is no such figure.
Json cell_json(const Cell& cell) {
    if (cell.is_known()) return {{"value", number_json(cell.value())}};
    if (!cell.is_suppressed()) return {};
    return range_json({cell.low(), cell.high()});
}

Json concentration_json(const CategoryResult& category) {
    if (!category.concentration) return {};
    const auto& found = *category.concentration;
    return {{"gini", number_json(found.gini)},
            {"top_wards", found.top},
            {"top_share", number_json(found.top_share)}};
}

Json rule_json(const Disclosure& disclosure) {
    if (!disclosure.rule.is_on()) return {};
    return {{"publish_below", disclosure.rule.below}, {"round_to", disclosure.rule.round_to}};
}

std::string map_word(project::MapKind kind) {
    switch (kind) {
    case project::MapKind::shaded:
        return "shaded";
    case project::MapKind::circles:
        return "circles";
    case project::MapKind::tiles:
        return "tiles";
    }
    return {};
}

Json category_json(const Study& study, const CategoryResult& category, const style::Style& style,
                   const std::vector<Column>& columns) {
    const auto& spec = category.spec;
    const bool lowest_first = spec.is(project::MeasureKind::rank);
    Json json{{"id", spec.id},
              {"title", spec.title},
              {"group", or_null(spec.group)},
              {"measure", project::measure_name(spec)},
              {"unit", category.unit.title()},
              {"figure_unit", spec.unit},
              {"period", or_null(spec.period)},
              {"source", or_null(spec.source)},
              {"note", or_null(spec.note)},
              {"denominator", denominator_json(study, category)},
              {"decimals", category.banding.decimals},
              {"rank_1", lowest_first ? "lowest" : "highest"},
              {"rank_meaning", or_null(spec.rank_meaning)},
              {"map", map_word(spec.map)},
              {"whole_area", or_null(words::area_printed(category))},
              {"whole_area_value", cell_json(category.area_value)},
              {"concentration", concentration_json(category)},
              {"disclosure", rule_json(category.disclosure)},
              {"states", states_json(category)},
              {"banding", bands_json(category, style)},
              {"hotspots", hotspots_json(study, category)},
              {"summary", words::category_sentences(study, category)}};
    json["wards"] = rows_of(study, columns, spec.id);
    return json;
}

Json axis_json(const BivariateAxis& axis) {
    auto classes = Json::array();
    for (std::size_t place = 0; place < 3; ++place) {
        const auto word = words::level_word(axis, place);
        if (word.empty()) continue;
        classes.push_back(
            {{"place", place + 1}, {"word", word}, {"range", words::range_at(axis, place)}});
    }
    return {{"category", axis.category},
            {"called", axis.phrase},
            {"low_numbers_are_high", axis.turned},
            {"method", axis.banding.method},
            {"classes", std::move(classes)}};
}

Json bivariate_json(const Study& study, const BivariateResult& result, const style::Style& style,
                    const std::vector<Column>& columns) {
    const auto colours = maps::bivariate_colours(result, style);
    auto classes = Json::array();
    for (std::size_t up = 0; up < 3; ++up) {
        for (std::size_t across = 0; across < 3; ++across) {
            if (words::level_word(result.up, up).empty() ||
                words::level_word(result.across, across).empty()) {
                continue;
            }
            classes.push_back({{"class", code_of(up, across)},
                               {"words", words::class_words(result, up, across)},
                               {"colour", paint::to_hex(colours.at(up).at(across))},
                               {"wards", result.counts.at(up).at(across)}});
        }
    }
    Json json{{"id", result.spec.id},
              {"title", result.spec.title},
              {"note", or_null(result.spec.note)},
              {"up", axis_json(result.up)},
              {"across", axis_json(result.across)},
              {"classes", std::move(classes)},
              {"rank_correlation", result.correlation ? number_json(*result.correlation) : Json()},
              {"known", result.known},
              {"summary", words::bivariate_sentences(study, result)}};
    json["wards"] = rows_of(study, columns, result.spec.id);
    return json;
}

} // namespace

std::string study_json(const Study& study, const style::Style& style,
                       const std::vector<Column>& columns) {
    const auto& boundaries = study.project.boundaries;
    Json json{{"$schema", study_schema_name},
              {"format", 2},
              {"wardmap", version()},
              {"title", or_null(study.project.title)},
              {"area", or_null(study.project.area)},
              {"areas_are_called", {boundaries.noun.singular, boundaries.noun.plural}},
              {"boundaries",
               {{"crs", study.wards.crs},
                {"note", or_null(boundaries.note)},
                {"attribution", or_null(boundaries.attribution)}}},
              {"wards", rows_of(study, columns, "")}};
    json["categories"] = Json::array();
    for (const auto& category : study.categories) {
        stop_if_interrupted();
        json["categories"].push_back(category_json(study, category, style, columns));
    }
    json["bivariates"] = Json::array();
    for (const auto& bivariate : study.bivariates) {
        json["bivariates"].push_back(bivariate_json(study, bivariate, style, columns));
    }
    return json_rows_text(json);
}

} // namespace wardmap::data
