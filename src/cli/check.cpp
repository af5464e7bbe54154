// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "audit/audit.h"
#include "cli/commands.h"
#include "cli/options.h"

namespace wardmap::cli {
namespace {

class Check : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app("Reads, joins and audits a project; draws and writes nothing.", "check");
        add_study_options(app, m_words);
        app.footer("Examples:\n  wardmap check maidstone.toml\n  wardmap check maidstone.toml "
                   "--strict --json");
        return parse(app, words);
    }

    int run() override {
        auto words = m_words;
        words.reports_itself = true; // the audit holds the findings
        const auto study = study_of(words);
        if (m_words.json) {
            fmt::print("{}", audit::audit_json(study, {}, audit::Audience::analyst));
        } else if (!m_words.quiet) {
            fmt::print("{}", audit::audit_text(study, {}, audit::Audience::analyst));
        }
        return 0;
    }

private:
    StudyOptions m_words;
};

} // namespace

std::unique_ptr<Command> make_check() {
    return std::make_unique<Check>();
}

} // namespace wardmap::cli
