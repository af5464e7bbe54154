// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "base/error.h"
#include "base/named_values.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "project/read_project.h"
#include "publish/verify.h"
#include "study/study.h"
#include "style/read_style.h"

namespace wardmap::cli {
namespace {

class Verify : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app("Checks an output folder against its manifest, and draws it again to compare.",
                     "verify");
        app.add_option("OUTPUT", m_folder, "The folder that wardmap draw has written")->required();
        app.add_option("--project", m_words.project,
                       "Draw it again from this project file, into a temporary folder, and compare "
                       "every byte")
            ->type_name("PROJECT");
        app.add_option("--style", m_style,
                       "The style it was drawn with, if it is neither one of Wardmap's own nor the "
                       "project's")
            ->type_name("NAME");
        app.add_option(
               "--against", m_former,
               "An earlier publication: reports withheld figures that both folders together "
               "narrow down")
            ->type_name("FORMER");
        app.add_flag("--strict", m_words.strict,
                     "A file that is not in the manifest counts as a difference");
        app.add_option("--threads", m_words.threads, "How many cores to use (default: all)")
            ->type_name("N")
            ->check(CLI::Range(1, 1024));
        app.add_flag("--quiet", m_words.quiet, "Print nothing; see the exit code");
        app.add_flag("--json", m_words.json, "The result as JSON on standard output");
        app.footer("Exit code: 0 if all is the same, 1 if anything differs or a withheld figure is "
                   "narrowed down.\n\n"
                   "Examples:\n  wardmap verify output/maidstone\n"
                   "  wardmap verify output/maidstone --project maidstone.toml\n"
                   "  wardmap verify output/2014-q2 --against output/2014-q1");
        if (!parse(app, words)) return false;
        if (m_words.project.empty() && !m_style.empty()) {
            throw UsageError("error: wardmap verify: --style is for a folder that is drawn again\n"
                             "  help: add --project PROJECT");
        }
        return true;
    }

    int run() override {
        const auto manifest = publish::read_manifest(m_folder);
        publish::Verification found;
        found.folder = m_folder;
        found.files = publish::check_files(m_folder, manifest);
        if (!m_words.project.empty()) found.rerun = again(manifest);
        if (!m_former.empty()) found.against = publish::compare_publications(m_folder, m_former);
        if (m_words.json) {
            fmt::print("{}", publish::verification_json(found));
        } else if (!m_words.quiet) {
            fmt::print("{}", publish::verification_text(found));
        }
        const bool extra = std::ranges::any_of(found.files, [](const publish::FileCheck& file) {
            return file.state == publish::FileState::extra;
        });
        const bool narrowed = found.against && found.against->narrowed() > 0;
        return found.is_same() && !narrowed && !(m_words.strict && extra) ? 0 : 1;
    }

private:
    [[nodiscard]] publish::Rerun again(const publish::Manifest& manifest) const {
        for (const auto& product : manifest.products) {
            if (value_named(project::product_names, product)) continue;
            throw InputError(
                Finding{.severity = Severity::error,
                        .place = {m_folder},
                        .found = fmt::format("its product {} is not one of wardmap draw", product),
                        .expected = "a folder that wardmap draw has written",
                        .help = "leave --project out"});
        }
        const auto project = project::read_project(m_words.project);
        auto words = m_words;
        words.strict = false; // the option applies to files here
        words.categories = categories_of(manifest, project);
        const bool quiet = words.quiet;
        words.reports_itself = true; // `wardmap check` reports the findings
        const auto study = study_of(words, project);
        publish::Options options;
        options.threads = m_words.threads;
        options.progress = progress_bar(quiet);
        return publish::run_again(m_folder, manifest, study, style_of(manifest, project), options);
    }

    /// The categories in the manifest, if they are not all.
    static std::vector<std::string> categories_of(const publish::Manifest& manifest,
                                                  const project::Project& project) {
        std::vector<std::string> all;
        for (const auto& category : project.categories) {
            all.push_back(category.id);
        }
        return all == manifest.categories ? std::vector<std::string>() : manifest.categories;
    }

    /// The project's own style if it has the manifest's name, because its file may be anywhere.
    [[nodiscard]] style::Style style_of(const publish::Manifest& manifest,
                                        const project::Project& project) const {
        if (!m_style.empty()) return style::read_style(m_style);
        const bool own = std::filesystem::path(project.style).stem() == manifest.style;
        return style::read_style(own ? project.style : manifest.style);
    }

    StudyOptions m_words;
    std::string m_folder;
    std::string m_style;
    std::string m_former;
};

} // namespace

std::unique_ptr<Command> make_verify() {
    return std::make_unique<Verify>();
}

} // namespace wardmap::cli
