// SPDX-License-Identifier: MIT
#include "cli/options.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>
#include <unistd.h>

#include "base/error.h"
#include "base/finding_groups.h"
#include "base/interrupt.h"
#include "base/suggest.h"
#include "base/text.h"
#include "cli/streams.h"
#include "project/read_project.h"
#include "study/run_study.h"
#include "study/study.h"

namespace wardmap::cli {
namespace {

std::vector<std::string> option_names(const CLI::App& app) {
    std::vector<std::string> names;
    for (const auto* const option : app.get_options()) {
        for (const auto& name : option->get_lnames()) {
            names.push_back("--" + name);
        }
    }
    return names;
}

std::string usage_help(const CLI::App& app) {
    return fmt::format("\n  help: wardmap {} --help", app.get_name());
}

Findings as_errors(Findings findings) {
    std::erase_if(findings, [](const Finding& f) { return f.severity == Severity::note; });
    for (auto& finding : findings) {
        finding.severity = Severity::error;
    }
    return findings;
}

/// When quiet, a run that fails reports only its errors.
Study run_or_stop(const project::Project& project, const RunOptions& options, InputWatch& watch,
                  bool quiet) {
    try {
        return run_study(project, options, watch);
    } catch (const InputError& error) {
        if (!quiet) throw;
        Findings errors = error.findings();
        std::erase_if(errors, [](const Finding& f) { return f.severity != Severity::error; });
        throw InputError(std::move(errors));
    }
}

} // namespace

void add_study_options(CLI::App& app, StudyOptions& words) {
    app.add_option("PROJECT", words.project, "The project file (TOML)")->required();
    app.add_option("--category", words.categories, "Only this category; may be given several times")
        ->type_name("ID")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    app.add_flag("--strict", words.strict, "Treat warnings as errors");
    app.add_option("--threads", words.threads, "How many cores to use (default: all)")
        ->type_name("N")
        ->check(CLI::Range(1, 1024));
    app.add_flag("--quiet", words.quiet, "No progress, no warnings, no summary");
    app.add_flag("--json", words.json, "The result as JSON on standard output");
}

bool parse(CLI::App& app, std::vector<std::string> words) {
    std::reverse(words.begin(), words.end()); // as CLI11 expects them
    try {
        app.parse(words);
    } catch (const CLI::CallForHelp&) {
        fmt::print("{}", app.help("wardmap"));
        return false;
    } catch (const CLI::ExtrasError&) {
        const auto extras = app.remaining();
        const auto near = did_you_mean(extras.empty() ? "" : extras.front(), option_names(app));
        throw UsageError(fmt::format("error: wardmap {}: {} is not understood{}", app.get_name(),
                                     text::quoted(extras.empty() ? "" : extras.front()),
                                     near.empty() ? usage_help(app) : "\n  help: " + near));
    } catch (const CLI::ParseError& error) {
        throw UsageError(
            fmt::format("error: wardmap {}: {}{}", app.get_name(), error.what(), usage_help(app)));
    }
    return true;
}

Study study_of(const StudyOptions& words) {
    return study_of(words, project::read_project(words.project));
}

Study study_of(const StudyOptions& words, const project::Project& project) {
    InputWatch watch;
    return study_of(words, project, watch);
}

Study study_of(const StudyOptions& words, const project::Project& project, InputWatch& watch) {
    RunOptions options;
    options.categories = words.categories;
    options.threads = words.threads;
    options.progress = progress_bar(words.quiet || words.reports_itself);
    auto study = run_or_stop(project, options, watch, words.quiet);
    stop_if_interrupted();
    const auto findings = all_findings(study);
    if (words.strict) stop_on_warnings(findings);
    if (!words.quiet && !words.reports_itself) {
        Findings reported = findings;
        std::erase_if(reported, [](const Finding& f) { return f.severity == Severity::note; });
        print_findings(reported);
    }
    return study;
}

void stop_on_warnings(const Findings& findings) {
    stop_on_errors(as_errors(findings));
}

Progress progress_bar(bool quiet) {
    if (quiet || ::isatty(STDERR_FILENO) == 0) return {};
    return [](double share, std::string_view step) {
        constexpr int width = 24;
        const int done = static_cast<int>(share * width);
        auto bar =
            fmt::format("\r\x1b[K[{}{}] {}", std::string(static_cast<std::size_t>(done), '#'),
                        std::string(static_cast<std::size_t>(width - done), ' '), step);
        if (share >= 1) bar += "\r\x1b[K";
        std::fputs(bar.c_str(), stderr);
        std::fflush(stderr);
    };
}

void print_findings(const Findings& findings) {
    const bool colour = ::isatty(STDERR_FILENO) != 0 && std::getenv("NO_COLOR") == nullptr;
    for (auto text : screenful(findings, "audit.json or wardmap check --json")) {
        for (const auto& [severity, code] : {std::pair(Severity::error, "\x1b[1;31m"),
                                             std::pair(Severity::warning, "\x1b[1;33m")}) {
            const std::string word = to_text(severity);
            if (!colour || !text.starts_with(word + ":")) continue;
            text = code + word + "\x1b[0m" + text.substr(word.size());
        }
        print_error(text);
    }
}

} // namespace wardmap::cli
