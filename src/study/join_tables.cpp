// SPDX-License-Identifier: MIT
#include "study/join_tables.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <variant>

#include <fmt/format.h>

#include "base/collect.h"
#include "base/error.h"
#include "base/text.h"
#include "join/figure.h"
#include "measures/measure.h"
#include "study/steps_of_table.h"
#include "study/surroundings/fringe.h"

namespace wardmap {
namespace {

join::Request request_of(const project::Figures& figures, const Inputs& inputs) {
    const auto& project = inputs.project;
    join::Request request;
    request.keys = figures.keys;
    request.values = figures.values;
    request.where = figures.where;
    request.duplicates = figures.duplicates;
    request.marks = figures.marks;
    request.rounded_to = figures.rounded_to;
    request.if_row_missing = figures.if_row_missing;
    request.outside = figures.outside;
    request.combine = figures.combine;
    request.area = project.area;
    request.aliases = project.aliases;
    request.least_coverage = project.require_coverage.value_or(request.least_coverage);
    if (inputs.lookup) request.lookup = &*inputs.lookup;
    if (inputs.fringe) request.around = &inputs.fringe->wards.wards;
    return request;
}

/// Traces figures to the cells of the tables.
class OriginReader {
public:
    OriginReader(const Inputs& inputs, std::vector<TableIdentity>& tables)
        : m_inputs(inputs), m_tables(tables) {}

    void add(Origins& origins, const project::Figures& figures, const join::JoinResult& joined,
             tables::FigureKind kind) const {
        const auto& table = *m_inputs.tables.find(figures.table);
        const auto identity = place_of(m_inputs.tables.identity(figures.table));
        std::vector<std::size_t> columns;
        for (const auto& value : figures.values) {
            columns.push_back(*table.column(value));
        }
        origins.cells.resize(joined.sources.size());
        for (std::size_t ward = 0; ward < joined.sources.size(); ++ward) {
            for (const auto& source : joined.sources[ward]) {
                for (const auto column : columns) {
                    const auto& text = row_at(table, source.line).cells[column];
                    const auto reading = tables::read_cell(text, figures.marks, kind);
                    const auto* const cell = std::get_if<Cell>(&reading);
                    origins.cells[ward].push_back(
                        {identity, source.line, column + table.first_column, source.weight,
                         cell != nullptr ? join::part_of(*cell, source.weight) : Cell::missing()});
                }
            }
        }
        if (figures.rounded_to > 0) return; // the total is rounded too
        for (const auto& total : joined.account.totals) {
            origins.totals.push_back(total.wards);
        }
    }

private:
    /// Rows are in line order.
    [[nodiscard]] static const tables::Row& row_at(const tables::Table& table, std::size_t line) {
        return *std::lower_bound(
            table.rows.begin(), table.rows.end(), line,
            [](const tables::Row& row, std::size_t wanted) { return row.line < wanted; });
    }

    [[nodiscard]] std::size_t place_of(const TableIdentity& identity) const {
        const auto found = std::find(m_tables.begin(), m_tables.end(), identity);
        const auto place = static_cast<std::size_t>(found - m_tables.begin());
        if (found == m_tables.end()) m_tables.push_back(identity);
        return place;
    }

    const Inputs& m_inputs;
    std::vector<TableIdentity>& m_tables;
};

JoinedDenominator join_denominator(const project::DenominatorSpec& spec, const tables::Table& table,
                                   const Inputs& inputs, const OriginReader& origins_of,
                                   Findings& findings) {
    auto request = request_of(spec.figures, inputs);
    request.kind = tables::FigureKind::number;
    auto joined = join::join_table(table, inputs.wards, request);
    append(findings, std::move(joined.findings));
    Origins origins;
    origins_of.add(origins, spec.figures, joined, request.kind);
    std::vector<Cell> around;
    if (inputs.fringe) around = join_around(table, joined.account, *inputs.fringe, request);
    return {spec, std::move(joined.cells), std::move(around), std::move(joined.account),
            std::move(origins)};
}

/// Throws if too few wards have a figure in one of a category's tables.
void check_coverage(const project::Category& spec, const join::Account& account,
                    const Inputs& inputs) {
    const double wards = static_cast<double>(inputs.wards.wards.size());
    const auto rows =
        static_cast<double>(account.wards_joined - account.wards_without_figure.size());
    const double least = spec.tables()->require_coverage.value_or(0);
    if (rows >= least * wards - 1e-9) return;
    throw InputError(Finding{
        .severity = Severity::error,
        .place = {account.file},
        .found =
            fmt::format("{}: only {} of {} {} have a figure ({}%)", spec.id, text::number(rows, 0),
                        text::number(wards, 0), inputs.wards.noun.plural,
                        text::number(std::floor(1000 * rows / wards) / 10, 1)),
        .expected = fmt::format("at least {}% (require_coverage)", text::shortest(100 * least)),
        .help = "complete the table, or lower require_coverage"});
}

/// Joins and adds up the figures of all tables of a category, and of each of its steps.
class CategoryJoiner {
public:
    CategoryJoiner(const Inputs& inputs, const OriginReader& origins_of)
        : m_inputs(inputs), m_origins_of(origins_of) {}

    [[nodiscard]] JoinedCategory run(const project::CategorySpec& spec) const {
        JoinedCategory result;
        result.spec = spec;
        for (const auto& figures : spec.figures) {
            auto joined = join_one(spec, figures, nullptr);
            m_origins_of.add(result.origins, figures, joined, kind_of(spec));
            if (result.accounts.empty()) {
                result.figures = std::move(joined.cells);
                result.around = std::move(joined.around);
                result.comparators = std::move(joined.comparators);
            } else {
                add(result.figures, joined.cells);
                add(result.around, joined.around);
            }
            append(result.findings, std::move(joined.findings));
            result.accounts.push_back(std::move(joined.account));
            check_coverage(spec, result.accounts.back(), m_inputs);
        }
        if (!spec.tables()->steps.empty()) join_steps(result);
        return result;
    }

private:
    struct OneTable : join::JoinResult {
        std::vector<Cell> around; // wards of the fringe
    };

    [[nodiscard]] static tables::FigureKind kind_of(const project::Category& spec) {
        return measures::is_additive(spec) ? tables::FigureKind::count : tables::FigureKind::number;
    }

    [[nodiscard]] OneTable join_one(const project::CategorySpec& spec,
                                    const project::Figures& figures,
                                    const std::string* step) const {
        auto request = request_of(figures, m_inputs);
        request.additive = measures::is_additive(spec);
        request.kind = kind_of(spec);
        if (spec.is(project::MeasureKind::rank)) request.lowest_rank = spec.of;
        request.least_coverage = spec.tables()->require_coverage.value_or(request.least_coverage);
        if (step != nullptr && !steps_are_columns(spec)) {
            request.where.push_back({spec.tables()->steps, {*step}});
        }
        const auto& table = *m_inputs.tables.find(figures.table);
        OneTable joined{join::join_table(table, m_inputs.wards, request), {}};
        if (m_inputs.fringe) {
            joined.around = join_around(table, joined.account, *m_inputs.fringe, request);
        }
        return joined;
    }

    void join_steps(JoinedCategory& result) const {
        const auto& from = result.spec.figures;
        const auto& table = *m_inputs.tables.find(from.front().table);
        for (const auto& [label, has_rows] : steps_of_table(table, result.spec, result.findings)) {
            if (!has_rows) {
                result.steps.push_back(
                    {label, zeros(result.figures.size()), zeros(result.around.size())});
                result.step_origins.emplace_back();
                continue;
            }
            auto own = from.front();
            if (steps_are_columns(result.spec)) own.values = {label};
            auto sum = join_one(result.spec, own, &label);
            auto& origins = result.step_origins.emplace_back();
            m_origins_of.add(origins, own, sum, kind_of(result.spec));
            for (std::size_t i = 1; i < from.size(); ++i) {
                const auto more = join_one(result.spec, from[i], &label);
                m_origins_of.add(origins, from[i], more, kind_of(result.spec));
                add(sum.cells, more.cells);
                add(sum.around, more.around);
            }
            result.steps.push_back({label, std::move(sum.cells), std::move(sum.around)});
        }
    }

    static std::vector<Cell> zeros(std::size_t n) { return std::vector<Cell>(n, Cell::known(0)); }

    static void add(std::vector<Cell>& sums, const std::vector<Cell>& more) {
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] = join::added(sums[i], more[i]);
        }
    }

    const Inputs& m_inputs;
    const OriginReader& m_origins_of;
};

bool has(const std::vector<JoinedDenominator>& denominators, const std::string& id) {
    return std::any_of(denominators.begin(), denominators.end(),
                       [&](const JoinedDenominator& d) { return d.spec.id == id; });
}

} // namespace

Joined join_tables(const Inputs& inputs) {
    Joined joined;
    const OriginReader origins_of(inputs, joined.tables);
    auto errors = inputs.errors;
    for (const auto& denominator : used_denominators(inputs.project, inputs.categories)) {
        const auto* const table = inputs.tables.find(denominator.figures.table);
        if (table == nullptr) continue;
        collecting(errors, [&] {
            joined.denominators.push_back(
                join_denominator(denominator, *table, inputs, origins_of, joined.findings));
        });
    }
    const CategoryJoiner joiner(inputs, origins_of);
    for (const auto& category : inputs.categories) {
        const bool has_denominator =
            category.denominator.empty() || has(joined.denominators, category.denominator);
        if (category.tables() == nullptr || !inputs.tables.has_all(category) || !has_denominator) {
            continue;
        }
        collecting(errors, [&] { joined.categories.push_back(joiner.run(category)); });
    }
    Findings also = joined.findings;
    for (const auto& category : joined.categories) {
        append(also, category.findings);
    }
    stop_on_errors(std::move(errors), also);
    return joined;
}

} // namespace wardmap
