// SPDX-License-Identifier: MIT
#include "study/steps_of_table.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "join/where.h"
#include "measures/measure.h"
#include "tables/period.h"
#include "tables/select_rows.h"

namespace wardmap {
namespace {

using Dated = std::pair<tables::Period, std::string>; // and its text in the table

class StepFinder {
public:
    StepFinder(const tables::Table& table, const project::CategorySpec& category,
               Findings& findings)
        : m_table(table), m_from(*category.tables()), m_category(category), m_findings(findings) {}

    std::vector<TableStep> find() {
        const bool wide = steps_are_columns(m_category);
        if (wide) refuse_means();
        const auto counted = wide ? std::vector<std::string>() : texts_counted();
        const bool zeros = m_category.figures.front().if_row_missing == join::MissingRow::zero;
        const auto texts = wide    ? m_category.figures.front().values
                           : zeros ? tables::texts_of(m_table, m_from.steps)
                                   : counted;
        std::vector<TableStep> steps;
        for (auto& [period, text] : in_order_of_time(texts)) {
            const bool has_rows = wide || std::ranges::find(counted, text) != counted.end();
            steps.push_back({std::move(text), has_rows});
        }
        return steps;
    }

private:
    [[noreturn]] void refuse(const tables::Unreadable& what) const {
        const auto column = m_table.column(
            steps_are_columns(m_category) ? m_category.figures.front().values[0] : m_from.steps);
        throw InputError(Finding{.severity = Severity::error,
                                 .place = m_table.at(m_table.header_line, column),
                                 .found = m_category.id + ": " + what.found,
                                 .expected = what.expected,
                                 .help = what.help});
    }

    void refuse_means() const {
        if (measures::is_additive(m_category)) return;
        refuse({"means, indices and ranks of several columns do not add up",
                "counts, rates, shares or densities",
                "a category for each period, in one set of bands: each = [\"2013\", \"2014\"]"});
    }

    /// The texts of the rows that the category counts.
    [[nodiscard]] std::vector<std::string> texts_counted() const {
        return tables::texts_of(join::rows_where(m_table, m_category.figures.front().where),
                                m_from.steps);
    }

    [[nodiscard]] std::vector<Dated> in_order_of_time(const std::vector<std::string>& texts) {
        auto reading =
            tables::read_periods(texts, steps_are_columns(m_category) ? "" : m_from.steps);
        if (auto* const bad = std::get_if<tables::Unreadable>(&reading)) {
            bad->help = "correct the periods, leave others out with where, or draw a category for "
                        "each: each = [...]";
            refuse(*bad);
        }
        const auto periods = std::get<std::vector<tables::Period>>(std::move(reading));
        if (const auto unfit = tables::unfit_for_a_series(periods)) refuse(*unfit);
        warn_of_gaps(periods);
        std::vector<Dated> both;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            both.emplace_back(periods[i], texts[i]);
        }
        std::ranges::stable_sort(both, {}, [](const Dated& one) {
            return std::tuple(one.first.dated, one.first.first, one.first.last);
        });
        refuse_one_in_two_ways(both);
        return both;
    }

    void refuse_one_in_two_ways(const std::vector<Dated>& ordered) const {
        const auto twice = std::ranges::adjacent_find(
            ordered, [](const Dated& a, const Dated& b) { return a.first == b.first; });
        if (twice == ordered.end()) return;
        refuse({fmt::format("{} and {} are the same period", text::quoted(twice->second),
                            text::quoted(std::next(twice)->second)),
                "one way to write each period", "write them alike in the table"});
    }

    void warn_of_gaps(const std::vector<tables::Period>& periods) {
        const auto gaps = tables::gaps_between(periods);
        if (gaps.empty()) return;
        m_findings.push_back({.severity = Severity::warning,
                              .place = {m_table.file},
                              .found = fmt::format("{}: the series has no figures for {}",
                                                   m_category.id, text::list(gaps)),
                              .expected = "periods without a gap"});
    }

    const tables::Table& m_table;
    const project::FromTables& m_from;
    const project::CategorySpec& m_category;
    Findings& m_findings;
};

} // namespace

bool steps_are_columns(const project::CategorySpec& category) {
    return category.tables()->steps == "columns" && category.figures.front().values.size() > 1;
}

std::vector<TableStep> steps_of_table(const tables::Table& table,
                                      const project::CategorySpec& category, Findings& findings) {
    return StepFinder(table, category, findings).find();
}

} // namespace wardmap
