// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cstdio>

#include <fmt/format.h>

#include "base/error.h"
#include "base/json_text.h"
#include "base/shown.h"
#include "base/text.h"
#include "briefing/backtest.h"
#include "cli/commands.h"
#include "cli/options.h"
#include "study/study.h"

namespace wardmap::cli {
namespace {

std::string percent(double share) {
    return text::number(100 * share, 0) + "%";
}

std::string table_of(const briefing::BackTests& tests, const AreaNoun& noun) {
    std::size_t width = 8;
    for (const auto& row : tests.rows) {
        width = std::max(width, text::length(row.title));
    }
    const auto padded = [&](const std::string& s) {
        return s + std::string(width - text::length(s), ' ');
    };
    std::string wording = fmt::format(
        "Share of the next period's events in the {} listed after each period.\n\n{} {:>6} "
        "{:>8} {:>7} {:>9} {:>10} {:>8} {:>12}\n",
        noun.plural, padded("Category"), "listed", "periods", "found", "by count", "by chance",
        "accuracy", "of the best");
    for (const auto& row : tests.rows) {
        wording += fmt::format("{} {:>6} {:>8} {:>7} {:>9} {:>10} {:>8} {:>12}\n",
                               padded(row.title), row.wards, row.pairs, percent(row.hit_rate),
                               percent(row.by_count), percent(row.by_chance),
                               text::number(row.accuracy, 1), percent(row.efficiency));
    }
    return wording +
           fmt::format(
               "\nfound: of a list by points, as the briefing makes it. by count: of the {0} with "
               "most "
               "events in the period before. by chance: of {0} drawn at random, if events fell "
               "evenly. accuracy: found over by chance (predictive accuracy index). of the best: "
               "found over what the best list of as many {0} would have held.\n",
               noun.plural);
}

std::string json_of(const briefing::BackTests& tests) {
    nlohmann::ordered_json json;
    json["rows"] = nlohmann::ordered_json::array();
    for (const auto& row : tests.rows) {
        json["rows"].push_back({{"category", row.category},
                                {"wards", row.wards},
                                {"periods", row.pairs},
                                {"hit_rate", row.hit_rate},
                                {"hit_rate_by_count", row.by_count},
                                {"by_chance", row.by_chance},
                                {"predictive_accuracy_index", row.accuracy},
                                {"efficiency", row.efficiency}});
    }
    json["left_out"] = tests.left_out;
    return json_text(json);
}

class BackTest : public Command {
public:
    bool setup(const std::vector<std::string>& words) override {
        CLI::App app("Reports how well the list of each past period found the events of the next.",
                     "backtest");
        add_study_options(app, m_words);
        app.add_option("--wards", m_lengths, "Lengths of the list, as 3,5,10")
            ->delimiter(',')
            ->type_name("N")
            ->check(CLI::PositiveNumber);
        app.footer("Examples:\n  wardmap backtest maidstone.toml\n"
                   "  wardmap backtest maidstone.toml --category theft --wards 5");
        return parse(app, words);
    }

    int run() override {
        auto words = m_words;
        words.reports_itself = true; // `wardmap check` reports the findings
        const auto study = study_of(words);
        const auto tests = briefing::back_tests(study, m_lengths);
        if (m_words.json) {
            fmt::print("{}", json_of(tests));
            return 0;
        }
        if (tests.rows.empty()) {
            throw InputError(
                Finding{.severity = Severity::error,
                        .place = {study.project.file.written},
                        .found = "there is nothing to test: " + text::some(tests.left_out),
                        .expected = "a category of counts with at least three periods",
                        .help = "steps = \"month\" in the category"});
        }
        fmt::print("{}", table_of(tests, study.wards.noun));
        if (!tests.left_out.empty()) {
            fmt::print("Left out: {}.\n", text::join(tests.left_out, "; "));
        }
        return 0;
    }

private:
    StudyOptions m_words;
    std::vector<std::size_t> m_lengths = {1, 3, 5};
};

} // namespace

std::unique_ptr<Command> make_backtest() {
    return std::make_unique<BackTest>();
}

} // namespace wardmap::cli
