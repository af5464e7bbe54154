// SPDX-License-Identifier: MIT
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "audit/audit.h"
#include "base/atomic_file.h"
#include "base/error.h"
#include "base/input_file.h"
#include "base/limits.h"
#include "base/text.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "project/edit_project.h"
#include "project/read_project.h"
#include "study/run_study.h"
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
                     "write what is proposed into the project file (aliases of misspelt names, "
                     "where, marks, snap_m, require_coverage), and check it again");
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
    /// The study after the proposals of its findings were written into the project file, and those
    /// of what is then found.
    [[nodiscard]] static Study fixed_study(const StudyOptions& words) {
        constexpr int most_rounds = 12; // a reader stops at its first kind of fault
        for (int round = 0; round < most_rounds; ++round) {
            try {
                auto study = study_of(words);
                if (!write(words.project, all_findings(study))) return study;
            } catch (const InputError& error) {
                if (!write(words.project, error.findings())) throw;
            }
        }
        return study_of(words);
    }

    /// Whether anything that the findings propose was written.
    static bool write(const std::string& path, const Findings& findings) {
        auto text = read_utf8_file(
            {path, path, "a project file", limits::toml_bytes, "", "a shorter file"});
        std::vector<std::string> written;
        for (const auto& alias : proposals(findings)) {
            auto with = project::with_aliases(text, {alias});
            if (with == text) continue;
            text = std::move(with);
            written.push_back(fmt::format("written into [aliases]: {} = {}",
                                          text::quoted(alias.first), text::quoted(alias.second)));
        }
        for (const auto& finding : findings) {
            for (const auto& proposal : project::proposals_of(finding)) {
                auto with = project::with_proposal(text, proposal);
                if (!with) continue;
                text = *std::move(with);
                written.push_back("written: " + project::in_words(proposal));
            }
        }
        if (written.empty()) return false;
        (void)project::parse_project(text, path); // checks that the result can be read
        write_file_atomically(path, text);
        for (const auto& line : written) {
            fmt::print(stderr, "{}: {}\n", path, line);
        }
        return true;
    }

    StudyOptions m_words;
    bool m_fix = false;
};

} // namespace

std::unique_ptr<Command> make_check() {
    return std::make_unique<Check>();
}

} // namespace wardmap::cli
