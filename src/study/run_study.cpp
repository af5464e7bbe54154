// SPDX-License-Identifier: MIT
#include "study/run_study.h"

#include <utility>

#include <fmt/format.h>

#include "base/collect.h"
#include "study/band_categories.h"
#include "study/bivariate.h"
#include "study/disclosure/disclose.h"
#include "study/input_files.h"
#include "study/inputs.h"
#include "study/join_tables.h"
#include "study/measure_categories.h"
#include "study/run_hotspot_tests.h"

namespace wardmap {
namespace {

/// The findings of a category, preceded by its id if their place does not identify it.
Findings named(Findings findings, const std::string& id) {
    for (auto& finding : findings) {
        if (finding.place.file.empty()) finding.found = fmt::format("{}: {}", id, finding.found);
    }
    return findings;
}

Findings findings_so_far(const Inputs& inputs, const Joined& joined) {
    auto findings = inputs.findings;
    for (const auto& category : joined.categories) {
        append(findings, named(category.findings, category.spec.id));
    }
    return findings;
}

/// The parts of the inputs that are kept unchanged.
Study with_inputs(Inputs inputs) {
    Study study;
    study.products = inputs.project.products;
    study.briefing = std::move(inputs.project.briefing);
    study.project = static_cast<project::Facts&&>(inputs.project);
    study.wards = std::move(inputs.wards);
    study.neighbours = std::move(inputs.neighbours);
    study.fringe = std::move(inputs.fringe);
    study.layers = std::move(inputs.layers);
    study.tiles = std::move(inputs.tiles);
    study.displaced_parts = std::move(inputs.displaced_parts);
    study.findings = std::move(inputs.findings);
    return study;
}

/// From joined figures to the study; the data flow is described in study.h.
Study study_of(Inputs inputs, Joined joined, const RunOptions& options, InputWatch& watch) {
    auto [published, accounts] = disclose(std::move(joined), inputs.project, inputs.wards);
    auto files = read_input_files(inputs, published, watch);
    auto measured =
        measure_categories(std::move(published), inputs.categories, inputs.project, inputs.wards);
    auto banded = band_categories(std::move(measured), inputs.wanted, inputs.frozen);

    report(options.progress, 0.8, "testing");
    auto categories = run_hotspot_tests(
        {banded.denominators, inputs.wards, inputs.neighbours, inputs.fringe, options.threads},
        std::move(banded.categories));
    auto bivariates =
        make_bivariates(inputs.project, inputs.project.bivariates, categories, inputs.findings);
    auto study = with_inputs(std::move(inputs));
    study.denominators = std::move(banded.denominators);
    study.bivariates = std::move(bivariates);
    study.categories = std::move(categories);
    study.inputs = std::move(files);
    study.accounts = std::move(accounts);
    for (auto& category : study.categories) {
        category.findings = named(std::move(category.findings), category.spec.id);
    }
    report(options.progress, 1, "testing");
    return study;
}

} // namespace

Study run_study(const project::Project& project, const RunOptions& options) {
    InputWatch watch;
    return run_study(project, options, watch);
}

Study run_study(const project::Project& project, const RunOptions& options, InputWatch& watch) {
    auto inputs = read_inputs(project, options.categories, watch, options.progress);
    report(options.progress, 0.6, "joining tables");
    auto joined = reporting(inputs.findings, [&] { return join_tables(inputs); });
    append(inputs.findings, std::move(joined.findings));
    const auto so_far = findings_so_far(inputs, joined);
    return reporting(
        so_far, [&] { return study_of(std::move(inputs), std::move(joined), options, watch); });
}

Findings all_findings(const Study& study) {
    Findings all = study.findings;
    for (const auto& category : study.categories) {
        append(all, category.findings);
    }
    return without_repeats(all); // two categories of one table may repeat its findings
}

} // namespace wardmap
