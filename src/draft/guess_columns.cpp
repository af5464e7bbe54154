// SPDX-License-Identifier: MIT
#include "draft/guess_columns.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "draft/guess_words.h"
#include "join/other_rows.h"
#include "tables/read_cell.h"

namespace wardmap::draft {
namespace {

constexpr std::size_t most_words = 40; // of a dimension
constexpr std::size_t longest_mark = 12;

class Guesser {
public:
    Guesser(const tables::Table& table, const join::WardIndex& index)
        : m_table(table), m_index(index) {}

    Columns guess() {
        find_keys();
        if (m_keys.empty()) return {};
        split_rows();
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            if (is_key(c) || is_identifier(m_table.columns[c]) || is_twice(c)) continue;
            take_figures(c);
        }
        if (has_repeats()) find_dimensions();
        find_total();
        return std::move(m_columns);
    }

private:
    void find_keys() {
        std::vector<std::pair<std::size_t, std::size_t>> codes; // hits, column
        std::vector<std::pair<std::size_t, std::size_t>> names;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            std::size_t hits = 0;
            std::size_t by_code = 0;
            for (const auto& row : m_table.rows) {
                const auto match = m_index.find(row.cells[c]);
                const bool carried = m_index.carried(row.cells[c]) != nullptr;
                if (!match && !carried) continue;
                ++hits;
                if (carried || join::is_code(match->by)) ++by_code;
            }
            if (2 * hits < m_table.rows.size()) continue;
            (2 * by_code > hits ? codes : names).emplace_back(hits, c);
        }
        for (const auto& list : {codes, names}) {
            for (const auto& [hits, column] : list) {
                m_keys.push_back(column);
                m_columns.keys.push_back(m_table.columns[column]);
            }
        }
    }

    [[nodiscard]] bool is_key(std::size_t column) const {
        return std::find(m_keys.begin(), m_keys.end(), column) != m_keys.end();
    }

    /// Whether another column has this name: a project could not distinguish them.
    bool is_twice(std::size_t column) {
        const auto& name = m_table.columns[column];
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            if (m_table.columns[c] != fmt::format("{} ({})", name, c + 1)) continue;
            m_columns.twice.push_back(name);
            return true;
        }
        const auto own = fmt::format(" ({})", column + 1);
        return name.ends_with(own) && m_table.column(name.substr(0, name.size() - own.size()));
    }

    void split_rows() {
        for (const auto& row : m_table.rows) {
            const bool ward = std::any_of(m_keys.begin(), m_keys.end(), [&](std::size_t key) {
                return m_index.find(row.cells[key]) || m_index.carried(row.cells[key]) != nullptr;
            });
            (ward ? m_wards : m_others).push_back(&row);
        }
    }

    void take_figures(std::size_t column) {
        FigureColumn figures;
        figures.name = m_table.columns[column];
        std::size_t numbers = 0;
        std::size_t filled = 0;
        std::set<std::string> marks;
        for (const auto* const row : m_wards) {
            const auto& text = row->cells[column];
            if (text.empty()) continue;
            ++filled;
            const auto reading = tables::read_cell(text, {}, tables::FigureKind::number);
            const auto* const cell = std::get_if<Cell>(&reading);
            if (cell == nullptr) {
                marks.insert(text);
                continue;
            }
            if (cell->is_missing()) continue;
            ++numbers;
            const double value = cell->high();
            figures.largest = std::max(figures.largest, value);
            const bool whole = value == std::floor(value) && value >= 0 && text.back() != '%';
            figures.whole = figures.whole && whole;
        }
        const bool marks_only = std::all_of(marks.begin(), marks.end(), [](const auto& mark) {
            return mark.size() <= longest_mark;
        });
        if (numbers == 0 || 3 * numbers < filled || marks.size() > 3 || !marks_only) return;
        figures.marks.assign(marks.begin(), marks.end());
        m_columns.figures.push_back(std::move(figures));
    }

    /// Whether wards have several rows, by every column that names them.
    [[nodiscard]] bool has_repeats() const {
        return std::all_of(m_keys.begin(), m_keys.end(), [&](std::size_t key) {
            std::set<std::string> seen;
            return std::any_of(m_wards.begin(), m_wards.end(), [&](const tables::Row* row) {
                return !seen.insert(row->cells[key]).second;
            });
        });
    }

    void find_dimensions() {
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            if (is_key(c)) continue;
            std::set<std::string> seen;
            std::vector<std::string> words;
            for (const auto* const row : m_wards) {
                if (!row->cells[c].empty() && seen.insert(row->cells[c]).second) {
                    words.push_back(row->cells[c]);
                }
            }
            const bool is_figure =
                std::any_of(m_columns.figures.begin(), m_columns.figures.end(),
                            [&](const auto& f) { return f.name == m_table.columns[c]; });
            const bool period = is_period(m_table.columns[c]);
            if (words.empty() || words.size() > most_words || (is_figure && !period)) continue;
            if (period) std::sort(words.begin(), words.end());
            std::erase_if(m_columns.figures,
                          [&](const auto& f) { return f.name == m_table.columns[c]; });
            m_columns.dimensions.push_back({m_table.columns[c], std::move(words)});
        }
    }

    void find_total() {
        if (m_columns.figures.empty() || !m_columns.dimensions.empty()) return;
        const auto column = *m_table.column(m_columns.figures.front().name);
        const auto figure = [&](const tables::Row& row) {
            const auto reading =
                tables::read_cell(row.cells[column], {}, tables::FigureKind::number);
            const auto* const cell = std::get_if<Cell>(&reading);
            return cell != nullptr && cell->is_known() ? cell->value() : 0;
        };
        double sum = 0;
        for (const auto* const row : m_wards) {
            sum += figure(*row);
        }
        for (const auto* const row : m_others) {
            for (const auto key : m_keys) {
                const auto& text = row->cells[key];
                if (text.empty() || join::is_total(text, "")) continue;
                if (sum > 0 && figure(*row) >= sum) m_columns.total = text;
            }
        }
    }

    const tables::Table& m_table;
    const join::WardIndex& m_index;
    std::vector<std::size_t> m_keys;
    std::vector<const tables::Row*> m_wards; // rows that name wards
    std::vector<const tables::Row*> m_others;
    Columns m_columns;
};

} // namespace

Columns guess_columns(const tables::Table& table, const join::WardIndex& index) {
    return Guesser(table, index).guess();
}

} // namespace wardmap::draft
