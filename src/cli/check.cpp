// SPDX-License-Identifier: MIT
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "audit/audit.h"
#include "base/atomic_file.h"
#include "base/error.h"
#include "base/input_file.h"
#include "base/limits.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "project/edit_aliases.h"
#include "project/read_project.h"
#include "study/study.h"

namespace wardmap::cli {
namespace {

using Aliases = std::vector<std::pair<std::string, std::string>>;

Aliases proposals(const Findings& findings) {
    Aliases aliases;
    for (const auto& finding : findings) {
        if (!finding.alias) continue;
        const bool is_new = std::none_of(aliases.begin(), aliases.end(), [&](const auto& alias) {
            return alias.first == finding.alias->first;
        });
        if (is_new) aliases.push_back(*finding.alias);
    }
    return aliases;
}

class Check : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app("Reads, joins and audits a project; draws nothing.", "check");
        add_study_options(app, m_words);
        app.add_flag("--fix", m_fix,
                     "write the [aliases] that are proposed for misspelt names "
                     "into the project "
                     "file, and check it again");
        app.footer("Examples:\n  wardmap check maidstone.toml\n  wardmap check "
                   "maidstone.toml "
                   "--strict --json\n  wardmap check maidstone.toml --fix");
        return parse(app, words);
    }

    int run() override {
        auto words = m_words;
        words.reports_itself = true; // the audit reports the findings
        const auto study = m_fix ? fixed_study(words) : study_of(words);
        if (m_words.json) {
            fmt::print("{}", audit::audit_json(study, {}, audit::Audience::analyst));
        } else if (!m_words.quiet) {
            fmt::print("{}", audit::audit_text(study, {}, audit::Audience::analyst));
        }
        return 0;
    }

private:
    /// The study of the project with the proposed aliases; unchanged if there are none.
    [[nodiscard]] static Study fixed_study(const StudyOptions& words) {
        try {
            return study_of(words);
        } catch (const InputError& error) {
            const auto aliases = proposals(error.findings());
            if (aliases.empty()) throw;
            write(words.project, aliases);
        }
        return study_of(words);
    }

    static void write(const std::string& path, const Aliases& aliases) {
        const auto text = read_utf8_file(
            {path, path, "a project file", limits::toml_bytes, "", "a shorter file"});
        const auto with = project::with_aliases(text, aliases);
        (void)project::parse_project(with, path); // checks that the result can be read
        write_file_atomically(path, with);
        for (const auto& [from, to] : aliases) {
            fmt::print(stderr, "{}: written into [aliases]: {} = {}\n", path, text::quoted(from),
                       text::quoted(to));
        }
    }

    StudyOptions m_words;
    bool m_fix = false;
};

} // namespace

std::unique_ptr<Command> make_check() {
    return std::make_unique<Check>();
}

} // namespace wardmap::cli
