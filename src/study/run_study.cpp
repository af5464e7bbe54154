// SPDX-License-Identifier: MIT
#include "study/run_study.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

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

/// What a finding is about, where its place does not say.
void name_category(CategoryResult& result) {
    for (auto& finding : result.findings) {
        if (finding.place.file.empty()) {
            finding.found = fmt::format("{}: {}", result.spec.id, finding.found);
        }
    }
}

/// What was read and is not computed from any more.
Study with_inputs(Inputs inputs) {
    Study study;
    study.project = std::move(inputs.project);
    study.wards = std::move(inputs.wards);
    study.neighbours = std::move(inputs.neighbours);
    study.fringe = std::move(inputs.fringe);
    study.layers = std::move(inputs.layers);
    study.tiles = std::move(inputs.tiles);
    study.displaced_parts = std::move(inputs.displaced_parts);
    study.findings = std::move(inputs.findings);
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
    auto joined = join_tables(inputs);
    append(inputs.findings, std::move(joined.findings));
    auto [published, accounts] = disclose(std::move(joined), project, inputs.wards);
    auto files = read_input_files(inputs, published, watch);
    auto measured =
        measure_categories(std::move(published), inputs.categories, project, inputs.wards);
    auto banded = band_categories(std::move(measured), inputs.wanted, inputs.frozen);

    report(options.progress, 0.8, "testing");
    auto categories = run_hotspot_tests(
        {banded.denominators, inputs.wards, inputs.neighbours, inputs.fringe, options.threads},
        std::move(banded.categories));
    auto study = with_inputs(std::move(inputs));
    study.denominators = std::move(banded.denominators);
    study.bivariates = make_bivariates(project, categories, study.findings);
    study.categories = std::move(categories);
    study.inputs = std::move(files);
    study.accounts = std::move(accounts);
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
