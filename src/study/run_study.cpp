// SPDX-License-Identifier: MIT
#include "study/run_study.h"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/suggest.h"
#include "base/text.h"
#include "measures/measure.h"
#include "project/frozen_bands.h"
#include "study/area_value.h"
#include "study/band_categories.h"
#include "study/derive_categories.h"
#include "study/disclose.h"
#include "study/standing.h"
#include "study/study_tables.h"
#include "study/test_categories.h"
#include "tables/read_table.h"
#include "wards/read_wards.h"

namespace wardmap {
namespace {

wards::Source source_of(const project::Project& project) {
    const auto& b = project.boundaries;
    return {b.source.resolved, b.source.written, b.layer, b.code,     b.name,
            b.legacy,          b.where,          b.crs,   b.encoding, project.crs};
}

std::vector<project::Category> chosen(const project::Project& project,
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

/// The denominators that the chosen categories use.
std::vector<project::Denominator> used(const project::Project& project,
                                       const std::vector<project::Category>& categories) {
    std::vector<project::Denominator> denominators;
    for (const auto& denominator : project.denominators) {
        const bool needed =
            std::any_of(categories.begin(), categories.end(), [&](const project::Category& c) {
                return c.denominator == denominator.id;
            });
        if (needed) denominators.push_back(denominator);
    }
    return denominators;
}

join::Request request_of(const project::Figures& figures, const project::Project& project) {
    join::Request request;
    request.keys = figures.keys;
    request.values = figures.values;
    for (const auto& mark : figures.marks) {
        request.marks.push_back({mark.text, mark.low, mark.high});
    }
    request.absent_is_zero = figures.absent_is_zero;
    request.area = project.area;
    request.aliases = project.aliases;
    return request;
}

DenominatorResult join_denominator(const project::Denominator& spec, const tables::Table& table,
                                   const Study& study, Findings& findings) {
    auto request = request_of(spec.figures, study.project);
    request.kind = tables::FigureKind::number;
    auto joined = join::join_table(table, study.wards, request);
    append(findings, std::move(joined.findings));
    return {spec, std::move(joined.cells), std::move(joined.account), {}};
}

std::vector<double> areas_of(const WardSet& wards) {
    std::vector<double> areas;
    for (const auto& ward : wards.wards) {
        areas.push_back(ward.area_m2);
    }
    return areas;
}

std::vector<std::string> names_of(const WardSet& wards) {
    std::vector<std::string> names;
    for (const auto& ward : wards.wards) {
        names.push_back(ward.name);
    }
    return names;
}

/// Measure, unit, ranks and the whole area's value, once the figures stand.
void measure_category(CategoryResult& result, const Study& study) {
    const auto& spec = result.spec;
    const auto* const denominator = find_denominator(study, spec);
    const std::vector<Cell> denominators = denominator ? denominator->cells : std::vector<Cell>();
    if (denominator) result.denominator_label = denominator->spec.label;
    result.unit = measures::unit_of(spec, denominator ? denominator->spec.unit : "");
    const auto areas = areas_of(study.wards);
    result.values = measures::measure(spec, result.figures, denominators, areas);
    append(result.findings,
           measures::remarks(spec, result.figures, denominators, names_of(study.wards)));
    result.standings =
        standings(result.values, spec.measure == project::MeasureKind::rank ? Order::lowest_first
                                                                            : Order::highest_first);
    result.area_value = area_value(result, denominators, areas);
}

void check_coverage(const CategoryResult& category, const Study& study) {
    const double wards = static_cast<double>(study.wards.wards.size());
    const double least = category.spec.require_coverage;
    const auto rows = static_cast<double>(category.account.wards_joined);
    if (rows >= least * wards - 1e-9) return;
    throw InputError(
        Finding{Severity::error,
                {category.account.file},
                fmt::format("{}: only {} of {} {} have a row ({} %)", category.spec.id,
                            text::number(rows, 0), text::number(wards, 0),
                            study.project.boundaries.called_many,
                            text::number(std::floor(1000 * rows / wards) / 10, 1)),
                fmt::format("at least {} % (require_coverage)", text::exact(100 * least)),
                "complete the table, or lower require_coverage",
                ""});
}

CategoryResult join_category(const project::Category& spec, const tables::Table& table,
                             const Study& study) {
    CategoryResult result;
    result.spec = spec;
    auto request = request_of(spec.figures, study.project);
    request.additive = measures::is_additive(spec.measure);
    request.kind = request.additive ? tables::FigureKind::count : tables::FigureKind::number;
    auto joined = join::join_table(table, study.wards, request);
    result.figures = std::move(joined.cells);
    result.account = std::move(joined.account);
    append(result.findings, std::move(joined.findings));
    check_coverage(result, study);
    return result;
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
std::vector<project::Category> with_lenders(const project::Project& project,
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
    for (const auto& id : lenders(project, chosen(project, ids))) {
        ids.push_back(id);
    }
    return chosen(project, ids);
}

std::vector<InputFile> inputs_of(const Study& study, const StudyTables& tables) {
    const auto secret = secret_tables(study);
    namespace fs = std::filesystem;
    std::map<std::string, std::string> inputs; // as written -> path
    inputs[study.project.file.written] = study.project.file.resolved;
    const fs::path boundaries_folder = fs::path(study.wards.source).parent_path();
    for (const auto& file : study.wards.files) {
        inputs[(boundaries_folder / fs::path(file).filename()).generic_string()] = file;
    }
    for (const auto& [path, source] : tables.sources()) {
        inputs[source.shown_as] = path;
    }
    for (const auto& category : study.categories) {
        const auto& file = category.spec.bands.frozen;
        if (!file.written.empty()) inputs[file.written] = file.resolved;
    }
    std::vector<InputFile> files;
    files.reserve(inputs.size());
    for (const auto& [written, path] : inputs) {
        files.push_back({written, sha256_of_file(path), secret.contains(written)});
    }
    return files;
}

StudyTables wanted_tables(const std::vector<project::Category>& categories,
                          const std::vector<project::Denominator>& denominators) {
    StudyTables tables;
    for (const auto& denominator : denominators) {
        tables.want(denominator.figures);
    }
    for (const auto& category : categories) {
        if (category.parts.empty()) tables.want(category.figures);
    }
    return tables;
}

void join_all(Study& study, const std::vector<project::Category>& categories,
              const StudyTables& tables, Findings& faults) {
    for (const auto& denominator : used(study.project, categories)) {
        const auto* const table = tables.find(denominator.figures);
        if (table == nullptr) continue;
        collecting(faults, [&] {
            study.denominators.push_back(
                join_denominator(denominator, *table, study, study.findings));
        });
    }
    for (const auto& category : categories) {
        const auto* const table = tables.find(category.figures);
        const bool has_denominator =
            category.denominator.empty() || find_denominator(study, category) != nullptr;
        if (!category.parts.empty() || table == nullptr || !has_denominator) continue;
        collecting(faults,
                   [&] { study.categories.push_back(join_category(category, *table, study)); });
    }
}

/// Puts the categories into the order of these.
void arrange(Study& study, const std::vector<project::Category>& categories) {
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
        if (category.parts.empty()) continue;
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
    arrange(study, categories);
}

/// Bands of all but overlaps, then of overlaps, which count the top bands of their parts.
void band_all(Study& study, const std::vector<project::Category>& wanted,
              const std::map<std::string, project::FrozenBands>& frozen) {
    std::vector<project::Category> overlaps;
    std::vector<project::Category> others;
    for (const auto& category : wanted) {
        (category.measure == project::MeasureKind::overlap ? overlaps : others).push_back(category);
    }
    auto first = ids_of(others);
    for (const auto& id : parts_of(overlaps)) {
        if (std::find(first.begin(), first.end(), id) == first.end()) first.push_back(id);
    }
    band_categories(study.categories, first, frozen);
    for (auto& category : study.categories) {
        if (category.spec.measure != project::MeasureKind::overlap) continue;
        count_overlap(category, study.categories);
        category.standings = standings(category.values, Order::highest_first);
    }
    if (!overlaps.empty()) band_categories(study.categories, ids_of(overlaps), frozen);
}

void keep(Study& study, const std::vector<std::string>& ids) {
    std::erase_if(study.categories, [&](const CategoryResult& category) {
        return std::find(ids.begin(), ids.end(), category.spec.id) == ids.end();
    });
}

} // namespace

Study run_study(const project::Project& project, const StudyOptions& options) {
    const auto wanted = chosen(project, options.categories);
    const auto categories = with_lenders(project, wanted);
    Study study;
    study.project = project;
    Findings faults;

    report(options.progress, 0, "reading boundaries");
    collecting(faults, [&] { study.wards = wards::read_wards(source_of(project)); });
    append(study.findings, study.wards.findings);

    report(options.progress, 0.4, "reading tables");
    auto tables = wanted_tables(categories, used(project, categories));
    tables.read(study.findings, faults);
    if (study.wards.wards.empty()) throw InputError(faults);
    study.neighbours = wards::neighbours(study.wards.wards, project.neighbours);

    report(options.progress, 0.6, "joining tables onto wards");
    join_all(study, categories, tables, faults);
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
    study.inputs = inputs_of(study, tables);
    keep(study, ids_of(wanted));
    test_categories(study, options.threads);
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
            // Two categories of one table tell the same things of it.
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
