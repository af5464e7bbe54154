// SPDX-License-Identifier: MIT
#include "data/workbook_columns.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "data/csv.h"
#include "study/study.h"
#include "tables/cell.h"
#include "words/captions.h"
#include "words/ward_figures.h"

namespace wardmap::data {
namespace {

constexpr double least_width = 10;
constexpr double most_width = 40;
constexpr double sentence_width = 80;

/// A column shown if the category has it; `decimals` under 0: those of its values.
struct Wanted {
    const char* suffix;
    std::string heading;
    int decimals = 0;
};

std::vector<Wanted> wanted_columns(const CategoryResult& category) {
    const auto unit = category.spec.unit.empty() ? "figure" : category.spec.unit;
    return {{"figure", words::first_capital(unit) + " as published", 0},
            {"low", "Lowest possible " + unit},
            {"high", "Highest possible " + unit},
            {"denominator", words::first_capital(category.denominator_label), 0},
            {"value", words::legend_title(category), -1},
            {"limit_low", "Lower 95% confidence limit", -1},
            {"limit_high", "Upper 95% confidence limit", -1},
            {"rank", "Rank [note 1]"},
            {"rank_low", "Best rank within the 95% interval [note 1]"},
            {"rank_high", "Worst rank within the 95% interval [note 1]"},
            {"rank_best_without_one", "Best rank with one part left out"},
            {"rank_worst_without_one", "Worst rank with one part left out"},
            {"change_ratio_low", "Later rate over earlier rate, lower 95% confidence limit", 2},
            {"change_ratio_high", "Later rate over earlier rate, upper 95% confidence limit", 2},
            {"change_q", "Corrected p of the change", 3},
            {"band", "Band, 1 = lowest"},
            {"range", "Range of the band"},
            {"decile", "Decile"},
            {"quintile", "Quintile"},
            {"compared", "Compared [note 2]"},
            {"compared_to", "Compared with"},
            {"exceptional", "Exceptional [note 3]"},
            {"neighbours", "Neighbours [note 4]"},
            {"label", "In short"},
            {"steps", "Periods tested"},
            {"hot_steps", "Periods with high neighbours"},
            {"pattern", "Pattern through time"},
            {"sentence", "In words"}};
}

bool is_whole(const Value& value) {
    const auto* const number = std::get_if<double>(&value);
    return number == nullptr || *number == std::floor(*number);
}

/// The width of the cells' content; the heading wraps between words.
double width_of(const Column& source, const std::string& heading) {
    std::size_t most = 0;
    for (const auto& word : text::split(heading, ' ')) {
        most = std::max(most, text::length(word) + 2);
    }
    for (const auto& value : source.values) {
        if (const auto* const s = std::get_if<std::string>(&value)) {
            most = std::max(most, text::length(*s) + 1);
        }
    }
    constexpr double bold = 1.2; // 12 pt type is wider than the type in which widths are counted
    return std::clamp(bold * static_cast<double>(most), least_width, most_width);
}

ShownColumn shown(const Column& source, const std::string& heading, int decimals) {
    ShownColumn made{{heading, width_of(source, heading), decimals, false, false}, &source};
    made.column.is_number = source.type != Column::Type::text;
    made.column.is_wrapped = source.type == Column::Type::text;
    if (source.name.ends_with("_sentence")) made.column.width = sentence_width;
    return made;
}

const Column* column_named(const std::vector<Column>& columns, const std::string& name) {
    const auto found =
        std::ranges::find_if(columns, [&](const Column& column) { return column.name == name; });
    return found == columns.end() ? nullptr : &*found;
}

bool holds_anything(const Column& column) {
    return std::ranges::any_of(column.values, [](const Value& value) {
        return !std::holds_alternative<std::monostate>(value);
    });
}

/// Whether a category shows its figures beside its values: if it has figures that differ from them.
bool shows_figures(const CategoryResult& category) {
    if (category.figures == category.values) return false;
    return std::ranges::any_of(
        category.figures, [](const Cell& cell) { return cell.is_known() || cell.is_suppressed(); });
}

/// Each heading of a table is unique.
void add(ShownColumn column, std::set<std::string>& headings, std::vector<ShownColumn>& list) {
    const auto heading = column.column.heading;
    for (int n = 2; !headings.insert(text::fold_case(column.column.heading)).second; ++n) {
        column.column.heading = heading + " " + std::to_string(n);
    }
    list.push_back(std::move(column));
}

} // namespace

std::vector<ShownColumn> shown_columns(const Study& study, const CategoryResult& category,
                                       const std::vector<Column>& columns) {
    const auto area = words::first_capital(words::area_noun(study, 1));
    std::vector<ShownColumn> list;
    std::set<std::string> headings;
    add(shown(*column_named(columns, "ward_code"), area + " code", 0), headings, list);
    add(shown(*column_named(columns, "ward_name"), area + " name", 0), headings, list);
    for (const auto& wanted : wanted_columns(category)) {
        const std::string suffix = wanted.suffix;
        const auto* const source = column_named(columns, category.spec.id + "_" + suffix);
        if (source == nullptr) continue;
        const bool figure = suffix == "figure";
        if (figure && !shows_figures(category)) continue;
        if (!figure && suffix != "value" && !holds_anything(*source)) continue;
        int decimals = wanted.decimals < 0 ? category.banding.decimals : wanted.decimals;
        if (!std::ranges::all_of(source->values, is_whole)) {
            decimals = std::max({decimals, category.banding.decimals, 1});
        }
        add(shown(*source, wanted.heading, decimals), headings, list);
    }
    return list;
}

std::vector<ShownColumn> bivariate_columns_shown(const Study& study, const BivariateResult& result,
                                                 const std::vector<Column>& columns) {
    const auto area = words::first_capital(words::area_noun(study, 1));
    const auto& id = result.spec.id;
    std::vector<ShownColumn> list;
    std::set<std::string> headings;
    for (const auto& [name, heading] : {std::pair{std::string("ward_code"), area + " code"},
                                        {std::string("ward_name"), area + " name"},
                                        {id + "_class", "Class on the map"},
                                        {id + "_words", "In words"}}) {
        add(shown(*column_named(columns, name), heading, 0), headings, list);
    }
    return list;
}

std::vector<ShownColumn> ward_columns_shown(const Study& study,
                                            const std::vector<Column>& columns) {
    const auto area = words::first_capital(words::area_noun(study, 1));
    std::vector<ShownColumn> list;
    std::set<std::string> headings;
    const std::vector<std::pair<const char*, std::string>> own = {{"ward_code", area + " code"},
                                                                  {"ward_name", area + " name"},
                                                                  {"legacy_code", "Former code"},
                                                                  {"area_ha", "Area in hectares"}};
    for (const auto& [name, heading] : own) {
        const auto* const source = column_named(columns, name);
        if (!holds_anything(*source)) continue;
        add(shown(*source, heading, source->type == Column::Type::real ? 1 : 0), headings, list);
    }
    return list;
}

workbook::Cell shown_cell(const Study& study, const CategoryResult* category,
                          const ShownColumn& shown, std::size_t ward) {
    const auto& value = shown.source->values[ward];
    if (const auto* const s = std::get_if<std::string>(&value)) return *s;
    if (const auto* const i = std::get_if<std::int64_t>(&value)) return *i;
    if (const auto* const d = std::get_if<double>(&value)) return published_number(*d);
    for (const auto& bivariate : study.bivariates) {
        if (shown.source->category == bivariate.spec.id) {
            return mark_of(bivariate.wards[ward].state);
        }
    }
    constexpr const char* not_applicable = "[z]";
    if (category == nullptr) return not_applicable;
    const auto& name = shown.source->name;
    const auto& id = category->spec.id;
    if (name == id + "_low" || name == id + "_high") return not_applicable;
    const auto& cell = name == id + "_figure" ? category->figures[ward] : category->values[ward];
    const auto mark = mark_of(cell.state());
    return mark.empty() ? not_applicable : mark;
}

} // namespace wardmap::data
