// SPDX-License-Identifier: MIT
#include "study/bivariate.h"

#include <algorithm>

#include <fmt/format.h>

#include "bands/banding.h"
#include "bands/make_bands.h"
#include "base/error.h"
#include "base/text.h"
#include "measures/rank_correlation.h"
#include "project/bivariate_spec.h"
#include "project/facts.h"
#include "project/measure_kind.h"
#include "study/study.h"
#include "tables/cell.h"

namespace wardmap {
namespace {

using project::MeasureKind;
using project::Scheme;

/// The inputs of the maps; findings are added to `findings`.
struct Making {
    const project::Facts& project;
    const std::vector<CategoryResult>& categories;
    Findings& findings;
};

const CategoryResult* find(const std::vector<CategoryResult>& categories, const std::string& id) {
    const auto found =
        std::ranges::find_if(categories, [&](const auto& c) { return c.spec.id == id; });
    return found == categories.end() ? nullptr : &*found;
}

void report(const Making& making, const project::Bivariate& spec, Severity severity,
            const std::string& what, const std::string& help = "") {
    making.findings.push_back({.severity = severity,
                               .place = {making.project.file.written, spec.line, 0},
                               .found = fmt::format("{}: {}", spec.id, what),
                               .help = help});
}

std::vector<double> known_values(const CategoryResult& category) {
    std::vector<double> values;
    for (const auto& cell : category.values) {
        if (cell.is_known()) values.push_back(cell.value());
    }
    std::sort(values.begin(), values.end());
    return values;
}

/// The ends of three fixed classes: those of the figures, extended if an end class would be empty,
/// so that its range can be printed.
std::vector<double> fixed_ends(const std::vector<double>& breaks,
                               const std::vector<double>& sorted) {
    const double step = breaks[1] - breaks[0];
    double low = sorted.front();
    double high = sorted.back();
    if (low >= breaks[0]) low = breaks[0] > 0 ? std::max(0.0, breaks[0] - step) : breaks[0] - step;
    if (high <= breaks[1]) high = breaks[1] + step;
    return {low, breaks[0], breaks[1], high};
}

bands::Banding banding_of(const CategoryResult& category, const std::vector<double>& breaks,
                          Scheme scheme) {
    project::BandSpec spec;
    spec.scheme = scheme;
    spec.count = 3;
    const auto sorted = known_values(category);
    if (!breaks.empty() && !sorted.empty()) {
        spec.scheme = Scheme::fixed;
        spec.breaks = fixed_ends(breaks, sorted);
        spec.open_ended = true;
    }
    try {
        return bands::make_bands(category.values, spec, category.banding.decimals);
    } catch (const InputError& error) {
        auto findings = error.findings();
        for (auto& finding : findings) {
            finding.found = category.spec.id + ", in three classes: " + finding.found;
        }
        throw InputError(findings);
    }
}

/// The classes of one axis, lowest figures first. If a third would be empty because many wards have
/// the same figure, natural breaks are used.
bands::Banding classes_of(const Making& making, const project::Bivariate& spec,
                          const project::Bivariate::Axis& axis, const CategoryResult& category) {
    auto banding = banding_of(category, axis.breaks, spec.scheme);
    const auto sorted = known_values(category);
    const bool one_value = sorted.empty() || sorted.front() == sorted.back();
    const bool may_change = axis.breaks.empty() && spec.scheme == Scheme::quantile &&
                            !category.spec.is(MeasureKind::rank);
    if (banding.bands.size() >= 2 || one_value || !may_change) return banding;
    report(
        making, spec, Severity::note,
        fmt::format("so many {} have the same {} that thirds do not exist; natural breaks are used",
                    making.project.boundaries.noun.plural, text::quoted(category.spec.id)));
    return banding_of(category, {}, Scheme::natural);
}

BivariateAxis axis_of(const Making& making, const project::Bivariate& spec,
                      const project::Bivariate::Axis& wanted) {
    const auto& category = *find(making.categories, wanted.category);
    BivariateAxis axis;
    axis.category = wanted.category;
    axis.phrase = wanted.name.empty() ? category.spec.title : wanted.name;
    axis.named = !wanted.name.empty();
    axis.turned = category.spec.is(MeasureKind::rank);
    axis.banding = classes_of(making, spec, wanted, category);
    const auto n = axis.banding.bands.size();
    for (std::size_t band = 0; band < n; ++band) {
        const auto place = n == 2 ? 2 * band : band;
        axis.place_of_band.push_back(axis.turned ? 2 - place : place);
    }
    return axis;
}

/// Whether an axis distinguishes wards; if not, reports it.
bool can_be_drawn(const Making& making, const project::Bivariate& spec, const BivariateAxis& axis) {
    const auto n = axis.banding.bands.size();
    if (n < 2) {
        report(making, spec, Severity::warning,
               fmt::format("the map is not drawn: {} in {}",
                           n == 0 ? "no figure is known" : "the known figures are all of one class",
                           text::quoted(axis.category)),
               "another category, or breaks for it");
        return false;
    }
    if (n == 2) {
        report(making, spec, Severity::note,
               fmt::format("{} has two classes, low and high: its figures do not make three",
                           text::quoted(axis.category)));
    }
    return true;
}

std::optional<std::size_t> place_on(const BivariateAxis& axis, std::size_t ward) {
    const auto band = axis.banding.band_of[ward];
    return band ? std::optional(axis.place_of_band[*band]) : std::nullopt;
}

Cell::State state_of(const Cell& a, const Cell& b) {
    for (const auto state :
         {Cell::State::missing, Cell::State::not_calculable, Cell::State::suppressed}) {
        if (a.state() == state || b.state() == state) return state;
    }
    return Cell::State::known;
}

void place_wards(const std::vector<Cell>& across, const std::vector<Cell>& up,
                 BivariateResult& result) {
    std::vector<double> x;
    std::vector<double> y;
    for (std::size_t i = 0; i < across.size(); ++i) {
        BivariateWard ward;
        ward.state = state_of(across[i], up[i]);
        const auto column = place_on(result.across, i);
        const auto row = place_on(result.up, i);
        if (column && row) {
            ward.across = column;
            ward.up = row;
            ++result.counts.at(*row).at(*column);
            ++result.placed;
        }
        if (ward.state == Cell::State::known) {
            x.push_back(across[i].value() * (result.across.turned ? -1 : 1));
            y.push_back(up[i].value() * (result.up.turned ? -1 : 1));
        }
        result.wards.push_back(ward);
    }
    result.known = x.size();
    result.correlation = measures::rank_correlation(x, y);
}

} // namespace

std::vector<BivariateResult> make_bivariates(const project::Facts& project,
                                             const std::vector<project::Bivariate>& specs,
                                             const std::vector<CategoryResult>& categories,
                                             Findings& findings) {
    const Making making{project, categories, findings};
    std::vector<BivariateResult> results;
    for (auto spec : specs) {
        const auto* const across = find(categories, spec.x.category);
        const auto* const up = find(categories, spec.y.category);
        if (across == nullptr || up == nullptr) continue; // not requested: --category
        if (spec.title.empty()) {
            const auto phrase = [](const auto& axis, const CategoryResult& category) {
                return axis.name.empty() ? category.spec.title : axis.name;
            };
            spec.title = phrase(spec.y, *up) + " and " + phrase(spec.x, *across);
        }
        BivariateResult result;
        result.across = axis_of(making, spec, spec.x);
        result.up = axis_of(making, spec, spec.y);
        const bool across_drawn = can_be_drawn(making, spec, result.across);
        const bool up_drawn = can_be_drawn(making, spec, result.up);
        if (!across_drawn || !up_drawn) continue;
        result.spec = std::move(spec);
        place_wards(across->values, up->values, result);
        results.push_back(std::move(result));
    }
    return results;
}

const CategoryResult& category_of(const Study& study, const BivariateAxis& axis) {
    return *find(study.categories, axis.category);
}

std::string code_of(std::size_t up, std::size_t across) {
    return {static_cast<char>('A' + up), static_cast<char>('1' + across)};
}

std::string code_of(const BivariateWard& ward) {
    return ward.up ? code_of(*ward.up, *ward.across) : std::string();
}

HighWards high_wards(const BivariateResult& result) {
    HighWards high;
    for (std::size_t k = 0; k < 3; ++k) {
        high.across += result.counts.at(k).at(2);
        high.up += result.counts.at(2).at(k);
    }
    high.both = result.counts[2][2];
    if (result.placed > 0) {
        high.expected = static_cast<double>(high.across) * static_cast<double>(high.up) /
                        static_cast<double>(result.placed);
    }
    return high;
}

} // namespace wardmap
