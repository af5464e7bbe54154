// SPDX-License-Identifier: MIT
#include <fmt/format.h>

#include "audit/explain.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "study/study.h"

namespace wardmap::cli {
namespace {

class Explain : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app("Prints every figure behind the reading of one ward.", "explain");
        add_study_options(app, m_words);
        app.add_option("--ward", m_ward, "Code or name of the ward")->type_name("NAME")->required();
        app.footer("Examples:\n  wardmap explain maidstone.toml --category asb --ward East\n"
                   "  wardmap explain maidstone.toml --ward E05004992 --json");
        return parse(app, words);
    }

    int run() override {
        auto words = m_words;
        words.reports_itself = true; // `wardmap check` reports the findings
        const auto study = study_of(words);
        const auto ward = audit::find_ward(study, m_ward);
        if (m_words.json) {
            fmt::print("{}", audit::explanation_json(study, ward));
            return 0;
        }
        const char* between = "";
        for (const auto& category : study.categories) {
            fmt::print("{}{}", between, audit::explanation_text(study, category, ward));
            between = "\n";
        }
        return 0;
    }

private:
    StudyOptions m_words;
    std::string m_ward;
};

} // namespace

std::unique_ptr<Command> make_explain() {
    return std::make_unique<Explain>();
}

} // namespace wardmap::cli
