// SPDX-License-Identifier: MIT
#include "draft/column_roles.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/text.h"
#include "draft/guess_words.h"
#include "draft/sums.h"
#include "join/other_rows.h"
#include "tables/period.h"
#include "tables/read_cell.h"
#include "wards/kind_of_area.h"

namespace wardmap::draft {
namespace {

constexpr std::size_t most_texts = 80;   // of a breakdown
constexpr std::size_t longest_mark = 12; // a mark in place of a figure
constexpr std::size_t most_marks = 3;

std::optional<double> number_of(const std::string& text) {
    const auto reading = tables::read_cell(text, {}, tables::FigureKind::number);
    const auto* const cell = std::get_if<Cell>(&reading);
    if (cell == nullptr || !cell->is_known()) return std::nullopt;
    return cell->value();
}

class Finder {
public:
    Finder(const tables::Table& table, const join::WardIndex& index, std::size_t areas)
        : m_table(table), m_index(index), m_areas(areas) {
        for (std::size_t c = 0; c < table.columns.size(); ++c) {
            m_roles.columns.emplace_back().column = c;
        }
    }

    Roles find() {
        find_keys();
        m_roles.carried = m_carried;
        if (m_roles.keys.empty()) return std::move(m_roles);
        split_rows();
        find_own_place();
        find_parents();
        find_repeats();
        if (m_roles.several_rows) find_parts_of_areas();
        for (auto& column : m_roles.columns) {
            if (column.role == Role::context && column.evidence.empty()) classify(column);
        }
        if (m_roles.several_rows) keep_what_varies();
        find_limits();
        find_totals_of_breakdowns();
        find_total_row();
        return std::move(m_roles);
    }

private:
    [[nodiscard]] const std::string& heading(std::size_t column) const {
        return m_table.columns[column];
    }

    /// The area named by a text; each text is looked up once.
    [[nodiscard]] const std::optional<join::Match>& area_of(const std::string& text) const {
        const auto [at, is_new] = m_found.try_emplace(text);
        if (!is_new) return at->second;
        at->second = m_index.find(text);
        const auto* const shares = at->second ? nullptr : m_index.carried(text);
        if (shares != nullptr && shares->size() == 1) {
            at->second = m_index.find(shares->front().to);
            m_carried = m_carried || at->second.has_value();
        }
        return at->second;
    }

    struct Named {
        std::size_t column = 0;
        std::set<std::size_t> areas;
        std::size_t rows = 0;
        std::size_t by_code = 0;
        [[nodiscard]] bool codes() const { return 2 * by_code > rows; }
    };

    [[nodiscard]] Named named_by(std::size_t column) const {
        Named named{column, {}, 0, 0};
        for (const auto& row : m_table.rows) {
            const auto& match = area_of(row.cells[column]);
            if (!match) continue;
            named.areas.insert(match->ward);
            ++named.rows;
            if (join::is_code(match->by)) ++named.by_code;
        }
        return named;
    }

    /// Finds the key, which names most areas of the map; other columns that name as many are checks
    /// on it.
    void find_keys() {
        std::vector<Named> all;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            auto named = named_by(c);
            const auto least =
                std::max<std::size_t>(std::min<std::size_t>(2, m_areas), m_areas / 10);
            if (named.areas.size() >= least && !are_counts(c, named))
                all.push_back(std::move(named));
        }
        std::ranges::stable_sort(all, [](const Named& a, const Named& b) {
            return std::tuple(a.areas.size(), a.codes(), a.rows) >
                   std::tuple(b.areas.size(), b.codes(), b.rows);
        });
        for (const auto& named : all) {
            if (!agree(all.front().column, named.column)) continue;
            auto& column = m_roles.columns[named.column];
            column.role = named.codes() ? Role::area_code : Role::area_name;
            column.evidence =
                fmt::format("{} {} of the {} areas of the map",
                            named.codes() ? "codes of" : "names", named.areas.size(), m_areas);
            m_roles.keys.push_back(named.column);
        }
        if (!all.empty()) m_roles.areas = all.front().areas.size();
    }

    /// Whether two columns name the same area in nearly all rows in which both name one.
    [[nodiscard]] bool agree(std::size_t best, std::size_t other) const {
        if (best == other) return true;
        std::size_t both = 0;
        std::size_t same = 0;
        std::size_t first = 0;
        for (const auto& row : m_table.rows) {
            const auto& a = area_of(row.cells[best]);
            const auto& b = area_of(row.cells[other]);
            if (a) ++first;
            if (!a || !b) continue;
            ++both;
            if (a->ward == b->ward) ++same;
        }
        return 2 * both > first && 10 * same >= 8 * both;
    }

    /// Guards against numeric area codes being matched by a column of small figures.
    [[nodiscard]] bool are_counts(std::size_t column, const Named& named) const {
        const bool digits = std::ranges::all_of(m_table.rows, [&](const tables::Row& row) {
            return row.cells[column].empty() || text::parse_number(row.cells[column]);
        });
        return digits && (named.rows > 2 * named.areas.size() || named.areas.size() < m_areas / 2);
    }

    /// Selects rows of the map by the best key, or by another if that is empty.
    void split_rows() {
        for (const auto& row : m_table.rows) {
            const auto key = std::ranges::find_if(
                m_roles.keys, [&](std::size_t k) { return !row.cells[k].empty(); });
            const bool of_map = key != m_roles.keys.end() && area_of(row.cells[*key]).has_value();
            (of_map ? m_roles.rows : m_roles.others).push_back(&row);
        }
    }

    [[nodiscard]] std::string key_of(const tables::Row& row) const {
        return row.cells[m_roles.keys.front()];
    }

    /// Each area has one text of the column, and several areas share it.
    [[nodiscard]] bool belongs_to_area(std::size_t column, std::set<std::string>& texts) const {
        std::map<std::string, std::string> of_area;
        for (const auto* const row : m_roles.rows) {
            const auto& text = row->cells[column];
            if (text.empty()) return false;
            const auto [at, is_new] = of_area.try_emplace(key_of(*row), text);
            if (!is_new && at->second != text) return false;
            texts.insert(text);
        }
        return 2 * texts.size() <= of_area.size() || texts.size() == 1;
    }

    /// Finds columns with the district, county or region of each area. In a table of more districts
    /// than the map's, selects the map's rows.
    void find_parents() {
        for (auto& column : m_roles.columns) {
            if (column.role != Role::context) continue;
            std::set<std::string> texts;
            if (!belongs_to_area(column.column, texts)) continue;
            const auto& first = *texts.begin();
            const auto kind = wards::noun_of(first);
            std::set<std::string> elsewhere;
            for (const auto* const row : m_roles.others) {
                if (!row->cells[column.column].empty()) elsewhere.insert(row->cells[column.column]);
            }
            const bool more = elsewhere.size() > 1 && !number_of(first) && !reads_as_time(texts);
            const bool is_parent = kind || is_parent_heading(heading(column.column)) ||
                                   (texts.size() == 1 && more && !elsewhere.contains(first));
            if (!is_parent || number_of(first)) continue;
            column.role = Role::parent;
            column.evidence = texts.size() == 1
                                  ? fmt::format("{} in every row of the map", text::quoted(first))
                                  : fmt::format("one of {} texts for each area", texts.size());
            take_where(column, texts, kind.has_value());
        }
        take_rows_of_where();
    }

    /// Of a table of more districts, joined by names that several of them have: the rows under the
    /// one parent that holds most areas of the map.
    void find_own_place() {
        for (auto& column : m_roles.columns) {
            if (column.role != Role::context || !is_parent_heading(heading(column.column)))
                continue;
            const auto own = parent_of_most(column.column);
            if (own.empty()) continue;
            const auto elsewhere = [&](const tables::Row* row) {
                return row->cells[column.column] != own;
            };
            std::ranges::copy_if(m_roles.rows, std::back_inserter(m_roles.others), elsewhere);
            std::erase_if(m_roles.rows, elsewhere);
            return; // find_parents takes the column as the parent of every row that is left
        }
    }

    /// The text beside four in five of the areas or more where no other is, if those
    /// beside other texts are nearly all among them: areas of other places with the same names.
    [[nodiscard]] std::string parent_of_most(std::size_t column) const {
        std::map<std::string, std::set<std::size_t>> areas;
        const auto key = m_roles.keys.front();
        for (const auto* const row : m_roles.rows) {
            if (const auto& area = area_of(row->cells[key])) {
                areas[row->cells[column]].insert(area->ward);
            }
        }
        std::string own;
        for (const auto& [text, of] : areas) {
            if (5 * of.size() < 4 * m_roles.areas) continue;
            if (!own.empty()) return {};
            own = text;
        }
        if (own.empty()) return {};
        std::set<std::size_t> elsewhere;
        std::size_t among = 0;
        for (const auto& [text, of] : areas) {
            if (text != own) elsewhere.insert(of.begin(), of.end());
        }
        for (const auto area : elsewhere) {
            if (areas[own].contains(area)) ++among;
        }
        return !elsewhere.empty() && 5 * among >= 4 * elsewhere.size() ? own : std::string();
    }

    [[nodiscard]] static bool reads_as_time(const std::set<std::string>& texts) {
        const auto reading = tables::read_periods({texts.begin(), texts.end()}, "");
        return std::holds_alternative<std::vector<tables::Period>>(reading);
    }

    /// The filter that separates the map's rows from those of other places by one text of a column;
    /// names before codes.
    void take_where(const ColumnRole& column, const std::set<std::string>& texts, bool codes) {
        if (texts.size() != 1) return;
        const auto& own = *texts.begin();
        std::size_t left_out = 0;
        std::size_t kept = 0;
        for (const auto* const row : m_roles.others) {
            ++(row->cells[column.column] == own ? kept : left_out);
        }
        const bool separates = left_out > m_roles.rows.size() / 10 && left_out > 2;
        if (!separates || 10 * kept > 3 * m_roles.rows.size()) return;
        if (m_roles.where && codes) return;
        m_roles.where = join::Filter{heading(column.column), {own}};
        if (!codes) m_roles.area_name = own;
    }

    void take_rows_of_where() {
        if (!m_roles.where) return;
        const auto column = *m_table.column(m_roles.where->column);
        std::erase_if(m_roles.others, [&](const tables::Row* row) {
            return row->cells[column] != m_roles.where->values.front();
        });
    }

    /// Finds out whether areas have several rows, by every column that names them.
    void find_repeats() {
        m_roles.several_rows = std::ranges::all_of(m_roles.keys, [&](std::size_t key) {
            std::set<std::string> seen;
            return std::ranges::any_of(m_roles.rows, [&](const tables::Row* row) {
                return !row->cells[key].empty() && !seen.insert(row->cells[key]).second;
            });
        });
    }

    /// Columns that differ within an area and share no text between areas, such as the codes of
    /// smaller areas in it, or that number the rows of each area: they are not breakdowns.
    void find_parts_of_areas() {
        for (auto& column : m_roles.columns) {
            if (column.role != Role::context || !column.evidence.empty()) continue;
            if (numbers_rows(column.column)) {
                column.role = Role::identifier;
                column.evidence = "numbers the rows of each area";
            } else if (is_of_one_area_each(column.column)) {
                column.evidence = "parts of areas: each text is of one area";
            }
        }
    }

    /// Whether every text is that of one area alone, and areas have several; not of figures.
    [[nodiscard]] bool is_of_one_area_each(std::size_t column) const {
        std::map<std::string, std::string> area_with;
        std::set<std::string> areas;
        for (const auto* const row : m_roles.rows) {
            const auto& text = row->cells[column];
            if (text.empty()) continue;
            if (number_of(text)) return false;
            const auto key = key_of(*row);
            areas.insert(key);
            const auto [at, is_new] = area_with.try_emplace(text, key);
            if (!is_new && at->second != key) return false;
        }
        return areas.size() > 1 && area_with.size() > areas.size();
    }

    /// Whether the rows of every area hold 1, 2, 3 and so on.
    [[nodiscard]] bool numbers_rows(std::size_t column) const {
        std::map<std::string, double> last;
        for (const auto* const row : m_roles.rows) {
            const auto number = number_of(row->cells[column]);
            if (!number || *number != ++last[key_of(*row)]) return false;
        }
        return last.size() > 1 &&
               std::ranges::any_of(last, [](const auto& one) { return one.second > 1; });
    }

    [[nodiscard]] std::vector<std::string> texts_of(std::size_t column) const {
        std::vector<std::string> texts;
        std::set<std::string> seen;
        for (const auto* const row : m_roles.rows) {
            const auto& text = row->cells[column];
            if (!text.empty() && seen.insert(text).second) texts.push_back(text);
        }
        return texts;
    }

    void classify(ColumnRole& column) {
        if (is_twice(column)) return;
        auto texts = texts_of(column.column);
        if (texts.empty()) {
            column.evidence = "empty in the rows of the map";
            return;
        }
        if (take_period(column, texts)) return;
        if (take_figures(column)) return;
        take_words(column, std::move(texts));
    }

    /// Whether another column has this name, so that a project could not distinguish them.
    bool is_twice(ColumnRole& column) const {
        const auto& name = heading(column.column);
        bool twice = false;
        for (std::size_t c = 0; c < m_table.columns.size(); ++c) {
            twice = twice || m_table.columns[c] == fmt::format("{} ({})", name, c + 1);
        }
        const auto own = fmt::format(" ({})", column.column + 1);
        const bool second = name.ends_with(own) &&
                            m_table.column(name.substr(0, name.size() - own.size())).has_value();
        if (twice || second) {
            column.evidence =
                fmt::format("several columns have the name {}",
                            text::quoted(second ? name.substr(0, name.size() - own.size()) : name));
        }
        return twice || second;
    }

    /// Plain numbers are periods only under a heading of time, or if they are a few years or months
    /// such as 202304.
    bool take_period(ColumnRole& column, std::vector<std::string> texts) {
        const auto& name = heading(column.column);
        const bool under_time = is_period(name);
        const bool numbers = std::ranges::all_of(
            texts, [](const auto& text) { return text::parse_number(text).has_value(); });
        if (numbers && !under_time) return false;
        if (!under_time && texts.size() > most_texts) return false;
        const auto reading = tables::read_periods(texts, name);
        const auto* const periods = std::get_if<std::vector<tables::Period>>(&reading);
        if (periods == nullptr) return false;
        std::vector<std::pair<tables::Period, std::string>> both;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            both.emplace_back((*periods)[i], texts[i]);
        }
        std::ranges::stable_sort(both, {}, [](const auto& one) {
            return std::tuple(one.first.dated, one.first.first, one.first.last);
        });
        column.role = Role::period;
        for (auto& one : both) {
            column.texts.push_back(one.second);
        }
        column.period_words = tables::words_of(*periods);
        column.evidence = column.period_words;
        return true;
    }

    /// Reads the texts of the map's rows as figures.
    bool take_figures(ColumnRole& column) {
        std::size_t numbers = 0;
        std::size_t filled = 0;
        std::size_t percent = 0;
        std::size_t faulty = 0;
        std::set<std::string> marks;
        std::set<double> different;
        for (const auto* const row : m_roles.rows) {
            const auto& text = row->cells[column.column];
            if (text.empty()) continue;
            ++filled;
            const auto reading = tables::read_cell(text, {}, tables::FigureKind::number);
            const auto* const cell = std::get_if<Cell>(&reading);
            if (cell == nullptr) {
                if (text::parse_number(text.substr(0, 1))) {
                    ++faulty; // "30r": for check to report
                } else {
                    marks.insert(text);
                }
                continue;
            }
            if (cell->is_missing()) continue;
            ++numbers;
            if (text.back() == '%') ++percent;
            different.insert(cell->high());
            const bool whole = cell->high() == std::floor(cell->high()) && cell->high() >= 0;
            column.whole = column.whole && (whole || !cell->is_known());
        }
        const bool marks_only = std::ranges::all_of(
            marks, [](const auto& mark) { return mark.size() <= longest_mark; });
        const bool faults = 2 * faulty > numbers;
        if (numbers == 0 || 3 * numbers < filled || faults || marks.size() > most_marks ||
            !marks_only) {
            column.whole = true;
            return false;
        }
        column.percent = percent == numbers;
        column.whole = column.whole && percent == 0;
        column.marks.assign(marks.begin(), marks.end());
        for (const auto& row : m_table.rows) {
            column.largest =
                std::max(column.largest, number_of(row.cells[column.column]).value_or(0));
        }
        name_figures(column, numbers, different);
        return true;
    }

    void name_figures(ColumnRole& column, std::size_t numbers, const std::set<double>& different) {
        const auto& name = heading(column.column);
        const bool constant = different.size() == 1 && numbers > 2 && *different.begin() != 0;
        if (is_identifier(name)) {
            column.role = Role::identifier;
            column.evidence = "numbers under the heading of an identifier or a coordinate";
        } else if (constant) {
            column.role = Role::identifier;
            column.evidence = fmt::format("{} in every row", text::shortest(*different.begin()));
        } else if (is_single_age(column.column)) {
            column.evidence = "a single year of age";
        } else {
            column.role = Role::figure;
            column.evidence = fmt::format(
                "{} figures{}", numbers,
                column.marks.empty() ? ""
                                     : ", and marks such as " + text::quoted(column.marks.front()));
        }
    }

    /// One of many columns headed 0, 1, 2, ..., 90+, or F0, ..., M90.
    [[nodiscard]] bool is_single_age(std::size_t column) const {
        constexpr std::size_t many = 15;
        static const Pattern age("([fm]|age|aged|females?|males?|persons)?[ _]?\\d{1,3}( ?\\+)?",
                                 Pattern::Case::ignored);
        const auto is_age = [](const std::string& name) { return age.fits(name); };
        if (!is_age(heading(column))) return false;
        return static_cast<std::size_t>(std::ranges::count_if(m_table.columns, is_age)) >= many;
    }

    /// "1,71": which may be a figure, and is not read as one.
    [[nodiscard]] bool has_decimal_commas(const std::vector<std::string>& texts) const {
        static const Pattern figure(R"(-?\d+,\d+)");
        return 2 * std::ranges::count_if(texts,
                                         [](const auto& text) { return figure.fits(text); }) >
               static_cast<std::ptrdiff_t>(texts.size());
    }

    void take_words(ColumnRole& column, std::vector<std::string> texts) {
        const auto& name = heading(column.column);
        if (has_decimal_commas(texts)) {
            column.evidence = "figures with decimal commas, which are not read: write points";
            return;
        }
        if (are_kinds_of_value(name, texts)) {
            column.role = Role::kind_of_value;
        } else if (is_indicator(name)) {
            column.role = Role::indicator;
        } else if (is_breakdown(name, texts)) {
            column.role = Role::breakdown;
        }
        column.evidence = texts.size() == 1 ? text::quoted(texts.front()) + " in every row"
                                            : text::with_count(texts.size(), "text");
        if (texts.size() <= most_texts) column.texts = std::move(texts);
        if (column.texts.empty()) column.role = Role::context;
    }

    /// In a table with several rows for each area, a column of words that differ within an area is
    /// a breakdown.
    void keep_what_varies() {
        for (auto& column : m_roles.columns) {
            if (column.role != Role::context || column.texts.size() < 2) continue;
            if (varies_within_areas(column.column)) column.role = Role::breakdown;
        }
    }

    [[nodiscard]] bool varies_within_areas(std::size_t column) const {
        std::map<std::string, std::string> of_area;
        return std::ranges::any_of(m_roles.rows, [&](const tables::Row* row) {
            const auto [at, is_new] = of_area.try_emplace(key_of(*row), row->cells[column]);
            return !is_new && at->second != row->cells[column];
        });
    }

    /// Finds confidence limits by their headings, if they enclose a figure.
    void find_limits() {
        for (auto& column : m_roles.columns) {
            if (column.role != Role::figure) continue;
            const auto limit = limit_of(heading(column.column));
            if (!limit) continue;
            for (const auto& figure : m_roles.columns) {
                const bool may_be = figure.role == Role::figure && figure.column != column.column &&
                                    !limit_of(heading(figure.column));
                if (!may_be || !is_beyond(column.column, figure.column, *limit)) continue;
                column.role = *limit == Limit::lower ? Role::lower_limit : Role::upper_limit;
                column.evidence = fmt::format("{} {} in every row",
                                              *limit == Limit::lower ? "not above" : "not below",
                                              text::quoted(heading(figure.column)));
                break;
            }
        }
        for (auto& column : m_roles.columns) {
            if (column.role != Role::figure || !is_denominator_heading(heading(column.column)))
                continue;
            column.role = Role::denominator;
        }
    }

    [[nodiscard]] bool is_beyond(std::size_t limit, std::size_t figure, Limit side) const {
        std::size_t pairs = 0;
        for (const auto* const row : m_roles.rows) {
            const auto a = number_of(row->cells[limit]);
            const auto b = number_of(row->cells[figure]);
            if (!a || !b) continue;
            ++pairs;
            if (side == Limit::lower ? *a > *b : *a < *b) return false;
        }
        return pairs > 0;
    }

    void find_totals_of_breakdowns() {
        if (!m_roles.several_rows) return;
        const auto figure = std::ranges::find(m_roles.columns, Role::figure, &ColumnRole::role);
        if (figure == m_roles.columns.end()) return;
        for (auto& column : m_roles.columns) {
            const bool words = column.role == Role::breakdown || column.role == Role::indicator;
            if (!words || column.texts.size() < 2) continue;
            column.total = total_of(m_roles, column, figure->column);
            if (!column.total.empty()) {
                column.evidence +=
                    fmt::format("; {} is the sum of the others", text::quoted(column.total));
                continue;
            }
            column.total = named_total(column.texts);
            if (!column.total.empty()) {
                column.evidence +=
                    fmt::format("; {} is all of them by its name", text::quoted(column.total));
            }
        }
    }

    /// Finds the name of the whole area: a row that is not an area, with at least the sum of the
    /// areas.
    void find_total_row() {
        const auto figure = std::ranges::find(m_roles.columns, Role::figure, &ColumnRole::role);
        if (figure == m_roles.columns.end() || m_roles.several_rows || !m_roles.area_name.empty())
            return;
        double sum = 0;
        for (const auto* const row : m_roles.rows) {
            sum += number_of(row->cells[figure->column]).value_or(0);
        }
        for (const auto* const row : m_roles.others) {
            for (const auto key : m_roles.keys) {
                const auto& text = row->cells[key];
                const bool name = !text.empty() && !join::looks_like_code(text) &&
                                  !join::is_total(text, "") && !is_larger_place(text);
                if (!name || sum <= 0 || !figure->whole) continue;
                const auto stated = number_of(row->cells[figure->column]).value_or(0);
                constexpr double tenth = 1.1;
                if (stated >= sum && stated <= tenth * sum + 100) {
                    m_roles.area_name = without_total(text);
                }
            }
        }
    }

    const tables::Table& m_table;
    const join::WardIndex& m_index;
    std::size_t m_areas;
    mutable std::map<std::string, std::optional<join::Match>> m_found;
    mutable bool m_carried = false;
    Roles m_roles;
};

} // namespace

std::string_view name_of(Role role) {
    switch (role) {
    case Role::area_code:
        return "area code";
    case Role::area_name:
        return "area name";
    case Role::parent:
        return "parent";
    case Role::period:
        return "period";
    case Role::indicator:
        return "indicator";
    case Role::breakdown:
        return "breakdown";
    case Role::kind_of_value:
        return "kind of value";
    case Role::figure:
        return "figure";
    case Role::lower_limit:
        return "lower limit";
    case Role::upper_limit:
        return "upper limit";
    case Role::denominator:
        return "denominator";
    case Role::identifier:
        return "identifier";
    case Role::context:
        return "context";
    }
    return "";
}

Roles find_roles(const tables::Table& table, const join::WardIndex& index,
                 std::size_t areas_of_map) {
    return Finder(table, index, areas_of_map).find();
}

} // namespace wardmap::draft
