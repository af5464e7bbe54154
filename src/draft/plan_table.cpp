// SPDX-License-Identifier: MIT
#include "draft/plan_table.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "draft/guess_words.h"
#include "tables/period.h"
#include "tables/read_cell.h"

namespace wardmap::draft {
namespace {

constexpr std::size_t most_categories = 80; // of one table
constexpr std::size_t most_years = 12;      // as categories
constexpr std::size_t few_years = 5;        // the latest, if there are more

bool are_years(const std::vector<std::string>& texts, std::string_view heading) {
    const auto reading = tables::read_periods(texts, heading);
    const auto* const periods = std::get_if<std::vector<tables::Period>>(&reading);
    return periods == nullptr || std::ranges::all_of(*periods, [](const auto& period) {
               return period.kind == tables::Period::Kind::year ||
                      period.kind == tables::Period::Kind::span;
           });
}

bool fit_together(const std::vector<std::string>& texts, std::string_view heading) {
    const auto reading = tables::read_periods(texts, heading);
    const auto* const periods = std::get_if<std::vector<tables::Period>>(&reading);
    return periods != nullptr && !tables::unfit_for_a_series(*periods);
}

class Planner {
public:
    Planner(const tables::Table& table, const Roles& roles, std::string title, double national)
        : m_table(table), m_roles(roles), m_title(std::move(title)), m_national(national) {}

    TablePlan plan() {
        if (m_roles.where) m_plan.where.push_back(*m_roles.where);
        find_dimensions();
        find_figures();
        if (m_kinds != nullptr) {
            for (const auto& kind : m_kinds->texts) {
                plan_figures(kind);
            }
        } else {
            plan_figures("");
        }
        finish();
        return std::move(m_plan);
    }

private:
    [[nodiscard]] const std::string& heading(const ColumnRole& column) const {
        return m_table.columns[column.column];
    }

    /// Whether a column still varies among the selected rows of an area.
    [[nodiscard]] bool varies(const ColumnRole& column,
                              const std::vector<join::Filter>& where) const {
        std::map<std::string, std::string> of_area;
        return std::ranges::any_of(m_roles.rows, [&](const tables::Row* row) {
            if (!fits(*row, where)) return false;
            const auto& key = row->cells[m_roles.keys.front()];
            const auto [at, is_new] = of_area.try_emplace(key, row->cells[column.column]);
            return !is_new && at->second != row->cells[column.column];
        });
    }

    [[nodiscard]] bool fits(const tables::Row& row, const std::vector<join::Filter>& where) const {
        return std::ranges::all_of(where, [&](const join::Filter& filter) {
            const auto& text = row.cells[*m_table.column(filter.column)];
            return std::ranges::find(filter.values, text) != filter.values.end();
        });
    }

    void find_dimensions() {
        for (const auto& column : m_roles.columns) {
            if (column.role == Role::period && column.texts.size() == 1) {
                if (m_plan.period.empty()) m_plan.period = column.period_words;
            }
            const bool indicator = column.role == Role::indicator && column.texts.size() == 1;
            if (indicator && m_indicator.empty()) m_indicator = column.texts.front();
        }
        if (!m_roles.several_rows) return;
        for (const auto& column : m_roles.columns) {
            if (column.texts.size() < 2 || !varies(column, m_plan.where)) continue;
            if (column.role == Role::period) {
                take_period(column);
            } else if (column.role == Role::kind_of_value) {
                m_kinds = &column;
            } else if (!column.total.empty()) {
                m_plan.where.push_back({heading(column), {column.total}});
                m_plan.choices.push_back(fmt::format("of {} only {} is mapped: {}",
                                                     text::quoted(heading(column)),
                                                     text::quoted(column.total), column.evidence));
            } else if (column.role == Role::indicator || column.role == Role::breakdown) {
                m_dimensions.push_back(&column);
            }
        }
        std::erase_if(m_dimensions,
                      [&](const ColumnRole* column) { return !varies(*column, m_plan.where); });
        // Indicators come before breakdowns.
        std::ranges::stable_sort(m_dimensions, [](const ColumnRole* a, const ColumnRole* b) {
            return a->role == Role::indicator && b->role != Role::indicator;
        });
    }

    /// Of several columns with periods, uses the one with most.
    void take_period(const ColumnRole& column) {
        if (m_time == nullptr || column.texts.size() > m_time->texts.size()) m_time = &column;
    }

    void find_figures() {
        bool has_limits = false;
        for (const auto& column : m_roles.columns) {
            has_limits =
                has_limits || column.role == Role::lower_limit || column.role == Role::upper_limit;
        }
        std::vector<const ColumnRole*> all;
        for (const auto& column : m_roles.columns) {
            if (column.role != Role::figure) continue;
            const bool beside_value = has_limits && text::fold_case(heading(column)) != "value" &&
                                      is_uninformative(heading(column)) && has_value();
            if (beside_value) {
                m_plan.left_out.push_back(text::quoted(heading(column)) +
                                          " is beside a value with limits");
                continue;
            }
            all.push_back(&column);
        }
        find_columns_of_time(all);
        for (const auto* const column : all) {
            if (std::ranges::find(m_wide, column) != m_wide.end()) continue;
            if (is_sum_of_columns(*column)) {
                m_plan.left_out.push_back(text::quoted(heading(*column)) +
                                          " is the sum of the columns of the series");
                continue;
            }
            m_figures.push_back(column);
        }
    }

    [[nodiscard]] bool has_value() const {
        return std::ranges::any_of(m_roles.columns, [&](const ColumnRole& column) {
            return column.role == Role::figure && text::fold_case(heading(column)) == "value";
        });
    }

    /// Whether a column is the total of the columns that are periods.
    [[nodiscard]] bool is_sum_of_columns(const ColumnRole& column) const {
        if (m_wide.empty()) return false;
        std::size_t rows = 0;
        for (const auto* const row : m_roles.rows) {
            double sum = 0;
            for (const auto* const part : m_wide) {
                sum += number_of(row->cells[part->column]);
            }
            const double own = number_of(row->cells[column.column]);
            if (std::abs(own - sum) > 0.5) return false;
            ++rows;
        }
        return rows > 2;
    }

    /// 0 if it is not a figure.
    [[nodiscard]] static double number_of(const std::string& text) {
        const auto reading = tables::read_cell(text, {}, tables::FigureKind::number);
        const auto* const cell = std::get_if<Cell>(&reading);
        return cell != nullptr && cell->is_known() ? cell->value() : 0;
    }

    /// Columns whose headings are periods: "202301", "2019/20", "Jan-23".
    void find_columns_of_time(const std::vector<const ColumnRole*>& all) {
        std::vector<std::string> texts;
        std::vector<const ColumnRole*> columns;
        for (const auto* const column : all) {
            const auto own = tables::read_periods({heading(*column)}, "");
            const bool ambiguous =
                std::holds_alternative<tables::Unreadable>(own) &&
                std::get<tables::Unreadable>(own).found.find("can be read as") != std::string::npos;
            if (!ambiguous && std::holds_alternative<tables::Unreadable>(own)) continue;
            columns.push_back(column);
            texts.push_back(heading(*column));
        }
        if (columns.size() < 2 || !fit_together(texts, "")) return;
        const auto periods = std::get<std::vector<tables::Period>>(tables::read_periods(texts, ""));
        std::vector<std::size_t> order(columns.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            order[i] = i;
        }
        std::ranges::stable_sort(order, {}, [&](std::size_t i) {
            return std::tuple(periods[i].dated, periods[i].first);
        });
        for (const auto i : order) {
            m_wide.push_back(columns[i]);
        }
        m_wide_words = tables::words_of(periods);
    }

    [[nodiscard]] bool is_count(const ColumnRole& figure, const std::string& kind) const {
        const bool average = is_average(heading(figure)) || is_rank(heading(figure)) ||
                             is_average(kind) || is_percentage(kind) || is_average(m_indicator);
        return !average && !figure.percent && (figure.whole || is_whole_of(figure, kind));
    }

    /// Whether the figures of one kind of value are whole and not negative.
    [[nodiscard]] bool is_whole_of(const ColumnRole& figure, const std::string& kind) const {
        if (m_kinds == nullptr) return false;
        return std::ranges::all_of(m_roles.rows, [&](const tables::Row* row) {
            if (row->cells[m_kinds->column] != kind) return true;
            return is_whole(row->cells[figure.column]);
        });
    }

    [[nodiscard]] static bool is_whole(const std::string& text) {
        const auto reading = tables::read_cell(text, {}, tables::FigureKind::number);
        const auto* const cell = std::get_if<Cell>(&reading);
        return cell == nullptr || !cell->is_known() ||
               (cell->value() >= 0 && std::fmod(cell->value(), 1) == 0);
    }

    void plan_figures(const std::string& kind) {
        auto where = m_plan.where;
        if (!kind.empty()) where.push_back({heading(*m_kinds), {kind}});
        if (!m_wide.empty()) plan_wide(where, kind);
        std::vector<const ColumnRole*> plain; // counts that may share a block
        for (const auto* const figure : m_figures) {
            if (!denominator_word(heading(*figure)).empty() && m_figures.size() > 1) {
                continue; // a denominator
            }
            const bool simple = m_dimensions.empty() && m_time == nullptr &&
                                is_count(*figure, kind) && figure->marks.empty();
            if (simple) {
                plain.push_back(figure);
            } else {
                plan_figure(*figure, where, kind);
            }
        }
        constexpr std::size_t several = 3;
        if (plain.size() < several) {
            for (const auto* const figure : plain) {
                plan_figure(*figure, where, kind);
            }
            return;
        }
        Block block;
        block.title = m_title + ", {}";
        block.name = m_title;
        block.where = where;
        block.figure = plain.front();
        block.unit = "cases";
        block.period = m_plan.period;
        for (const auto* const figure : plain) {
            block.each.push_back(heading(*figure));
        }
        block.sum = still_several(block);
        add(std::move(block));
    }

    [[nodiscard]] std::string title_of_figure(const ColumnRole& figure,
                                              const std::string& kind) const {
        const auto count = m_figures.size() + (m_wide.empty() ? 0 : 1);
        auto title = !m_indicator.empty()                              ? m_indicator
                     : count > 1 && !is_uninformative(heading(figure)) ? title_of(heading(figure))
                                                                       : m_title;
        if (!m_indicator.empty() && count > 1) title += ", " + heading(figure);
        const bool kinds_differ = m_kinds != nullptr && m_kinds->texts.size() > 1;
        if (kinds_differ) title += ", " + text::fold_case(kind);
        return title;
    }

    void set_measure(Block& block, const ColumnRole& figure, const std::string& kind) const {
        block.figure = &figure;
        if (is_rank(heading(figure)) && figure.whole) {
            block.measure = "rank";
            const double rows = static_cast<double>(m_table.rows.size());
            block.of =
                figure.largest > rows && m_national >= figure.largest ? m_national : figure.largest;
        } else if (is_count(figure, kind)) {
            block.unit = "cases";
        } else {
            block.measure = "mean";
            if (figure.percent || is_percentage(heading(figure)) || is_percentage(kind))
                block.unit = "%";
        }
    }

    void plan_figure(const ColumnRole& figure, std::vector<join::Filter> where,
                     const std::string& kind) {
        Block block;
        set_measure(block, figure, kind);
        block.title = title_of_figure(figure, kind);
        block.name = block.title;
        block.values = {heading(figure)};
        block.period = m_plan.period;
        const bool count = block.measure == "count";
        if (!m_dimensions.empty()) {
            if (!count && m_dimensions.size() > 1) {
                m_plan.left_out.push_back(fmt::format(
                    "{} is an average, and rows differ by {} and {}", text::quoted(heading(figure)),
                    text::quoted(heading(*m_dimensions[0])),
                    text::quoted(heading(*m_dimensions[1]))));
                return;
            }
            take_dimension(block);
        }
        if (m_time != nullptr && !take_time(block, where, heading(figure))) return;
        block.where.insert(block.where.begin(), where.begin(), where.end());
        block.sum = count && still_several(block);
        if (!count && still_several(block)) {
            m_plan.left_out.push_back(
                fmt::format("{} is an average, and areas have several rows of it",
                            text::quoted(heading(figure))));
            return;
        }
        if (block.sum && block.steps.empty()) {
            m_plan.choices.push_back("several rows of an area are added up");
        }
        block.missing_is_zero = count && lists_only_what_there_was(block, figure);
        if (block.missing_is_zero) {
            m_plan.choices.push_back(
                "no row has 0 and rows are missing: areas without a row count as 0");
        }
        add(std::move(block));
    }

    /// Whether it is a long table of recorded events only: no row has 0, and not every area has a
    /// row for each word.
    [[nodiscard]] bool lists_only_what_there_was(const Block& block,
                                                 const ColumnRole& figure) const {
        if (block.each_of.empty() && block.steps.empty()) return false;
        std::set<std::string> areas;
        std::set<std::string> words;
        std::set<std::string> rows;
        for (const auto* const row : m_roles.rows) {
            if (!fits(*row, block.where)) continue;
            const auto& text = row->cells[figure.column];
            if (text.empty() || number_of(text) <= 0) return false;
            std::string word;
            for (const auto& column : {block.each_of, block.steps}) {
                if (!column.empty()) word += row->cells[*m_table.column(column)] + "\n";
            }
            areas.insert(row->cells[m_roles.keys.front()]);
            words.insert(word);
            rows.insert(row->cells[m_roles.keys.front()] + "\n" + word);
        }
        return rows.size() < areas.size() * words.size();
    }

    /// One category for each text of the first breakdown.
    void take_dimension(Block& block) {
        const auto& dimension = *m_dimensions.front();
        block.each_of = heading(dimension);
        block.each = dimension.texts;
        block.title = m_indicator.empty() ? "{}" : block.title + ", {}";
        if (dimension.role == Role::breakdown && m_indicator.empty())
            block.title = m_title + ", {}";
        m_plan.choices.push_back(fmt::format("one category for each {}: {} of them",
                                             text::quoted(block.each_of), block.each.size()));
    }

    /// False if the figure cannot be mapped.
    bool take_time(Block& block, std::vector<join::Filter>& where, const std::string& figure) {
        const auto& time = *m_time;
        const auto& name = heading(time);
        const bool stock = !denominator_word(figure).empty();
        const bool fit = fit_together(time.texts, name);
        const bool years = are_years(time.texts, name);
        if (fit && !years && !stock && block.measure == "count") {
            block.steps = name;
            block.period = time.period_words;
            m_plan.choices.push_back(
                fmt::format("{} is a series: {}", text::quoted(name), time.period_words));
            return true;
        }
        if (fit && block.each.empty() && !stock) {
            block.each_of = name;
            block.each = time.texts;
            if (block.each.size() > most_years) {
                block.each.erase(block.each.begin(),
                                 block.each.end() - static_cast<std::ptrdiff_t>(few_years));
                m_plan.choices.push_back(fmt::format("of {} periods in {} the latest {} are mapped",
                                                     time.texts.size(), text::quoted(name),
                                                     few_years));
            } else {
                m_plan.choices.push_back(fmt::format("one category for each {}: {}",
                                                     text::quoted(name), time.period_words));
            }
            block.title += ", {}";
            block.period = "{}";
            return true;
        }
        const auto& latest = time.texts.back();
        where.push_back({name, {latest}});
        block.period = words_of_one(latest, name);
        m_plan.choices.push_back(
            fmt::format("only the latest {} is mapped: {}", text::quoted(name), latest));
        return true;
    }

    [[nodiscard]] static std::string words_of_one(const std::string& text,
                                                  const std::string& heading) {
        const auto reading = tables::read_periods({text}, heading);
        const auto* const periods = std::get_if<std::vector<tables::Period>>(&reading);
        return periods == nullptr ? text : periods->front().words;
    }

    /// Whether an area has several rows of a block for one of its words.
    [[nodiscard]] bool still_several(const Block& block) const {
        std::set<std::string> seen;
        return std::ranges::any_of(m_roles.rows, [&](const tables::Row* row) {
            if (!fits(*row, block.where)) return false;
            auto key = row->cells[m_roles.keys.front()];
            if (!block.each_of.empty()) key += "\n" + row->cells[*m_table.column(block.each_of)];
            return !seen.insert(key).second;
        });
    }

    void plan_wide(const std::vector<join::Filter>& where, const std::string& kind) {
        Block block;
        bool count = true;
        std::vector<std::string> columns;
        for (const auto* const column : m_wide) {
            count = count && is_count(*column, kind);
            columns.push_back(heading(*column));
        }
        set_measure(block, *m_wide.front(), kind);
        if (!count) block.measure = "mean";
        if (!count) block.unit = is_percentage(kind) || is_percentage(m_title) ? "%" : "";
        block.where = where;
        block.title = m_indicator.empty() ? m_title : m_indicator;
        block.name = block.title;
        if (!m_dimensions.empty()) take_dimension(block);
        const bool stock = !denominator_word(m_title).empty();
        if (count && !are_years(columns, "") && !stock) {
            block.values = columns;
            block.steps = "columns";
            block.period = m_wide_words;
            m_plan.choices.push_back(
                fmt::format("{} columns are a series: {}", columns.size(), m_wide_words));
        } else if (block.each.empty()) {
            block.each = columns;
            block.title += ", {}";
            block.period = "{}";
            m_plan.choices.push_back(fmt::format("one category for each of {} columns: {}",
                                                 columns.size(), m_wide_words));
        } else {
            block.values = {columns.back()};
            block.period = words_of_one(columns.back(), "");
            m_plan.choices.push_back("only the latest column is mapped: " + columns.back());
        }
        block.sum = count && still_several(block);
        if (!count && still_several(block)) {
            m_plan.left_out.push_back("its figures are averages, and areas have several rows");
            return;
        }
        add(std::move(block));
    }

    /// Counts and averages among the texts of an indicator do not share a block.
    void add(Block block) {
        if (m_roles.carried && block.measure != "count") {
            m_plan.left_out.push_back(fmt::format(
                "{} is an average of areas that a lookup carries: these are not averaged again",
                block.values.empty() ? "it" : text::quoted(block.values.front())));
            return;
        }
        if (block.each.size() > most_categories) {
            m_plan.left_out.push_back(fmt::format("{} has {} texts, too many for a map of each",
                                                  text::quoted(block.each_of), block.each.size()));
            return;
        }
        if (block.each_of.empty() || block.values.empty() || block.measure == "rank") {
            m_plan.blocks.push_back(std::move(block));
            return;
        }
        auto averages = block;
        std::erase_if(block.each, [&](const auto& text) { return !is_count_of(block, text); });
        std::erase_if(averages.each, [&](const auto& text) { return is_count_of(averages, text); });
        const bool counts = block.measure == "count";
        if (!counts || averages.each.empty()) {
            if (!counts) block.each = join_lists(block.each, averages.each);
            m_plan.blocks.push_back(std::move(block));
            return;
        }
        averages.measure = "mean";
        averages.unit.clear();
        averages.steps.clear();
        if (!block.each.empty()) m_plan.blocks.push_back(std::move(block));
        if (averages.sum) {
            m_plan.left_out.push_back("averages among " + text::quoted(averages.each_of) +
                                      ": areas have several rows of them");
            return;
        }
        m_plan.blocks.push_back(std::move(averages));
    }

    static std::vector<std::string> join_lists(std::vector<std::string> a,
                                               const std::vector<std::string>& b) {
        a.insert(a.end(), b.begin(), b.end());
        return a;
    }

    /// Whether the figures for one word of a block are whole, and its name does not denote an
    /// average.
    [[nodiscard]] bool is_count_of(const Block& block, const std::string& word) const {
        if (is_average(word)) return false;
        const auto by = *m_table.column(block.each_of);
        return std::ranges::all_of(m_roles.rows, [&](const tables::Row* row) {
            if (row->cells[by] != word) return true;
            return std::ranges::all_of(block.values, [&](const std::string& value) {
                return is_whole(row->cells[*m_table.column(value)]);
            });
        });
    }

    /// Determines whether the selected rows have one row for each area, for denominators.
    void finish() {
        if (m_time != nullptr) m_plan.where.push_back({heading(*m_time), {m_time->texts.back()}});
        Block all;
        all.where = m_plan.where;
        m_plan.one_row = m_kinds == nullptr && !still_several(all);
    }

    const tables::Table& m_table;
    const Roles& m_roles;
    std::string m_title;
    double m_national;
    std::string m_indicator; // of all rows
    const ColumnRole* m_time = nullptr;
    const ColumnRole* m_kinds = nullptr;
    std::vector<const ColumnRole*> m_dimensions;
    std::vector<const ColumnRole*> m_figures;
    std::vector<const ColumnRole*> m_wide; // one for each period, in order of time
    std::string m_wide_words;
    TablePlan m_plan;
};

} // namespace

TablePlan plan_table(const tables::Table& table, const Roles& roles, const std::string& title,
                     double national) {
    return Planner(table, roles, title, national).plan();
}

} // namespace wardmap::draft
