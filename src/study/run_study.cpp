// SPDX-License-Identifier: MIT
#include "study/run_study.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/collect.h"
#include "base/error.h"
#include "base/suggest.h"
#include "base/text.h"
#include "project/frozen_bands.h"
#include "project/weights.h"
#include "study/band_categories.h"
#include "study/bivariate.h"
#include "study/derive_categories.h"
#include "study/disclosure/disclose.h"
#include "study/inputs.h"
#include "study/join_categories.h"
#include "study/measure_category.h"
#include "study/run_hotspot_tests.h"
#include "study/standing.h"
#include "study/study_tables.h"
#include "study/surroundings/context.h"
#include "study/surroundings/fringe.h"
#include "study/surroundings/tiles.h"
#include "wards/read_wards.h"

namespace wardmap {
namespace {

std::vector<project::Category> select_categories(const project::Project& project,
                                                 const std::vector<std::string>& ids) {
    if (ids.empty()) return project.categories;
    std::vector<std::string> known;
    for (const auto& category : project.categories) {
        known.push_back(category.id);
    }
    Findings faults;
    for (const auto& id : ids) {
        if (std::find(known.begin(), known.end(), id) != known.end()) continue;
        faults.push_back({Severity::error,
                          {project.file.written},
                          fmt::format("there is no category {}", text::quoted(id)),
                          "one of " + text::join(known, ", "),
                          did_you_mean(id, known),
                          ""});
    }
    stop_on_errors(faults);
    std::vector<project::Category> categories;
    for (const auto& category : project.categories) {
        if (std::find(ids.begin(), ids.end(), category.id) != ids.end()) {
            categories.push_back(category);
        }
    }
    return categories;
}

/// What a finding is about, where its place does not say.
void name_category(CategoryResult& result) {
    for (auto& finding : result.findings) {
        if (finding.place.file.empty()) {
            finding.found = fmt::format("{}: {}", result.spec.id, finding.found);
        }
    }
}

/// The files with frozen bands that the categories name, by path.
std::map<std::string, project::FrozenBands>
read_frozen(const std::vector<project::Category>& categories, Findings& faults) {
    std::map<std::string, project::FrozenBands> frozen;
    for (const auto& category : categories) {
        const auto& file = category.bands.frozen;
        if (file.written.empty() || frozen.contains(file.resolved)) continue;
        collecting(faults, [&] { frozen[file.resolved] = project::read_frozen_bands(file); });
    }
    return frozen;
}

/// Weights of parts, from the files that the categories name.
void apply_weights(std::vector<project::Category>& categories, Findings& faults) {
    for (auto& category : categories) {
        const auto* const weights = project::weights_of(category);
        if (weights == nullptr || weights->file.empty()) continue;
        collecting(faults, [&] { project::weigh(category, project::read_weights(weights->file)); });
    }
}

std::vector<std::string> ids_of(const std::vector<project::Category>& categories) {
    std::vector<std::string> ids;
    ids.reserve(categories.size());
    for (const auto& category : categories) {
        ids.push_back(category.id);
    }
    return ids;
}

/// The wanted categories and those that lend them something, in the order of the project; all where
/// figures are withheld.
std::vector<project::Category> with_borrowed_bands(const project::Project& project,
                                                   const std::vector<project::Category>& wanted) {
    // What one map withholds must not depend on which others are drawn with it.
    if (std::any_of(project.categories.begin(), project.categories.end(),
                    [](const auto& category) { return category.disclosure.is_on(); })) {
        return project.categories;
    }
    auto ids = ids_of(wanted);
    for (const auto& id : parts_of(wanted)) {
        ids.push_back(id);
    }
    for (const auto& id : bands_borrowed_from(project, select_categories(project, ids))) {
        ids.push_back(id);
    }
    return select_categories(project, ids);
}

StudyTables wanted_tables(const std::vector<project::Category>& categories,
                          const std::vector<project::Denominator>& denominators,
                          const std::optional<project::LookupSpec>& lookup) {
    StudyTables tables;
    if (lookup) tables.want(*lookup);
    for (const auto& denominator : denominators) {
        tables.want(denominator.figures);
    }
    for (const auto& category : categories) {
        for (const auto* const figures : project::all_figures(category)) {
            tables.want(*figures, category.tables()->steps);
        }
    }
    return tables;
}

/// Puts the categories into the order of these.
void restore_project_order(Study& study, const std::vector<project::Category>& categories) {
    const auto ids = ids_of(categories);
    const auto place = [&ids](const CategoryResult& category) {
        return std::find(ids.begin(), ids.end(), category.spec.id);
    };
    std::sort(
        study.categories.begin(), study.categories.end(),
        [&](const CategoryResult& a, const CategoryResult& b) { return place(a) < place(b); });
}

void derive_all(Study& study, const std::vector<project::Category>& categories, Findings& faults) {
    for (const auto& category : categories) {
        if (category.tables() != nullptr) continue;
        try {
            auto result = derive_category(category, study);
            measure_category(result, study);
            study.categories.push_back(std::move(result));
        } catch (const InputError& error) {
            for (auto finding : error.findings()) {
                finding.place = {study.project.file.written, category.line, 0};
                finding.found = category.id + ": " + finding.found;
                faults.push_back(std::move(finding));
            }
        }
    }
    restore_project_order(study, categories);
}

/// Bands of all but overlaps, then of overlaps, which count the top bands of their parts.
void band_all(Study& study, const std::vector<project::Category>& wanted,
              const std::map<std::string, project::FrozenBands>& frozen) {
    std::vector<project::Category> overlaps;
    std::vector<project::Category> others;
    for (const auto& category : wanted) {
        (category.made_as<project::Overlap>() != nullptr ? overlaps : others).push_back(category);
    }
    auto first = ids_of(others);
    for (const auto& id : parts_of(overlaps)) {
        if (std::find(first.begin(), first.end(), id) == first.end()) first.push_back(id);
    }
    band_categories(study.categories, first, frozen);
    for (auto& category : study.categories) {
        if (category.spec.made_as<project::Overlap>() == nullptr) continue;
        count_overlap(category, study.categories);
        category.standings = standings(category.values, Order::highest_first);
    }
    if (!overlaps.empty()) band_categories(study.categories, ids_of(overlaps), frozen);
}

void retain(Study& study, const std::vector<std::string>& ids) {
    std::erase_if(study.categories, [&](const CategoryResult& category) {
        return std::find(ids.begin(), ids.end(), category.spec.id) == ids.end();
    });
}

} // namespace

Study run_study(const project::Project& project, const RunOptions& options) {
    InputWatch watch;
    return run_study(project, options, watch);
}

Study run_study(const project::Project& project, const RunOptions& options, InputWatch& watch) {
    const auto wanted = select_categories(project, options.categories);
    auto categories = with_borrowed_bands(project, wanted);
    Study study;
    study.project = project;
    Findings faults;
    auto tables = wanted_tables(categories, used(project, categories), project.lookup);
    note_inputs(project, categories, tables, watch);
    apply_weights(categories, faults);

    report(options.progress, 0, "reading boundaries");
    collecting(faults,
               [&] { study.wards = wards::read_wards(project.boundaries.source, project.crs); });
    study.wards.noun = project.boundaries.noun;
    append(study.findings, study.wards.findings);

    report(options.progress, 0.4, "reading tables");
    tables.read(study.findings, faults);
    if (study.wards.wards.empty()) throw InputError(faults);
    study.neighbours = wards::neighbours(study.wards.wards, project.neighbours);
    if (project.boundaries.remote_islands == project::RemoteIslands::boxed) {
        study.displaced_parts = wards::find_displaced_parts(study.wards);
    }
    if (project.ring) collecting(faults, [&] { study.fringe = read_fringe(study); });
    if (project.ring && !study.fringe) throw InputError(faults);
    study.layers = read_context_layers(study, faults);
    if (project.tiles) collecting(faults, [&] { study.tiles = read_tiles(study); });

    report(options.progress, 0.6, "joining tables");
    const auto lookup = tables.lookup(project, faults);
    if (project.lookup && !lookup) throw InputError(faults);
    join_all(study, categories, tables, lookup ? &*lookup : nullptr, faults);
    const auto frozen = read_frozen(categories, faults);
    stop_on_errors(faults);
    disclose(study);
    for (auto& category : study.categories) {
        measure_category(category, study);
    }
    derive_all(study, categories, faults);
    stop_on_errors(faults);
    band_all(study, wanted, frozen);

    report(options.progress, 0.8, "testing");
    study.inputs = read_inputs(study, tables, watch);
    retain(study, ids_of(wanted));
    make_bivariates(study);
    run_hotspot_tests(study, options.threads);
    for (auto& category : study.categories) {
        name_category(category);
    }
    report(options.progress, 1, "testing");
    return study;
}

Findings all_findings(const Study& study) {
    Findings all;
    const auto add = [&all](const Findings& findings) {
        for (const auto& finding : findings) {
            // Two categories of one table report the same things about it.
            if (std::find(all.begin(), all.end(), finding) == all.end()) all.push_back(finding);
        }
    };
    add(study.findings);
    for (const auto& category : study.categories) {
        add(category.findings);
    }
    return all;
}

} // namespace wardmap
