// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/named_values.h"
#include "base/output_folder.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "cli/streams.h"
#include "project/read_project.h"
#include "publish/publish.h"
#include "study/run_study.h"
#include "study/study.h"
#include "style/read_style.h"

namespace wardmap::cli {
namespace {

class Draw : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app("Builds all products of a project: maps, data, audit, manifest.", "draw");
        add_study_options(app, m_words);
        app.add_option("-o,--out", m_out,
                       "Output folder (default: the project's own, else output/NAME). It holds "
                       "one run: files of "
                       "a former run are replaced, your own files are kept")
            ->type_name("DIR");
        app.add_option("--only", m_only, "Only these products, as in --only maps,data")
            ->type_name("LIST")
            ->delimiter(',')
            ->check(CLI::IsMember(all_names(project::product_names)));
        app.add_option("--style", m_style, "Style by name or path (default: the project's own)")
            ->type_name("NAME");
        app.add_flag("--lint", m_lint,
                     "Check every sheet: overlaps, clipping, type under 6 pt, contrast under "
                     "4.5:1, empty space, numbers without a key. Errors end the run, and nothing "
                     "is written");
        app.footer("Examples:\n  wardmap draw maidstone.toml\n"
                   "  wardmap draw maidstone.toml --category asb --only maps --style greyscale "
                   "--out draft");
        return parse(app, words);
    }

    int run() override {
        InputWatch watch;
        watch.note(std::filesystem::path(m_words.project).filename().string(), m_words.project);
        const auto project = project::read_project(m_words.project);
        const auto folder = folder_of(project);
        OutputFolder::check(folder); // before any long step
        const auto study = study_of(m_words, project, watch);
        const auto style_name = m_style.empty() ? project.style : m_style;
        watch.note(style_name, style_name); // one of Wardmap's own is not a path and is ignored
        const auto style = style::read_style(style_name);
        if (m_words.strict) stop_on_warnings(style.findings);
        if (!m_words.quiet) print_findings(style.findings);
        publish::Options options;
        options.folder = folder;
        for (const auto& name : m_only) {
            options.products.push_back(*value_named(project::product_names, name)); // checked
        }
        options.threads = m_words.threads;
        options.lint = m_lint;
        options.progress = progress_bar(m_words.quiet);
        options.notice = print_error;
        options.watch = &watch;
        const auto files = publish::publish(study, style, options);
        m_words.json ? print_json(study, options.folder, files)
                     : print_summary(study, options.folder, files);
        return 0;
    }

private:
    [[nodiscard]] std::string folder_of(const project::Project& project) const {
        if (!m_out.empty()) return m_out;
        if (!project.output.empty()) return project.output;
        return "output/" + std::filesystem::path(project.file.resolved).stem().string();
    }

    static std::size_t warnings_of(const Study& study) {
        const auto findings = all_findings(study);
        return static_cast<std::size_t>(
            std::count_if(findings.begin(), findings.end(),
                          [](const Finding& f) { return f.severity == Severity::warning; }));
    }

    void print_summary(const Study& study, const std::string& folder,
                       const std::vector<Written>& files) const {
        if (m_words.quiet) return;
        const auto warnings = warnings_of(study);
        fmt::print("{}, {}, {} in {}\n",
                   text::with_count(study.categories.size(), "category", "categories"),
                   text::with_count(study.wards.wards.size(),
                                    study.project.boundaries.noun.singular,
                                    study.project.boundaries.noun.plural),
                   text::with_count(files.size(), "file"), folder);
        fmt::print("  See audit.txt for what was read and how each row was used ({})\n",
                   text::with_count(warnings, "warning"));
    }

    static void print_json(const Study& study, const std::string& folder,
                           const std::vector<Written>& files) {
        nlohmann::ordered_json json;
        json["folder"] = folder;
        json["wards"] = study.wards.wards.size();
        json["categories"] = study.categories.size();
        json["warnings"] = warnings_of(study);
        for (const auto& file : files) {
            json["files"].push_back(
                {{"path", file.path}, {"sha256", file.sha256}, {"bytes", file.bytes}});
        }
        fmt::print("{}\n", json.dump(2));
    }

    StudyOptions m_words;
    std::string m_out;
    std::vector<std::string> m_only;
    std::string m_style;
    bool m_lint = false;
};

} // namespace

std::unique_ptr<Command> make_draw() {
    return std::make_unique<Draw>();
}

} // namespace wardmap::cli
