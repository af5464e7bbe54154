// SPDX-License-Identifier: MIT
#include "study/disclosure/disclose.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/text.h"
#include "disclosure/publish_wards.h"
#include "measures/measure.h"
#include "project/project.h"
#include "study/disclosure/linked_figures.h"
#include "study/disclosure/marks_that_follow.h"
#include "study/disclosure/redact_account.h"
#include "study/joined.h"
#include "wards/ward.h"

namespace wardmap {
namespace {

using disclosure::Why;

/// A warning that figures can be deduced is not published.
Finding make_finding(Severity severity, std::string found, std::string help = "") {
    return {.severity = severity,
            .found = std::move(found),
            .help = std::move(help),
            .reveals_figures = severity != Severity::note};
}

/// The least power of 2 times the limit that no figure exceeds: the upper bound of a figure about
/// which nothing else is known.
double ceiling_of(const std::vector<Cell>& figures, const disclosure::Rule& rule) {
    double ceiling = 2 * std::max({rule.below, rule.round_to, 1.0});
    for (const auto& cell : figures) {
        while ((cell.is_known() || cell.is_suppressed()) && cell.high() > ceiling) {
            ceiling *= 2;
        }
    }
    return ceiling;
}

/// Why a figure is not shown, from what is shown.
Why why_of(const Cell& truth, const disclosure::Range& range, const Cell& shown, bool is_held,
           const disclosure::Rule& rule) {
    if (!shown.is_suppressed()) return Why::shown;
    if (truth.is_suppressed()) return Why::source;
    if (is_held) return Why::total;
    const bool alone = range == disclosure::shown_alike(range.low, rule);
    return alone || (range.low > 0 && range.high < rule.below) ? Why::small : Why::linked;
}

/// Publishes a set of linked figures.
class Discloser {
public:
    Discloser(const Joined& joined, const WardSet& wards, const LinkedFigures& linked,
              Published& published)
        : m_joined(joined), m_wards(wards), m_linked(linked), m_published(published) {}

    void run() {
        m_shown = disclosure::publish_wards(m_linked.counts, m_linked.wards, m_linked.regions,
                                            m_linked.rule);
        if (m_shown.all_held) {
            m_findings.push_back(make_finding(
                Severity::warning, "withheld figures nearly follow from the total of the table",
                "do not publish the total, or the category"));
        }
        for (std::size_t k = 0; k < m_linked.members.size(); ++k) {
            write_back(k);
        }
    }

private:
    struct Shown {
        std::vector<Cell> cells;
        std::vector<Why> why;
    };

    [[nodiscard]] Shown shown_as(std::size_t k, const std::vector<Cell>& joined) const {
        const double ceiling = ceiling_of(joined, m_linked.rule);
        Shown shown;
        for (std::size_t ward = 0; ward < joined.size(); ++ward) {
            auto range = m_shown.figures[ward][k];
            // The ends of a bounded range define what must remain possible: they are kept.
            if (std::isinf(range.high)) range.high = std::max(ceiling, range.low);
            const auto& truth = joined[ward];
            const bool is_figure = truth.is_known() || truth.is_suppressed();
            shown.cells.push_back(is_figure ? disclosure::show(range, m_linked.rule) : truth);
            shown.why.push_back(is_figure ? why_of(truth, range, shown.cells.back(),
                                                   m_shown.is_held[ward], m_linked.rule)
                                          : Why::shown);
        }
        return shown;
    }

    void write_back(std::size_t k) {
        if (m_linked.counts.is_public(k)) return;
        const auto& same = m_linked.members[k];
        for (const auto i : same.denominators) {
            auto& denominator = m_published.denominators[i];
            auto shown = shown_as(k, m_joined.denominators[i].cells);
            denominator.cells = std::move(shown.cells);
            denominator.disclosure = {m_linked.rule, std::move(shown.why)};
        }
        for (const auto& [category, step] : same.steps) {
            m_published.categories[category].steps[step].figures =
                shown_as(k, m_joined.categories[category].steps[step].figures).cells;
        }
        for (const auto i : same.categories) {
            auto& category = m_published.categories[i];
            auto shown = shown_as(k, m_joined.categories[i].figures);
            category.figures = std::move(shown.cells);
            category.disclosure = {m_linked.rule, std::move(shown.why)};
            report_rule(category);
            report_untraceable(i, category);
            report_suppressed(category);
            append(category.findings, m_findings);
        }
    }

    void report_rule(PublishedCategory& category) const {
        if (category.spec.disclosure == m_linked.rule) return;
        category.findings.push_back(make_finding(
            Severity::note,
            fmt::format("it shares figures with a category under a stricter rule, which applies: "
                        "{}",
                        in_words(m_linked.rule))));
    }

    void report_untraceable(std::size_t i, PublishedCategory& category) const {
        const auto& wards = m_joined.categories[i].origins.cells;
        const bool is_query = std::any_of(wards.begin(), wards.end(), [&](const auto& cells) {
            return std::any_of(cells.begin(), cells.end(), [&](const TableCell& cell) {
                return m_joined.tables[cell.table].is_query;
            });
        });
        if (!is_query) return;
        category.findings.push_back(make_finding(
            Severity::note,
            "its figures come from a query and cannot be traced to cells of the database: they "
            "are linked to others by part_of, or if they agree in every ward",
            "name the table instead of a query, or give part_of"));
    }

    void report_suppressed(PublishedCategory& category) const {
        const auto add_reason = [&](Why reason, const char* because) {
            std::vector<std::string> names;
            for (std::size_t i = 0; i < category.disclosure.why.size(); ++i) {
                if (category.disclosure.why[i] == reason) {
                    names.push_back(m_wards.wards[i].name);
                }
            }
            if (names.empty()) return;
            std::sort(names.begin(), names.end());
            category.findings.push_back(
                make_finding(Severity::note, fmt::format("{} withheld, {}: {}",
                                                         text::with_count(names.size(), "figure"),
                                                         because, text::list(names))));
        };
        add_reason(Why::small, "a small count");
        add_reason(Why::linked, "so that no difference of categories reveals a small count");
        add_reason(Why::total, "so that the total does not reveal a small count");
    }

    const Joined& m_joined;
    const WardSet& m_wards;
    const LinkedFigures& m_linked;
    Published& m_published;
    disclosure::WardsShown m_shown;
    Findings m_findings;
};

void warn_of_marks(const LinkedFigures& linked, const WardSet& wards, Published& published) {
    auto found = marks_that_follow(linked, wards);
    for (std::size_t k = 0; k < found.size(); ++k) {
        for (const auto i : linked.members[k].categories) {
            append(published.categories[i].findings, found[k]);
        }
    }
}

/// Figures of tables other than counts: indices, means, ranks.
class OtherFigures {
public:
    OtherFigures(const Joined& joined, Published& published)
        : m_joined(joined), m_published(published) {
        for (std::size_t i = 0; i < joined.categories.size(); ++i) {
            if (!published.categories[i].disclosure.rule.is_on()) continue;
            for (const auto& file : files_of(joined.categories[i])) {
                m_secret[file].push_back(i);
            }
        }
    }

    /// In a file with suppressed counts they are suppressed in the same wards, because they may
    /// have been computed from them.
    void run() {
        for (std::size_t i = 0; i < m_joined.categories.size(); ++i) {
            const auto& category = m_joined.categories[i];
            if (category.spec.tables() == nullptr || is_count_of_a_table(category.spec)) continue;
            std::vector<bool> withheld(category.figures.size());
            disclosure::Rule rule;
            for (const auto& file : files_of(category)) {
                for (const auto count : m_secret[file]) {
                    add_withheld(m_published.categories[count], withheld, rule);
                }
            }
            withhold(i, withheld, rule);
        }
    }

private:
    [[nodiscard]] static bool is_count_of_a_table(const project::CategorySpec& spec) {
        return measures::is_additive(spec) &&
               spec.figures.front().combine.by == join::Combine::By::none;
    }

    [[nodiscard]] std::set<std::string> files_of(const JoinedCategory& category) const {
        std::set<std::string> files;
        for (const auto& cells : category.origins.cells) {
            for (const auto& cell : cells) {
                files.insert(m_joined.tables[cell.table].file);
            }
        }
        return files;
    }

    static void add_withheld(const PublishedCategory& count, std::vector<bool>& withheld,
                             disclosure::Rule& rule) {
        rule = disclosure::strictest(rule, count.disclosure.rule);
        const auto add = [&](const std::vector<Cell>& figures) {
            for (std::size_t ward = 0; ward < figures.size(); ++ward) {
                if (figures[ward].is_suppressed()) withheld[ward] = true;
            }
        };
        add(count.figures);
        for (const auto& step : count.steps) {
            add(step.figures);
        }
    }

    void withhold(std::size_t i, const std::vector<bool>& withheld, const disclosure::Rule& rule) {
        if (std::find(withheld.begin(), withheld.end(), true) == withheld.end()) return;
        auto& category = m_published.categories[i];
        category.disclosure = {rule, std::vector<Why>(withheld.size(), Why::shown)};
        withhold(category.figures, withheld, rule);
        for (auto& step : category.steps) {
            withhold(step.figures, withheld, rule);
        }
        for (std::size_t ward = 0; ward < withheld.size(); ++ward) {
            if (category.figures[ward].is_suppressed() && withheld[ward]) {
                category.disclosure.why[ward] = Why::linked;
            }
        }
        category.findings.push_back(make_finding(
            Severity::note,
            "its figures come from a table with withheld counts, and may have been computed from "
            "them: they are withheld in the same wards"));
    }

    /// Suppresses to the overall range of the figures.
    static void withhold(std::vector<Cell>& figures, const std::vector<bool>& withheld,
                         const disclosure::Rule& rule) {
        double low = 0;
        for (const auto& cell : figures) {
            if (cell.is_known() && cell.value() < 0)
                low = -ceiling_of({Cell::known(-cell.value())}, rule);
        }
        const double high = ceiling_of(figures, rule);
        for (std::size_t ward = 0; ward < figures.size(); ++ward) {
            const bool is_figure = figures[ward].is_known() || figures[ward].is_suppressed();
            if (withheld[ward] && is_figure) figures[ward] = Cell::suppressed(low, high);
        }
    }

    const Joined& m_joined;
    Published& m_published;
    std::map<std::string, std::vector<std::size_t>> m_secret; // file -> categories
};

void show_all(std::vector<Cell>& cells, const disclosure::Rule& rule) {
    for (auto& cell : cells) {
        cell = disclosure::show(cell, rule);
    }
}

/// Figures outside the area are never printed, but are used in tests.
void show_fringe(Published& published) {
    for (auto& denominator : published.denominators) {
        const auto& rule = denominator.disclosure.rule;
        if (rule.is_on()) show_all(denominator.around, rule);
    }
    for (auto& category : published.categories) {
        const auto& rule = category.disclosure.rule;
        if (!rule.is_on()) continue;
        show_all(category.around, rule);
        for (auto& step : category.steps) {
            show_all(step.around, rule);
        }
    }
}

/// Before suppression.
Published as_joined(const Joined& joined) {
    Published published;
    for (const auto& denominator : joined.denominators) {
        published.denominators.push_back(
            {denominator.spec, denominator.cells, denominator.around, {}, denominator.account});
    }
    for (const auto& category : joined.categories) {
        published.categories.push_back({category.spec,
                                        category.figures,
                                        category.around,
                                        category.steps,
                                        {},
                                        category.accounts,
                                        category.findings});
    }
    return published;
}

void redact_accounts(Published& published) {
    for (auto& denominator : published.denominators) {
        denominator.account = redact_account(std::move(denominator.account), denominator.cells,
                                             denominator.disclosure, true);
    }
    for (auto& category : published.categories) {
        const bool alone = category.accounts.size() == 1;
        for (auto& account : category.accounts) {
            account =
                redact_account(std::move(account), category.figures, category.disclosure, alone);
        }
    }
}

Accounts accounts_of(Joined joined) {
    Accounts::ById denominators;
    for (auto& denominator : joined.denominators) {
        denominators[denominator.spec.id].push_back(std::move(denominator.account));
    }
    Accounts::ById categories;
    for (auto& category : joined.categories) {
        categories[category.spec.id] = std::move(category.accounts);
    }
    return {std::move(denominators), std::move(categories)};
}

} // namespace

Disclosed disclose(Joined joined, const project::Project& project, const WardSet& wards) {
    auto published = as_joined(joined);
    for (const auto& linked : linked_figures(joined, project.categories, wards)) {
        if (linked.rule.is_on()) {
            Discloser(joined, wards, linked, published).run();
        } else if (!linked.wards.empty()) {
            warn_of_marks(linked, wards, published);
        }
    }
    OtherFigures(joined, published).run();
    show_fringe(published);
    redact_accounts(published);
    return {std::move(published), accounts_of(std::move(joined))};
}

std::string in_words(const disclosure::Rule& rule) {
    std::string text;
    if (rule.below > 0) {
        text = fmt::format("counts under {} are withheld, and others that would reveal one",
                           text::number(rule.below, 0));
    }
    if (rule.round_to > 0) {
        text += fmt::format("{}{} rounded to the nearest {}", text.empty() ? "" : "; ",
                            text.empty() ? "counts are" : "the others are",
                            text::number(rule.round_to, 0));
    }
    return text;
}

} // namespace wardmap
