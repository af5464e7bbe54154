// SPDX-License-Identifier: MIT
#include "study/band_categories.h"

#include <algorithm>

#include <fmt/format.h>

#include "bands/frozen.h"
#include "bands/make_bands.h"
#include "base/error.h"
#include "base/text.h"
#include "measures/measure.h"
#include "project/figures.h"
#include "project/project.h"
#include "study/derive_categories.h"
#include "study/standing.h"

namespace wardmap {
namespace {

bool holds(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

const BandedCategory& find_category(const std::vector<BandedCategory>& categories,
                                    const std::string& id) {
    return *std::find_if(categories.begin(), categories.end(),
                         [&](const BandedCategory& c) { return c.spec.id == id; });
}

int decimals_of(const project::Category& spec) {
    return spec.decimals.value_or(measures::default_decimals(spec));
}

/// "Anti-social behaviour, 2013", as in a map's heading.
std::string heading(const project::Category& spec) {
    return spec.period.empty() ? spec.title : spec.title + ", " + spec.period;
}

bool draws_the_same(const project::BandSpec& a, const project::BandSpec& b) {
    return a.scheme == b.scheme && a.count == b.count && a.zero_apart == b.zero_apart &&
           a.hinge == b.hinge;
}

/// Reports categories whose figures are pooled but that are drawn in other bands, which a reader
/// would not expect.
Findings other_bands(const BandedCategory& category,
                     const std::vector<BandedCategory>& categories) {
    Findings findings;
    for (const auto& id : category.spec.bands.pooled_with) {
        const auto& bands = find_category(categories, id).spec.bands;
        const bool shares =
            bands.same_as == category.spec.id || (holds(bands.pooled_with, category.spec.id) &&
                                                  draws_the_same(bands, category.spec.bands));
        if (shares) continue;
        findings.push_back(
            {.severity = Severity::note,
             .found =
                 fmt::format("the figures of {} are included in these bands, but it is drawn in "
                             "others",
                             id),
             .help = fmt::format("bands = {{ same_as = \"{}\" }} in {} draws both alike",
                                 category.spec.id, id)});
    }
    return findings;
}

bands::Banding pooled(const BandedCategory& category,
                      const std::vector<BandedCategory>& categories) {
    const auto& spec = category.spec.bands;
    auto cells = category.values;
    std::vector<std::string> headings{heading(category.spec)};
    for (const auto& id : spec.pooled_with) {
        const auto& partner = find_category(categories, id);
        cells.insert(cells.end(), partner.values.begin(), partner.values.end());
        headings.push_back(heading(partner.spec));
    }
    auto all = bands::make_bands(cells, spec, decimals_of(category.spec));
    if (all.bands.empty()) return bands::make_bands(category.values, spec, all.decimals);
    const auto plan =
        bands::plan_of(all, fmt::format("{} over {} together", all.method, text::list(headings)));
    auto own = bands::fill_bands(category.values, plan, all.decimals);
    append(own.findings, std::move(all.findings));
    return own;
}

bands::Banding own_banding(const BandedCategory& category,
                           const std::vector<BandedCategory>& categories) {
    const auto& spec = category.spec.bands;
    if (!spec.pooled_with.empty()) return pooled(category, categories);
    return bands::make_bands(category.values, spec, decimals_of(category.spec));
}

bands::Banding frozen_banding(const BandedCategory& category, const project::FrozenBands& frozen) {
    const auto& spec = category.spec;
    const auto& file = spec.bands.frozen.written;
    const bool same_scale = frozen.measure == project::measure_name(spec) &&
                            (!spec.is(project::MeasureKind::rate) || frozen.per == spec.per);
    if (!same_scale) {
        throw InputError(
            Finding{.severity = Severity::error,
                    .place = {file},
                    .found = fmt::format("these bands are not of the measure of category {}",
                                         text::quoted(spec.id)),
                    .expected = "bands of the same measure (and the same per)"});
    }
    const std::string how = frozen.method.empty() ? "" : " (" + frozen.method + ")";
    return bands::fill_bands(category.values, bands::plan_of(frozen, "frozen in " + file + how),
                             decimals_of(spec));
}

bands::Banding borrowed(const BandedCategory& category, const BandedCategory& owner) {
    if (owner.banding.bands.empty()) {
        throw InputError(
            Finding{.severity = Severity::error,
                    .found = fmt::format("{} has no bands to share: none of its figures is known",
                                         owner.spec.id),
                    .expected = "a category with known figures",
                    .help = "leave same_as out"});
    }
    const auto plan = bands::plan_of(
        owner.banding, fmt::format("as {} ({})", heading(owner.spec), owner.banding.method));
    return bands::fill_bands(category.values, plan,
                             std::max(decimals_of(category.spec), owner.banding.decimals));
}

/// Runs one step; its errors name the category and are reported with those of the others.
template <typename Step>
void collecting(Findings& faults, const BandedCategory& category, const Step& step) {
    try {
        step();
    } catch (const InputError& error) {
        for (auto finding : error.findings()) {
            if (finding.place.file.empty()) {
                finding.found = fmt::format("{}: {}", category.spec.id, finding.found);
            }
            faults.push_back(std::move(finding));
        }
    }
}

/// Fills in the bands of the categories with these ids and of those whose bands they use.
void fill_bands_of(std::vector<BandedCategory>& categories, const std::vector<std::string>& ids,
                   const std::map<std::string, project::FrozenBands>& frozen) {
    auto needed = ids;
    for (const auto& category : categories) {
        if (holds(ids, category.spec.id)) needed.push_back(category.spec.bands.same_as);
    }
    Findings faults;
    for (auto& category : categories) {
        const auto& spec = category.spec.bands;
        if (!holds(needed, category.spec.id) || !spec.same_as.empty()) continue;
        collecting(faults, category, [&] {
            category.banding = spec.frozen.written.empty()
                                   ? own_banding(category, categories)
                                   : frozen_banding(category, frozen.at(spec.frozen.resolved));
            append(category.banding.findings, other_bands(category, categories));
        });
    }
    stop_on_errors(faults);
    for (auto& category : categories) {
        const auto& owner = category.spec.bands.same_as;
        if (owner.empty() || !holds(ids, category.spec.id)) continue;
        collecting(faults, category, [&] {
            category.banding = borrowed(category, find_category(categories, owner));
        });
    }
    stop_on_errors(faults);
    for (auto& category : categories) {
        if (holds(ids, category.spec.id)) append(category.findings, category.banding.findings);
    }
}

/// The intersection of `ids` and `others`.
std::vector<std::string> only(const std::vector<std::string>& ids,
                              const std::vector<std::string>& others) {
    std::vector<std::string> both;
    for (const auto& id : ids) {
        if (holds(others, id)) both.push_back(id);
    }
    return both;
}

std::vector<std::string> ids_of(const std::vector<BandedCategory>& categories, bool overlaps) {
    std::vector<std::string> ids;
    for (const auto& category : categories) {
        const bool is_overlap = category.spec.made_as<project::Overlap>() != nullptr;
        if (is_overlap == overlaps) ids.push_back(category.spec.id);
    }
    return ids;
}

} // namespace

std::vector<std::string> bands_borrowed_from(const project::Project& project,
                                             const std::vector<project::CategorySpec>& wanted) {
    std::vector<std::string> ids;
    ids.reserve(wanted.size());
    for (const auto& category : wanted) {
        ids.push_back(category.id);
    }
    std::vector<std::string> found;
    const auto add = [&](const std::string& id) {
        if (!id.empty() && !holds(ids, id) && !holds(found, id)) found.push_back(id);
    };
    for (const auto& category : wanted) {
        add(category.bands.same_as);
        for (const auto& id : category.bands.pooled_with) {
            add(id);
        }
    }
    for (const auto& category : project.categories) {
        if (!holds(found, category.id)) continue;
        for (const auto& id : category.bands.pooled_with) {
            add(id);
        }
    }
    return found;
}

Banded band_categories(Measured measured, const std::vector<std::string>& wanted,
                       const std::map<std::string, project::FrozenBands>& frozen) {
    Banded banded{std::move(measured.denominators), {}};
    for (auto& category : measured.categories) {
        banded.categories.push_back({std::move(category), {}});
    }
    auto& categories = banded.categories;
    auto first = only(wanted, ids_of(categories, false));
    const auto overlaps = only(wanted, ids_of(categories, true));
    for (const auto& category : categories) {
        if (!holds(overlaps, category.spec.id)) continue;
        for (const auto& part : project::parts_of(category.spec)) {
            if (!holds(first, part.category)) first.push_back(part.category);
        }
    }
    fill_bands_of(categories, first, frozen);
    for (auto& category : categories) {
        if (!holds(overlaps, category.spec.id)) continue; // its parts have no bands
        count_overlap(category, categories);
        category.standings = standings(category.values, Order::highest_first);
    }
    if (!overlaps.empty()) fill_bands_of(categories, overlaps, frozen);
    std::erase_if(categories, [&](const auto& c) { return !holds(wanted, c.spec.id); });
    return banded;
}

} // namespace wardmap
