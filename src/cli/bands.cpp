// SPDX-License-Identifier: MIT
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "audit/band_choices.h"
#include "bands/frozen.h"
#include "bands/make_bands.h"
#include "base/atomic_file.h"
#include "base/error.h"
#include "base/named_values.h"
#include "base/shown.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "maps/sheets/band_comparison.h"
#include "paint/picture_format.h"
#include "paint/text_metrics.h"
#include "project/read_project.h"
#include "study/study.h"
#include "style/read_style.h"

namespace wardmap::cli {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void misused(const std::string& what, const std::string& help) {
    throw UsageError(fmt::format("error: wardmap bands: {}\n  help: {}", what, help));
}

class Bands : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app("Compares band schemes for one category, or freezes its bands in a file.",
                     "bands");
        add_study_options(app, m_words);
        app.add_option("--scheme", m_schemes, "Only this scheme; may be given several times")
            ->type_name("NAME")
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->check(CLI::IsMember(comparable()));
        app.add_option("--count", m_counts,
                       "Bands of schemes that take a count (default: 3 to 7, for --out, "
                       "the project's own count); may be given several times")
            ->type_name("N")
            ->expected(1)
            ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll)
            ->check(CLI::Range(2, 9));
        app.add_option("-o,--out", m_out, "Also a contact sheet of small maps (.pdf, .png or .svg)")
            ->type_name("FILE");
        app.add_option("--style", m_style, "Style by name or path (default: the project's own)")
            ->type_name("NAME");
        app.add_option("--freeze", m_freeze,
                       "Write the bands to FILE, for bands = { frozen = \"FILE\" }: those of the "
                       "project, or of one --scheme and --count")
            ->type_name("FILE");
        app.footer("Examples:\n  wardmap bands maidstone.toml --category asb\n"
                   "  wardmap bands maidstone.toml --category asb --count 5 --out bands.pdf\n"
                   "  wardmap bands maidstone.toml --category asb --freeze bands/asb.toml");
        if (!parse(app, words)) return false;
        check_words();
        return true;
    }

    int run() override {
        auto project = project::read_project(m_words.project);
        auto words = m_words;
        words.categories = {category_of(project)};
        if (!m_freeze.empty()) use_scheme(project, words.categories.front());
        const auto study = study_of(words, project);
        const auto& category = study.categories.front();
        if (!m_freeze.empty()) {
            freeze(study, category);
            return 0;
        }
        const auto style = style::read_style(m_style.empty() ? project.style : m_style);
        const auto choices = band_choices(category, schemes(category), counts({3, 4, 5, 6, 7}));
        if (!m_out.empty()) draw(study, category, style);
        if (m_words.json) {
            fmt::print("{}", audit::band_choices_json(category, choices));
        } else if (!m_words.quiet) {
            fmt::print("{}", audit::band_choices_text(category, choices));
        }
        return 0;
    }

private:
    static std::vector<std::string> comparable() {
        auto words = all_names(project::scheme_names);
        std::erase(words, "fixed");
        return words;
    }

    void check_words() const {
        if (!m_out.empty() && !paint::format_of_path(m_out)) {
            misused(fmt::format("--out {} is not a picture", text::quoted(m_out)),
                    "give a name that ends in .pdf, .png or .svg");
        }
        if (m_freeze.empty()) return;
        if (m_schemes.size() > 1 || m_counts.size() > 1) {
            misused("--freeze writes one set of bands", "give one --scheme and one --count");
        }
        if (m_schemes.empty() && !m_counts.empty()) {
            misused("--count without --scheme does not identify bands to --freeze",
                    "give --scheme too");
        }
        if (!m_out.empty() || m_words.json) {
            misused("--freeze draws and prints no comparison", "leave out --out and --json");
        }
    }

    [[nodiscard]] std::string category_of(const project::Project& project) const {
        if (m_words.categories.size() == 1) return m_words.categories.front();
        if (m_words.categories.empty() && project.categories.size() == 1) {
            return project.categories.front().id;
        }
        std::vector<std::string> ids;
        for (const auto& category : project.categories) {
            ids.push_back(category.id);
        }
        misused(m_words.categories.empty() ? "which category?" : "one category at a time",
                "--category with one of " + text::some(ids, "or"));
    }

    /// Replaces the project's scheme by that of the command line.
    void use_scheme(project::Project& project, const std::string& id) const {
        if (m_schemes.empty()) return;
        for (auto& category : project.categories) {
            if (category.id != id) continue;
            const int count = m_counts.empty() ? category.bands.count : m_counts.front();
            category.bands =
                spec_for(category, *value_named(project::scheme_names, m_schemes.front()),
                         std::clamp(count, 2, 9));
        }
    }

    [[nodiscard]] std::vector<project::Scheme> schemes(const CategoryResult& category) const {
        auto all = schemes_for(category.spec);
        if (m_schemes.empty()) return all;
        std::erase_if(all, [&](project::Scheme scheme) {
            const auto word = name_of(project::scheme_names, scheme);
            return std::find(m_schemes.begin(), m_schemes.end(), word) == m_schemes.end();
        });
        return all;
    }

    [[nodiscard]] std::vector<int> counts(const std::vector<int>& otherwise) const {
        auto wanted = m_counts.empty() ? otherwise : m_counts;
        std::sort(wanted.begin(), wanted.end());
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
        return wanted;
    }

    void draw(const Study& study, const CategoryResult& category, const style::Style& style) const {
        const auto& own = category.spec.bands;
        const int count = project::takes_count(own.scheme) ? own.count : 5;
        const auto choices = band_choices(category, schemes(category), counts({count}));
        const paint::TextMetrics metrics;
        const auto pages = maps::lay_out_band_comparison(study, category, choices, style, metrics);
        const auto format = *paint::format_of_path(m_out);
        if (format != paint::PictureFormat::pdf && pages.size() > 1) {
            misused(fmt::format("{} do not fit on one picture",
                                text::with_count(choices.size(), "map")),
                    "write a .pdf, or fewer by --scheme and --count");
        }
        write_file_atomically(m_out, paint::to_picture(pages, format, style.dpi));
    }

    void freeze(const Study& study, const CategoryResult& category) const {
        if (category.banding.bands.size() < 2) {
            throw InputError(Finding{
                .severity = Severity::error,
                .found = fmt::format("{} has fewer than two bands to freeze", category.spec.id),
                .expected = "figures that differ"});
        }
        std::error_code error;
        if (fs::exists(m_freeze, error)) {
            throw OutputError("error: " + m_freeze +
                              ": the file already holds bands\n  help: remove it first if "
                              "they should be replaced");
        }
        const auto about = fmt::format("{}, {}", category.spec.title, category.unit.title());
        write_file_atomically(
            m_freeze,
            project::frozen_text(bands::frozen_of(category.banding, category.spec), about),
            Existing::keep);
        if (m_words.quiet) return;
        const auto folder = fs::absolute(study.project.file.resolved).parent_path();
        fmt::print("{}: {}\n  to draw in them: bands = {{ frozen = \"{}\" }} in category {}\n",
                   m_freeze, bands::describe(category.banding),
                   fs::absolute(m_freeze).lexically_relative(folder).generic_string(),
                   category.spec.id);
    }

    StudyOptions m_words;
    std::vector<std::string> m_schemes;
    std::vector<int> m_counts;
    std::string m_out;
    std::string m_style;
    std::string m_freeze;
};

} // namespace

std::unique_ptr<Command> make_bands() {
    return std::make_unique<Bands>();
}

} // namespace wardmap::cli
