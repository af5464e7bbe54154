// SPDX-License-Identifier: MIT
#include "study/run_study.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/suggest.h"
#include "base/text.h"
#include "measures/measure.h"
#include "study/area_value.h"
#include "study/standing.h"
#include "study/study_tables.h"
#include "wards/read_wards.h"

namespace wardmap {
namespace {

/// Runs one step and keeps its findings, so that the faults of all tables are told together.
template <typename Step>
void collecting(Findings& faults, const Step& step) {
    try {
        step();
    } catch (const InputError& error) {
        append(faults, error.findings());
    }
}

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

/// Whether the figures of several wards may be added up.
bool is_additive(const project::Category& category) {
    using project::MeasureKind;
    switch (category.measure) {
    case MeasureKind::count:
    case MeasureKind::rate:
    case MeasureKind::share:
    case MeasureKind::density:
        return true;
    case MeasureKind::mean:
    case MeasureKind::index:
    case MeasureKind::rank:
        return false;
    }
    return false;
}

join::Request request_of(const project::Figures& figures, const project::Project& project,
                         const join::Lookup* lookup) {
    join::Request request;
    request.keys = figures.keys;
    request.values = figures.values;
    for (const auto& filter : figures.where) {
        request.where.push_back({filter.column, filter.values});
    }
    request.duplicates = static_cast<join::Duplicates>(figures.duplicates);
    for (const auto& mark : figures.marks) {
        request.marks.push_back(
            {mark.text, mark.low, mark.high, static_cast<tables::Mark::Meaning>(mark.meaning)});
    }
    request.rounded_to = figures.rounded_to;
    request.absent_is_zero = figures.absent_is_zero;
    request.area = project.area;
    request.aliases = project.aliases;
    request.lookup = lookup;
    return request;
}

DenominatorResult join_denominator(const project::Denominator& spec, const tables::Table& table,
                                   const Study& study, const join::Lookup* lookup,
                                   Findings& findings) {
    auto request = request_of(spec.figures, study.project, lookup);
    request.kind = tables::FigureKind::number;
    auto joined = join::join_table(table, study.wards, request);
    append(findings, std::move(joined.findings));
    return {spec, std::move(joined.cells), std::move(joined.account)};
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

const DenominatorResult* denominator_of(const Study& study, const project::Category& spec) {
    for (const auto& denominator : study.denominators) {
        if (denominator.spec.id == spec.denominator) return &denominator;
    }
    return nullptr;
}

/// The figures of all tables of a category, added up.
void join_figures(const StudyTables& tables, const Study& study, const join::Lookup* lookup,
                  CategoryResult& result) {
    const auto join_one = [&](const project::Figures& figures) {
        auto request = request_of(figures, study.project, lookup);
        request.additive = is_additive(result.spec);
        request.kind = request.additive ? tables::FigureKind::count : tables::FigureKind::number;
        auto joined = join::join_table(*tables.find(figures.table), study.wards, request);
        append(result.findings, std::move(joined.findings));
        return joined;
    };
    auto first = join_one(result.spec.figures);
    result.figures = std::move(first.cells);
    result.account = std::move(first.account);
    for (const auto& figures : result.spec.plus) {
        auto more = join_one(figures);
        for (std::size_t i = 0; i < result.figures.size(); ++i) {
            result.figures[i] = join::added(result.figures[i], more.cells[i]);
        }
        result.plus.push_back(std::move(more.account));
    }
}

CategoryResult run_category(const project::Category& spec, const StudyTables& tables,
                            const Study& study, const join::Lookup* lookup) {
    CategoryResult result;
    result.spec = spec;
    join_figures(tables, study, lookup, result);

    const auto* const denominator = denominator_of(study, spec);
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
    result.banding = bands::make_bands(result.values, spec.bands,
                                       spec.decimals.value_or(measures::default_decimals(spec)));
    append(result.findings, result.banding.findings);
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

std::vector<InputFile> inputs_of(const Study& study, const StudyTables& tables) {
    namespace fs = std::filesystem;
    std::map<std::string, std::string> inputs; // as written -> path
    inputs[study.project.file.written] = study.project.file.resolved;
    const fs::path boundaries_folder = fs::path(study.wards.source).parent_path();
    for (const auto& file : study.wards.files) {
        inputs[(boundaries_folder / fs::path(file).filename()).generic_string()] = file;
    }
    std::vector<InputFile> files;
    files.reserve(inputs.size());
    for (const auto& [written, path] : inputs) {
        files.push_back({written, sha256_of_file(path)});
    }
    for (auto& table : tables.inputs()) {
        const bool known = std::any_of(files.begin(), files.end(), [&](const InputFile& file) {
            return file.path == table.path;
        });
        if (!known) files.push_back(std::move(table));
    }
    std::sort(files.begin(), files.end(),
              [](const InputFile& a, const InputFile& b) { return a.path < b.path; });
    return files;
}

/// The [lookup] of the project, where it has one that can be read.
std::optional<join::Lookup> lookup_of(const project::Project& project, const StudyTables& tables,
                                      Findings& faults) {
    if (!project.lookup) return std::nullopt;
    const auto* const table = tables.find(project.lookup->table);
    std::optional<join::Lookup> lookup;
    if (table == nullptr) return lookup;
    collecting(faults, [&] {
        lookup = join::make_lookup(*table, project.lookup->from, project.lookup->to,
                                   project.lookup->weight);
    });
    return lookup;
}

} // namespace

Study run_study(const project::Project& project, const StudyOptions& options) {
    const auto categories = chosen(project, options.categories);
    const auto denominators = used(project, categories);
    Study study;
    study.project = project;
    Findings faults;

    report(options.progress, 0, "reading boundaries");
    collecting(faults, [&] { study.wards = wards::read_wards(source_of(project)); });
    append(study.findings, study.wards.findings);

    report(options.progress, 0.4, "reading tables");
    StudyTables tables;
    if (project.lookup) tables.want(*project.lookup);
    for (const auto& denominator : denominators) {
        tables.want(denominator.figures);
    }
    for (const auto& category : categories) {
        tables.want(category.figures);
        for (const auto& more : category.plus) {
            tables.want(more);
        }
    }
    tables.read(study.findings, faults);
    if (study.wards.wards.empty()) throw InputError(faults);
    study.neighbours = wards::neighbours(study.wards.wards, wards::Contiguity::queen);

    report(options.progress, 0.6, "joining tables onto wards");
    const auto lookup = lookup_of(project, tables, faults);
    if (project.lookup && !lookup) throw InputError(faults);
    const auto* const carry = lookup ? &*lookup : nullptr;
    for (const auto& denominator : denominators) {
        const auto* const table = tables.find(denominator.figures.table);
        if (table == nullptr) continue;
        collecting(faults, [&] {
            study.denominators.push_back(
                join_denominator(denominator, *table, study, carry, study.findings));
        });
    }
    for (const auto& category : categories) {
        const bool has_denominator =
            category.denominator.empty() || denominator_of(study, category) != nullptr;
        if (!tables.has_all(category) || !has_denominator) continue;
        collecting(faults, [&] {
            study.categories.push_back(run_category(category, tables, study, carry));
            name_category(study.categories.back());
        });
    }
    stop_on_errors(faults);
    study.inputs = inputs_of(study, tables);
    report(options.progress, 1, "joining tables onto wards");
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
