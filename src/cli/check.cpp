// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/options.h"
#include "publish/audit.h"

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
        words.quiet = true; // the audit holds the findings
        const auto study = study_of(words);
        if (m_words.json) {
            fmt::print("{}", publish::audit_json(study, {}, publish::Readers::analyst));
        } else if (!m_words.quiet) {
            fmt::print("{}", publish::audit_text(study, {}, publish::Readers::analyst));
        }
        return 0;
    }

private:
    StudyWords m_words;
};

} // namespace

std::unique_ptr<Command> make_check() {
    return std::make_unique<Check>();
}

} // namespace wardmap::cli
