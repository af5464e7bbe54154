// SPDX-License-Identifier: MIT
#include "study/join_categories.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "base/collect.h"
#include "base/error.h"
#include "base/text.h"
#include "join/figure.h"
#include "measures/measure.h"
#include "study/surroundings/fringe.h"
#include "tables/select_rows.h"

namespace wardmap {
namespace {

join::Request request_of(const project::Figures& figures, const Study& study,
                         const join::Lookup* lookup) {
    const auto& project = study.project;
    join::Request request;
    request.keys = figures.keys;
    request.values = figures.values;
    request.where = figures.where;
    request.duplicates = figures.duplicates;
    request.marks = figures.marks;
    request.rounded_to = figures.rounded_to;
    request.absent_is_zero = figures.absent_is_zero;
    request.combine = figures.combine;
    request.area = project.area;
    request.aliases = project.aliases;
    request.lookup = lookup;
    if (study.fringe) request.around = &study.fringe->wards.wards;
    return request;
}

DenominatorResult join_denominator(const project::Denominator& spec, const tables::Table& table,
                                   const Study& study, const join::Lookup* lookup,
                                   Findings& findings) {
    auto request = request_of(spec.figures, study, lookup);
    request.kind = tables::FigureKind::number;
    auto joined = join::join_table(table, study.wards, request);
    append(findings, std::move(joined.findings));
    std::vector<Cell> around;
    if (study.fringe) around = join_around(table, joined.account, *study.fringe, request);
    return {spec, std::move(joined.cells), std::move(joined.account), std::move(around), {}};
}

/// Throws where too few wards have a row in one of a category's tables.
void check_coverage(const project::Category& spec, const join::Account& account,
                    const Study& study) {
    const double wards = static_cast<double>(study.wards.wards.size());
    const auto rows = static_cast<double>(account.wards_joined);
    const double least = spec.tables()->require_coverage;
    if (rows >= least * wards - 1e-9) return;
    throw InputError(
        Finding{Severity::error,
                {account.file},
                fmt::format("{}: only {} of {} {} have a row ({}%)", spec.id, text::number(rows, 0),
                            text::number(wards, 0), study.project.boundaries.noun.plural,
                            text::number(std::floor(1000 * rows / wards) / 10, 1)),
                fmt::format("at least {}% (require_coverage)", text::shortest(100 * least)),
                "complete the table, or lower require_coverage",
                ""});
}

/// The figures of all tables of a category, added up; those of each of its steps too.
class CategoryJoiner {
public:
    CategoryJoiner(const StudyTables& tables, const Study& study, const join::Lookup* lookup)
        : m_tables(tables), m_study(study), m_lookup(lookup) {}

    [[nodiscard]] CategoryResult run(const project::Category& spec) const {
        CategoryResult result;
        result.spec = spec;
        const auto& tables = *spec.tables();
        auto first = join_one(result, tables.figures, nullptr);
        result.figures = std::move(first.cells);
        result.around = std::move(first.around);
        result.account = std::move(first.account);
        check_coverage(spec, result.account, m_study);
        append(result.findings, std::move(first.findings));
        for (const auto& figures : tables.plus) {
            auto more = join_one(result, figures, nullptr);
            add(result.figures, more.cells);
            add(result.around, more.around);
            append(result.findings, std::move(more.findings));
            result.plus.push_back(std::move(more.account));
            check_coverage(spec, result.plus.back(), m_study);
        }
        if (!tables.steps.empty()) join_steps(result);
        return result;
    }

private:
    struct Joined : join::JoinResult {
        std::vector<Cell> around; // of the wards of the ring
    };

    [[nodiscard]] Joined join_one(const CategoryResult& category, const project::Figures& figures,
                                  const std::string* step) const {
        auto request = request_of(figures, m_study, m_lookup);
        request.additive = measures::is_additive(category.spec);
        request.kind = request.additive ? tables::FigureKind::count : tables::FigureKind::number;
        if (step != nullptr) request.where.push_back({category.spec.tables()->steps, {*step}});
        const auto& table = *m_tables.find(figures.table);
        Joined joined{join::join_table(table, m_study.wards, request), {}};
        if (m_study.fringe) {
            joined.around = join_around(table, joined.account, *m_study.fringe, request);
        }
        return joined;
    }

    void join_steps(CategoryResult& result) const {
        const auto& from = *result.spec.tables();
        for (const auto& label : tables::texts_of(*m_tables.find(from.figures.table), from.steps)) {
            auto sum = join_one(result, from.figures, &label);
            for (const auto& figures : from.plus) {
                const auto more = join_one(result, figures, &label);
                add(sum.cells, more.cells);
                add(sum.around, more.around);
            }
            result.steps.push_back({label, std::move(sum.cells), std::move(sum.around)});
        }
    }

    static void add(std::vector<Cell>& sums, const std::vector<Cell>& more) {
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] = join::added(sums[i], more[i]);
        }
    }

    const StudyTables& m_tables;
    const Study& m_study;
    const join::Lookup* m_lookup;
};

} // namespace

std::vector<project::Denominator> used(const project::Project& project,
                                       const std::vector<project::Category>& categories) {
    std::vector<project::Denominator> denominators;
    for (const auto& denominator : project.denominators) {
        const bool needed =
            std::any_of(categories.begin(), categories.end(), [&](const project::Category& c) {
                return c.denominator == denominator.id;
            });
        if (needed) denominators.push_back(denominator);
    }
    return denominators;
}

void join_all(Study& study, const std::vector<project::Category>& categories,
              const StudyTables& tables, const join::Lookup* lookup, Findings& faults) {
    for (const auto& denominator : used(study.project, categories)) {
        const auto* const table = tables.find(denominator.figures.table);
        if (table == nullptr) continue;
        collecting(faults, [&] {
            study.denominators.push_back(
                join_denominator(denominator, *table, study, lookup, study.findings));
        });
    }
    const CategoryJoiner joiner(tables, study, lookup);
    for (const auto& category : categories) {
        const bool has_denominator =
            category.denominator.empty() || find_denominator(study, category) != nullptr;
        if (category.tables() == nullptr || !tables.has_all(category) || !has_denominator) continue;
        collecting(faults, [&] { study.categories.push_back(joiner.run(category)); });
    }
}

} // namespace wardmap
