// SPDX-License-Identifier: MIT
#include "study/inputs.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/collect.h"
#include "base/error.h"
#include "base/suggest.h"
#include "base/text.h"
#include "gdal/access.h"
#include "project/weights.h"
#include "study/band_categories.h"
#include "study/derive_categories.h"
#include "study/note_inputs.h"
#include "study/steps_of_table.h"
#include "study/surroundings/context.h"
#include "study/surroundings/fringe.h"
#include "study/surroundings/tiles.h"
#include "study/unprintable.h"
#include "wards/border_faults.h"
#include "wards/read_wards.h"

namespace wardmap {
namespace {

std::vector<project::CategorySpec> select_categories(const project::Project& project,
                                                     const std::vector<std::string>& ids) {
    if (ids.empty()) return project.categories;
    std::vector<std::string> known;
    for (const auto& category : project.categories) {
        known.push_back(category.id);
    }
    Findings faults;
    for (const auto& id : ids) {
        if (std::find(known.begin(), known.end(), id) != known.end()) continue;
        faults.push_back({.severity = Severity::error,
                          .place = {project.file.written},
                          .found = fmt::format("there is no category {}", text::quoted(id)),
                          .expected = "one of " + text::join(known, ", "),
                          .help = did_you_mean(id, known)});
    }
    stop_on_errors(faults);
    std::vector<project::CategorySpec> categories;
    for (const auto& category : project.categories) {
        if (std::find(ids.begin(), ids.end(), category.id) != ids.end()) {
            categories.push_back(category);
        }
    }
    return categories;
}

/// The files with frozen bands that the categories name, by path.
std::map<std::string, project::FrozenBands>
read_frozen(const std::vector<project::CategorySpec>& categories, Findings& faults) {
    std::map<std::string, project::FrozenBands> frozen;
    for (const auto& category : categories) {
        const auto& file = category.bands.frozen;
        if (file.written.empty() || frozen.contains(file.resolved)) continue;
        collecting(faults, [&] { frozen[file.resolved] = project::read_frozen_bands(file); });
    }
    return frozen;
}

/// Weights of parts, from the files that the categories name.
void apply_weights(std::vector<project::CategorySpec>& categories, Findings& faults) {
    for (auto& category : categories) {
        const auto* const weights = project::weights_of(category);
        if (weights == nullptr || weights->file.empty()) continue;
        collecting(faults, [&] { project::weigh(category, project::read_weights(weights->file)); });
    }
}

std::vector<std::string> ids_of(const std::vector<project::CategorySpec>& categories) {
    std::vector<std::string> ids;
    ids.reserve(categories.size());
    for (const auto& category : categories) {
        ids.push_back(category.id);
    }
    return ids;
}

bool withholds(const std::vector<project::CategorySpec>& categories) {
    return std::any_of(categories.begin(), categories.end(),
                       [](const auto& category) { return category.disclosure.is_on(); });
}

/// The wanted categories and those they borrow from, in the order of the project; all of them if
/// figures are suppressed.
std::vector<project::CategorySpec>
with_borrowed_bands(const project::Project& project,
                    const std::vector<project::CategorySpec>& wanted) {
    // Suppression in one map must not depend on which others are drawn.
    if (withholds(project.categories)) return project.categories;
    auto ids = ids_of(wanted);
    for (const auto& id : part_ids(wanted)) {
        ids.push_back(id);
    }
    for (const auto& id : bands_borrowed_from(project, select_categories(project, ids))) {
        ids.push_back(id);
    }
    return select_categories(project, ids);
}

StudyTables wanted_tables(const project::Project& project,
                          const std::vector<project::CategorySpec>& categories) {
    StudyTables tables;
    tables.offer(project.incidents);
    if (project.lookup) tables.want(*project.lookup);
    for (const auto& denominator : used_denominators(project, categories)) {
        tables.want(denominator.figures);
    }
    for (const auto& category : categories) {
        if (category.tables() == nullptr) continue;
        const std::string steps = steps_are_columns(category) ? "" : category.tables()->steps;
        for (const auto& figures : category.figures) {
            tables.want(figures, steps);
        }
    }
    return tables;
}

/// Into the wards of the ring too, whose counts are read as rows of a table are.
void count_incidents(Inputs& inputs) {
    if (!inputs.fringe) {
        inputs.tables.count(inputs.wards, inputs.wards.wards.size(), inputs.findings,
                            inputs.errors);
        return;
    }
    auto wards = inputs.wards;
    const auto& ring = inputs.fringe->wards.wards;
    wards.wards.insert(wards.wards.end(), ring.begin(), ring.end());
    inputs.tables.count(wards, inputs.wards.wards.size(), inputs.findings, inputs.errors);
}

void read_surroundings(const project::Project& project, Inputs& inputs) {
    if (project.ring) {
        collecting(inputs.errors, [&] { inputs.fringe = read_fringe(project, inputs.wards); });
        if (!inputs.fringe) stop_on_errors(inputs.errors, inputs.findings);
    }
    inputs.layers = read_context_layers(project, inputs.wards, inputs.findings, inputs.errors);
    if (project.tiles) {
        collecting(inputs.errors,
                   [&] { inputs.tiles = read_tiles(project, inputs.wards, inputs.findings); });
    }
}

} // namespace

std::vector<project::DenominatorSpec>
used_denominators(const project::Project& project,
                  const std::vector<project::CategorySpec>& categories) {
    std::vector<project::DenominatorSpec> denominators;
    for (const auto& denominator : project.denominators) {
        const bool needed =
            std::any_of(categories.begin(), categories.end(), [&](const project::Category& c) {
                return c.denominator == denominator.id;
            });
        if (needed) denominators.push_back(denominator);
    }
    return denominators;
}

Inputs read_inputs(const project::Project& project, const std::vector<std::string>& ids,
                   InputWatch& watch, const Progress& progress) {
    gdal::set_access({project.network, project.linked_files});
    Inputs inputs;
    inputs.project = project;
    inputs.findings = project.findings;
    const auto wanted = select_categories(project, ids);
    inputs.wanted = ids_of(wanted);
    inputs.categories = with_borrowed_bands(project, wanted);
    inputs.tables = wanted_tables(project, inputs.categories);
    if (withholds(project.categories)) {
        collecting(inputs.errors, [&] { inputs.tables.refuse_shared_incidents(); });
    }
    note_inputs(project, inputs.categories, inputs.tables, watch);
    apply_weights(inputs.categories, inputs.errors);

    report(progress, 0, "reading boundaries");
    collecting(inputs.errors,
               [&] { inputs.wards = wards::read_wards(project.boundary_source, project.crs); });
    if (project.boundaries.noun.singular != AreaNoun().singular) {
        inputs.wards.noun = project.boundaries.noun;
    } else {
        inputs.project.boundaries.noun = inputs.wards.noun; // according to the codes
    }
    append(inputs.findings, inputs.wards.findings);
    append(inputs.findings, unprintable_texts(project, inputs.wards));

    report(progress, 0.4, "reading tables");
    inputs.tables.read(inputs.findings, inputs.errors);
    if (inputs.wards.wards.empty()) stop_on_errors(inputs.errors, inputs.findings);
    inputs.neighbours = wards::neighbours(inputs.wards.wards, project.neighbours);
    append(inputs.findings,
           wards::border_faults(inputs.wards, inputs.neighbours, project.neighbours));
    if (project.boundaries.remote_islands == project::RemoteIslands::boxed) {
        inputs.displaced_parts = wards::find_displaced_parts(inputs.wards);
    }
    read_surroundings(project, inputs);
    count_incidents(inputs);
    inputs.lookup = inputs.tables.lookup(project, inputs.errors);
    if (project.lookup && !inputs.lookup) stop_on_errors(inputs.errors, inputs.findings);
    inputs.frozen = read_frozen(inputs.categories, inputs.errors);
    return inputs;
}

} // namespace wardmap
