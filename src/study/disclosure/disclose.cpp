// SPDX-License-Identifier: MIT
#include "study/disclosure/disclose.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <utility>

#include <fmt/format.h>

#include "base/interrupt.h"
#include "base/text.h"
#include "disclosure/links.h"
#include "disclosure/total.h"
#include "join/totals.h"
#include "study/disclosure/linked_figures.h"
#include "study/disclosure/redact_account.h"

namespace wardmap {
namespace {

using disclosure::Figure;
using disclosure::Why;

using Totals = std::vector<join::KnownSum>;

using Reconciliations = std::vector<join::Reconciliation>;

/// Totals that the tables themselves give, none where they were rounded or are of other wards too.
Reconciliations totals_of(const project::Figures& figures, const join::Account& account) {
    if (figures.rounded_to > 0 || account.sum_outside > 0) return {};
    return account.totals;
}

/// Of two tables whose figures are added up: where both have a total of the same wards.
Reconciliations added(const Reconciliations& some, const Reconciliations& more) {
    Reconciliations sums;
    for (const auto& a : some) {
        for (const auto& b : more) {
            if (a.wards != b.wards) continue;
            auto& sum = sums.emplace_back(a);
            sum.stated += b.stated;
            sum.agrees = a.agrees && b.agrees;
        }
    }
    return sums;
}

/// Of several tables the sum, where each has a total.
Totals totals_of(const JoinedCategory& category, double below) {
    const auto figures = project::all_figures(category.spec);
    auto totals = totals_of(*figures.front(), category.accounts.front());
    for (std::size_t i = 1; i < figures.size(); ++i) {
        totals = added(totals, totals_of(*figures[i], category.accounts[i]));
    }
    return join::known_sums(totals, category.figures.size(), below);
}

/// The totals of a member and the file they are in.
std::pair<Totals, std::string> totals_of(const Joined& joined, const FigureGroup& same,
                                         double below) {
    if (!same.categories.empty()) {
        const auto& category = joined.categories[same.categories.front()];
        return {totals_of(category, below), category.accounts.front().file};
    }
    if (same.denominators.empty()) return {};
    const auto& denominator = joined.denominators[same.denominators.front()];
    const auto totals = totals_of(denominator.spec.figures, denominator.account);
    return {join::known_sums(totals, denominator.cells.size(), below), denominator.account.file};
}

/// A warning that figures can be deduced is not for readers.
Finding make_finding(Severity severity, std::string found, std::string help = "") {
    return {.severity = severity,
            .found = std::move(found),
            .help = std::move(help),
            .reveals_figures = severity != Severity::note};
}

class Discloser {
public:
    Discloser(const Joined& joined, const WardSet& wards, const LinkedFigures& linked,
              Published& published)
        : m_joined(joined), m_wards(wards), m_linked(linked), m_published(published) {}

    void run() {
        for (const auto& same : m_linked.members) {
            auto& shown = m_shown.emplace_back();
            for (const auto& cell : cells_of(m_joined, same)) {
                shown.push_back(disclosure::show(cell, m_linked.rule));
            }
        }
        if (m_linked.members.size() > 1) protect_wards();
        protect_totals();
        for (std::size_t k = 0; k < m_linked.members.size(); ++k) {
            write_back(k);
        }
    }

private:
    void protect_wards() {
        const std::size_t wards = m_shown.front().size();
        for (std::size_t ward = 0; ward < wards; ++ward) {
            auto figures = figures_of(ward);
            if (!disclosure::protect_links(m_linked.links, figures, m_linked.rule)) {
                m_findings.push_back(make_finding(
                    Severity::warning,
                    fmt::format("{}: its published figures nearly reveal a withheld one",
                                m_wards.wards[ward].name),
                    "leave out one of the categories that are parts of each other"));
            }
            for (std::size_t k = 0; k < m_shown.size(); ++k) {
                m_shown[k][ward] = figures[k];
            }
        }
    }

    /// What is withheld for one total makes room in other members, and may ask for more in them.
    void protect_totals() {
        constexpr int most = 100;
        bool widened = true;
        for (int round = 0; widened && round < most; ++round) {
            widened = false;
            for (std::size_t k = 0; k < m_linked.members.size(); ++k) {
                stop_if_interrupted();
                for (const auto& total :
                     totals_of(m_joined, m_linked.members[k], m_linked.rule.below).first) {
                    if (protect_total(k, total)) widened = true;
                }
            }
        }
    }

    /// Whether more had to be withheld.
    bool protect_total(std::size_t k, const join::KnownSum& total) {
        const auto all = as_linked(k);
        auto places = total.wards;
        if (places.empty()) {
            places.resize(all.size());
            std::iota(places.begin(), places.end(), std::size_t{0});
        }
        std::vector<Figure> wards;
        for (const auto place : places) {
            wards.push_back(all[place]);
        }
        const auto before = wards;
        if (!disclosure::protect_from_total(wards, total.stated, m_linked.rule) &&
            m_total_told.insert(k).second) {
            m_findings.push_back(make_finding(
                Severity::warning,
                fmt::format("{}: withheld figures nearly follow from the total of the table",
                            totals_of(m_joined, m_linked.members[k], m_linked.rule.below).second),
                "a larger publish_below, or leave the category out"));
        }
        bool widened = false;
        for (std::size_t i = 0; i < wards.size(); ++i) {
            for (int step = before[i].steps; step < wards[i].steps; ++step) {
                disclosure::widen(m_shown[k][places[i]], m_linked.rule, Why::total);
                widened = true;
            }
        }
        return widened;
    }

    /// The figures of one member as the others of each ward leave them. The total must not narrow
    /// any of them: a bound on one figure would propagate to the ward's linked figures.
    [[nodiscard]] std::vector<Figure> as_linked(std::size_t k) const {
        auto wards = m_shown[k];
        if (m_linked.members.size() == 1) return wards;
        for (std::size_t ward = 0; ward < wards.size(); ++ward) {
            if (!wards[ward].shown.is_suppressed()) continue;
            auto figures = figures_of(ward);
            disclosure::narrow(m_linked.links, figures);
            wards[ward] = figures[k];
            wards[ward].keeps = disclosure::whole_numbers(figures[k].low, figures[k].high);
        }
        return wards;
    }

    [[nodiscard]] std::vector<Figure> figures_of(std::size_t ward) const {
        std::vector<Figure> figures;
        for (const auto& shown : m_shown) {
            figures.push_back(shown[ward]);
        }
        return figures;
    }

    void write_back(std::size_t k) {
        const auto& same = m_linked.members[k];
        std::vector<Cell> cells;
        std::vector<Why> why;
        for (const auto& figure : m_shown[k]) {
            cells.push_back(figure.shown);
            why.push_back(figure.why);
        }
        for (const auto i : same.denominators) {
            m_published.denominators[i].cells = cells;
            m_published.denominators[i].disclosure = {m_linked.rule, why};
        }
        for (const auto& [category, step] : same.steps) {
            m_published.categories[category].steps[step].figures = cells;
        }
        for (const auto i : same.categories) {
            auto& category = m_published.categories[i];
            category.figures = cells;
            category.disclosure = {m_linked.rule, why};
            say_rule(category);
            say_withheld(category);
            append(category.findings, m_findings);
        }
    }

    void say_rule(PublishedCategory& category) const {
        if (category.spec.disclosure == m_linked.rule) return;
        category.findings.push_back(make_finding(
            Severity::note,
            fmt::format("it shares figures with a category under a stricter rule, which applies: "
                        "{}",
                        in_words(m_linked.rule))));
    }

    void say_withheld(PublishedCategory& category) const {
        const auto say = [&](Why reason, const char* because) {
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
        say(Why::small, "a small count");
        say(Why::linked, "so that no difference of categories reveals a small count");
        say(Why::total, "so that the total does not reveal a small count");
    }

    const Joined& m_joined;
    const WardSet& m_wards;
    const LinkedFigures& m_linked;
    Published& m_published;
    std::vector<std::vector<Figure>> m_shown; // per member, per ward
    std::set<std::size_t> m_total_told;
    Findings m_findings;
};

/// Where too many periods hang together, it cannot be said which of them may be shown.
void leave_out_long_series(Joined& joined, const std::vector<project::Category>& project,
                           const AreaNoun& noun) {
    constexpr std::size_t most = 40; // figures
    for (const auto& linked : linked_figures(joined, project)) {
        if (!linked.rule.is_on() || linked.members.size() <= most) continue;
        for (const auto& same : linked.members) {
            for (const auto& step : same.steps) {
                auto& category = joined.categories[step.category];
                if (step.step > 0) continue;
                category.findings.push_back(make_finding(
                    Severity::warning,
                    fmt::format("its series is not published: {} figures of each {} can be "
                                "derived from each other",
                                linked.members.size(), noun.singular),
                    "fewer periods, or fewer categories of the same table"));
            }
        }
        for (const auto& same : linked.members) {
            for (const auto& step : same.steps) {
                joined.categories[step.category].steps.clear();
            }
        }
    }
}

void show_all(std::vector<Cell>& cells, const disclosure::Rule& rule) {
    for (auto& cell : cells) {
        cell = disclosure::show(cell, rule).shown;
    }
}

/// Figures around the area are never printed, but tests are computed from them.
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

/// Before anything is withheld.
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
    leave_out_long_series(joined, project.categories, wards.noun);
    auto published = as_joined(joined);
    for (const auto& linked : linked_figures(joined, project.categories)) {
        if (linked.rule.is_on()) Discloser(joined, wards, linked, published).run();
    }
    show_fringe(published);
    redact_accounts(published);
    return {std::move(published), accounts_of(std::move(joined))};
}

std::set<std::string> secret_tables(const Published& published) {
    std::set<std::string> tables;
    for (const auto& denominator : published.denominators) {
        if (denominator.disclosure.rule.is_on()) {
            tables.insert(denominator.spec.figures.table.file.written);
        }
    }
    for (const auto& category : published.categories) {
        if (!category.disclosure.rule.is_on()) continue;
        for (const auto* const figures : project::all_figures(category.spec)) {
            tables.insert(figures->table.file.written);
        }
    }
    return tables;
}

std::string in_words(const disclosure::Rule& rule) {
    std::string said;
    if (rule.below > 0) {
        said = fmt::format("counts under {} are withheld, and others that would reveal one",
                           text::number(rule.below, 0));
    }
    if (rule.round_to > 0) {
        said += fmt::format("{}{} rounded to the nearest {}", said.empty() ? "" : "; ",
                            said.empty() ? "counts are" : "the others are",
                            text::number(rule.round_to, 0));
    }
    return said;
}

} // namespace wardmap
