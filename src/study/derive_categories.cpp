// SPDX-License-Identifier: MIT
#include "study/derive_categories.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "measures/composite.h"
#include "project/figures.h"

namespace wardmap {
namespace {

template <typename Category>
const Category& find_part(const std::vector<Category>& categories, const std::string& id) {
    const auto found = std::find_if(categories.begin(), categories.end(),
                                    [&](const auto& c) { return c.spec.id == id; });
    if (found == categories.end()) {
        throw InputError(
            Finding{.severity = Severity::error,
                    .found = fmt::format("its part {} could not be read", text::quoted(id))});
    }
    return *found;
}

/// The parts as cells: figures if they are added up, values if they are compared.
std::vector<measures::Component> components(const project::Category& spec, const Measured& measured,
                                            bool figures) {
    std::vector<measures::Component> list;
    for (const auto& part : project::parts_of(spec)) {
        const auto& category = find_part(measured.categories, part.category);
        list.push_back({figures ? category.figures : category.values, part.weight, part.reverse});
    }
    return list;
}

[[noreturn]] void refuse(const std::string& found, std::string expected, std::string help) {
    throw InputError(Finding{.severity = Severity::error,
                             .found = found,
                             .expected = std::move(expected),
                             .help = std::move(help)});
}

void check_comparable(const MeasuredCategory& from, const MeasuredCategory& to) {
    for (const auto* const category : {&from, &to}) {
        const auto& spec = category->spec;
        if (spec.is(project::MeasureKind::count) || spec.is(project::MeasureKind::rate)) continue;
        refuse(fmt::format("{} is neither a count nor a rate", category->spec.id),
               "two counts or two rates of counted events", "");
    }
    if (from.spec.measure != to.spec.measure) {
        refuse(fmt::format("{} and {} are a count and a rate", from.spec.id, to.spec.id),
               "two counts, or two rates", "");
    }
    if (from.spec.days.has_value() != to.spec.days.has_value()) {
        refuse(fmt::format("only one of {} and {} states the length of its period", from.spec.id,
                           to.spec.id),
               "days in both, or in neither if the periods are equally long", "days = 365");
    }
}

void derive_change(MeasuredCategory& result, const project::Change& change,
                   const Measured& measured) {
    const auto& from = find_part(measured.categories, change.from);
    const auto& to = find_part(measured.categories, change.to);
    check_comparable(from, to);
    auto found = measures::changes(from.figures, exposure(measured.denominators, from), to.figures,
                                   exposure(measured.denominators, to));
    result.changes = std::move(found.wards);
    result.area_change = found.area;
    result.figures = measures::percent_changes(result.changes);
    if (result.spec.unit.empty()) result.spec.unit = to.unit.title();
    if (result.spec.period.empty() && !from.spec.period.empty()) {
        result.spec.period = from.spec.period + " to " + to.spec.period;
    }
    result.denominator_label = to.denominator_label;
}

void derive_composite(MeasuredCategory& result, const project::Composite& composite,
                      const Measured& measured) {
    const auto parts = components(result.spec, measured, false);
    const auto lacking = composite.drop_missing_parts ? measures::MissingPartPolicy::left_out
                                                      : measures::MissingPartPolicy::missing;
    result.figures = measures::index_of_means(parts, lacking);
    result.ranks_without_one = measures::ranks_leaving_one_out(parts, lacking);
}

/// "Theft (weight 2), Burglary": the parts of a category, for its sources line.
std::string made_of(const project::Category& spec, const Measured& measured) {
    std::vector<std::string> names;
    for (const auto& part : project::parts_of(spec)) {
        const auto& category = find_part(measured.categories, part.category).spec;
        auto name = category.title + (category.period.empty() ? "" : ", " + category.period);
        std::vector<std::string> remarks;
        if (part.weight != 1) remarks.push_back("weight " + text::shortest(part.weight));
        if (part.reverse) remarks.emplace_back("reversed");
        if (!remarks.empty()) name += " (" + text::join(remarks, ", ") + ")";
        names.push_back(std::move(name));
    }
    std::string wording = "made of " + text::join(names, "; ");
    const auto* const weights = project::weights_of(spec);
    if (weights != nullptr && !weights->source.empty()) wording += "; weights: " + weights->source;
    return wording;
}

} // namespace

std::vector<Cell> exposure(const std::vector<DenominatorResult>& denominators,
                           const PublishedCategory& category, bool with_days) {
    const double days = with_days ? category.spec.days.value_or(1) : 1;
    const auto* const denominator = find_denominator(denominators, category.spec);
    std::vector<Cell> cells;
    for (std::size_t i = 0; i < category.figures.size(); ++i) {
        const Cell people = denominator != nullptr ? denominator->cells[i] : Cell::known(1);
        cells.push_back(people.is_known() ? Cell::known(people.value() * days) : people);
    }
    return cells;
}

std::vector<std::string> part_ids(const std::vector<project::CategorySpec>& wanted) {
    std::vector<std::string> ids;
    for (const auto& category : wanted) {
        for (const auto& part : project::parts_of(category)) {
            ids.push_back(part.category);
        }
    }
    return ids;
}

MeasuredCategory derive_category(const project::Category& spec, const Measured& measured,
                                 std::size_t wards) {
    MeasuredCategory result;
    result.spec = spec;
    if (const auto* const change = spec.made_as<project::Change>()) {
        derive_change(result, *change, measured);
    } else if (const auto* const composite = spec.made_as<project::Composite>()) {
        derive_composite(result, *composite, measured);
    } else if (const auto* const quotient = spec.made_as<project::Quotient>()) {
        result.figures =
            measures::location_quotients(find_part(measured.categories, quotient->part).figures,
                                         find_part(measured.categories, quotient->whole).figures);
    } else if (spec.made_as<project::Overlap>() != nullptr) {
        result.figures.resize(wards); // counted once the parts have bands
    } else {
        result.figures = measures::weighted_sums(components(spec, measured, true));
    }
    if (result.spec.source.empty()) result.spec.source = made_of(spec, measured);
    return result;
}

void count_overlap(BandedCategory& overlap, const std::vector<BandedCategory>& categories) {
    for (std::size_t i = 0; i < overlap.figures.size(); ++i) {
        double sure = 0;
        double possible = 0;
        bool complete = true;
        for (const auto& part : project::parts_of(overlap.spec)) {
            const auto& category = find_part(categories, part.category);
            const auto& band = category.banding.band_of[i];
            // The top band of a rank has its lowest numbers.
            const std::size_t top = category.spec.is(project::MeasureKind::rank)
                                        ? 0
                                        : category.banding.bands.size() - 1;
            const bool withheld = category.values[i].is_suppressed() && !band;
            complete = complete && (band || withheld);
            if (band && *band == top) ++sure;
            if (withheld) ++possible;
        }
        overlap.figures[i] = !complete      ? Cell::missing()
                             : possible > 0 ? Cell::suppressed(sure, sure + possible)
                                            : Cell::known(sure);
    }
    overlap.values = overlap.figures;
}

} // namespace wardmap
