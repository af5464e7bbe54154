// SPDX-License-Identifier: MIT
// Options that several commands share, declared once. Private to cli/: names CLI11 types.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/finding.h"
#include "base/input_watch.h"
#include "base/progress.h"

namespace wardmap {
struct Study;
}

namespace wardmap::project {
struct Project;
}

namespace wardmap::cli {

struct StudyOptions {
    std::string project;
    std::vector<std::string> categories;
    bool strict = false;
    int threads = 0;
    bool quiet = false;
    bool reports_itself = false; // the command itself prints any findings
    bool json = false;
};

/// PROJECT, --category, --strict, --threads, --quiet, --json.
void add_study_options(CLI::App& app, StudyOptions& words);

/// Parses the arguments of one command. False if help was printed. Throws UsageError with "did you
/// mean".
bool parse(CLI::App& app, std::vector<std::string> words);

/// Reads the project and runs its study, with progress on a terminal; reports findings on stderr
/// unless quiet. Under --strict, warnings throw InputError.
[[nodiscard]] Study study_of(const StudyOptions& words);

/// The same for a project that has already been read; `watch` continues to watch the inputs.
[[nodiscard]] Study study_of(const StudyOptions& words, const project::Project& project,
                             InputWatch& watch);
[[nodiscard]] Study study_of(const StudyOptions& words, const project::Project& project);
/// Under --strict: throws InputError with the warnings among findings.
void stop_on_warnings(const Findings& findings);

/// A bar on stderr if that is a terminal; nothing otherwise or when quiet.
[[nodiscard]] Progress progress_bar(bool quiet);

/// Findings on stderr, the severity in colour if that is a terminal and NO_COLOR is not set.
void print_findings(const Findings& findings);

} // namespace wardmap::cli
