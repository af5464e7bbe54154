// SPDX-License-Identifier: MIT
#include "join/join.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "base/error.h"
#include "base/suggest.h"
#include "base/text.h"
#include "join/fold_name.h"
#include "join/key_columns.h"
#include "join/other_rows.h"
#include "join/reconcile.h"
#include "join/ward_index.h"

namespace wardmap::join {
namespace {

constexpr std::size_t most_told = 10; // rows of one kind

/// "Barming" and "Barming and Teston": one begins with all words of the other.
bool is_renamed(const std::string& a, const std::string& b) {
    const auto x = fold_name(a) + " ";
    const auto y = fold_name(b) + " ";
    return x.starts_with(y) || y.starts_with(x);
}

class Joiner {
public:
    Joiner(const tables::Table& table, const WardSet& wards, const Request& request)
        : m_table(table), m_wards(wards), m_request(request),
          m_index(wards.wards, request.aliases) {}

    JoinResult run() {
        m_columns = find_key_columns(m_table, m_index, m_wards, m_request, m_result.findings);
        m_result.cells.assign(m_wards.wards.size(),
                              m_request.absent_is_zero ? Cell::known(0) : Cell::missing());
        m_line_of.resize(m_wards.wards.size());
        start_account();
        for (const auto& row : m_table.rows) {
            take(row);
        }
        tell_unmatched();
        stop_on_errors(m_faults);
        finish_account();
        return std::move(m_result);
    }

private:
    void start_account() {
        auto& account = m_result.account;
        account.file = m_table.file;
        account.encoding = m_table.encoding;
        account.header_line = m_table.header_line;
        account.asides = m_table.asides;
        account.value_columns = m_request.values;
        account.key_columns.push_back(m_table.columns[m_columns.key]);
        for (const auto check : m_columns.checks) {
            account.key_columns.push_back(m_table.columns[check]);
        }
    }

    /// The text that names the row: the key's cell, or another's where that is blank.
    [[nodiscard]] std::string key_of(const tables::Row& row) const {
        if (!row.cells[m_columns.key].empty()) return row.cells[m_columns.key];
        for (const auto check : m_columns.checks) {
            if (!row.cells[check].empty()) return row.cells[check];
        }
        return {};
    }

    void take(const tables::Row& row) {
        const auto key = key_of(row);
        const auto match = m_index.find(key);
        if (match) {
            check_agreement(row, *match);
            join(row, key, *match);
            return;
        }
        if (names_total(row)) {
            take_total(row, key);
        } else if (is_other_area(key)) {
            exclude(row, key, RowFate::Kind::other_area, "a place that is no ward of the map");
            warn(row.line,
                 fmt::format("{} is no ward of the map: its figure {} is left out",
                             text::quoted(key), figure_text(row)),
                 true);
        } else {
            exclude(row, key, RowFate::Kind::excluded, "no ward of this code or name");
            m_unmatched.push_back(&row);
        }
    }

    [[nodiscard]] bool names_total(const tables::Row& row) const {
        if (is_total(row.cells[m_columns.key], m_request.area)) return true;
        return std::any_of(m_columns.checks.begin(), m_columns.checks.end(),
                           [&](std::size_t c) { return is_total(row.cells[c], m_request.area); });
    }

    [[nodiscard]] std::string figure_text(const tables::Row& row) const {
        std::vector<std::string> texts;
        for (const auto& value : m_request.values) {
            texts.push_back(row.cells[*m_table.column(value)]);
        }
        return text::join(texts, " + ");
    }

    void check_agreement(const tables::Row& row, const Match& match) {
        const auto& ward = m_wards.wards[match.ward];
        const bool by_code = match.by == Matched::code || match.by == Matched::legacy_code;
        for (const auto column : m_columns.checks) {
            const auto& other = row.cells[column];
            const auto also = m_index.find(other);
            if (other.empty() || (also && also->ward == match.ward)) continue;
            if (by_code && !also && !m_index.is_ambiguous(other) && is_renamed(other, ward.name)) {
                warn(row.line,
                     fmt::format("{} is called {} in the boundaries; the code {} is the same",
                                 text::quoted(other), text::quoted(ward.name), ward.code));
                continue;
            }
            if (m_index.is_ambiguous(other)) continue; // the code tells which
            std::string said =
                fmt::format("{} {} does not agree with {} {}", m_table.columns[m_columns.key],
                            text::quoted(row.cells[m_columns.key]), m_table.columns[column],
                            text::quoted(other));
            if (also) {
                said += fmt::format(", which is {}", m_wards.wards[also->ward].name);
            }
            const auto& right = ward.legacy_code.empty() ? ward.code : ward.legacy_code;
            if (by_code) {
                m_faults.push_back({Severity::error,
                                    {m_table.file, row.line},
                                    std::move(said),
                                    fmt::format("{} ({})", ward.name, ward.code),
                                    fmt::format("mend the table, or join it by name: key = \"{}\"",
                                                m_table.columns[column]),
                                    ""});
            } else {
                warn(row.line, said + fmt::format("; joined by name (the code of {} is {})",
                                                  ward.name, right));
            }
        }
    }

    void join(const tables::Row& row, const std::string& key, const Match& match) {
        auto& line = m_line_of[match.ward];
        if (line) {
            const auto& first = first_row(*line);
            const bool same = figure_text(first) == figure_text(row);
            m_faults.push_back(
                {Severity::error,
                 {m_table.file, row.line},
                 fmt::format("{} stands here and on line {}, with {}",
                             m_wards.wards[match.ward].name, *line,
                             same ? "the same figure" : "another figure"),
                 "each ward once",
                 same ? "delete one of the rows" : "add the rows up, or delete the wrong one",
                 ""});
            return;
        }
        line = row.line;
        const auto cell = read_figure(row);
        if (!cell) return;
        m_result.cells[match.ward] = *cell;
        if (cell->is_known()) m_result.account.sum_before += cell->value();
        m_result.account.rows.push_back({RowFate::Kind::joined, row.line, key, match.ward,
                                         match.by == Matched::alias ? "by alias" : ""});
    }

    [[nodiscard]] const tables::Row& first_row(std::size_t line) const {
        return *std::find_if(m_table.rows.begin(), m_table.rows.end(),
                             [line](const tables::Row& r) { return r.line == line; });
    }

    /// The sum of the value columns; suppressed where one is, missing where one is.
    std::optional<Cell> read_figure(const tables::Row& row) {
        double low = 0;
        double high = 0;
        bool suppressed = false;
        bool missing = false;
        bool good = true;
        for (const auto& value : m_request.values) {
            const auto column = *m_table.column(value);
            const auto reading =
                tables::read_cell(row.cells[column], m_request.marks, m_request.kind);
            if (const auto* const bad = std::get_if<tables::Unreadable>(&reading)) {
                m_faults.push_back({Severity::error,
                                    {m_table.file, row.line, column + 1},
                                    fmt::format("column {}: {}", text::quoted(value), bad->found),
                                    bad->expected,
                                    with_hint(*bad),
                                    ""});
                good = false;
                continue;
            }
            const auto& cell = std::get<Cell>(reading);
            missing = missing || cell.is_missing();
            suppressed = suppressed || cell.is_suppressed();
            low += cell.low();
            high += cell.high();
        }
        if (!good) return std::nullopt;
        if (missing) return Cell::missing();
        return suppressed ? Cell::suppressed(low, high) : Cell::known(low);
    }

    /// The way out, with the table's own words on suppression where it has any.
    [[nodiscard]] std::string with_hint(const tables::Unreadable& bad) const {
        for (const auto& aside : m_table.asides) {
            const auto folded = text::fold_case(aside.text);
            if (folded.find("suppress") == std::string::npos &&
                folded.find("disclos") == std::string::npos) {
                continue;
            }
            return bad.help +
                   fmt::format("; line {} says {}", aside.line, text::quoted(aside.text));
        }
        return bad.help;
    }

    void take_total(const tables::Row& row, const std::string& key) {
        const auto cell = read_figure(row);
        exclude(row, key, RowFate::Kind::total, "a total of the wards");
        if (cell && cell->is_known() && m_request.additive) {
            m_stated.push_back({row.line, key, cell->value()});
        }
    }

    void exclude(const tables::Row& row, const std::string& key, RowFate::Kind kind,
                 std::string reason) {
        m_result.account.rows.push_back({kind, row.line, key, std::nullopt, std::move(reason)});
    }

    void warn(std::size_t line, std::string found, bool tells_figures = false) {
        m_result.findings.push_back(
            {Severity::warning, {m_table.file, line}, std::move(found), "", "", "", tells_figures});
    }

    void tell_unmatched() {
        std::size_t codes = 0;
        for (std::size_t i = 0; i < m_unmatched.size(); ++i) {
            const auto key = key_of(*m_unmatched[i]);
            if (looks_like_code(key)) ++codes;
            if (i < most_told) tell_unmatched(*m_unmatched[i], key);
        }
        if (m_unmatched.size() > most_told) {
            m_faults.push_back({Severity::error,
                                {m_table.file},
                                fmt::format("{} more rows name no ward of the boundaries",
                                            m_unmatched.size() - most_told),
                                "",
                                "",
                                ""});
        }
        if (codes > 2 && 2 * codes > m_unmatched.size()) {
            m_faults.push_back(
                {Severity::error,
                 {m_table.file},
                 fmt::format("{} of {} rows carry codes that are not among the {} wards of {}",
                             codes, m_table.rows.size(), m_wards.wards.size(), m_wards.source),
                 "codes of the same year as the boundaries",
                 "codes change when boundaries do: use the boundaries of the year of the table",
                 ""});
        }
    }

    void tell_unmatched(const tables::Row& row, const std::string& key) {
        std::string found = fmt::format("{} is no ward of {}", text::quoted(key), m_wards.source);
        std::string help = did_you_mean(key, m_index.candidates(key));
        std::string expected = "a code or name of the boundaries";
        if (m_index.is_ambiguous(key)) {
            found = fmt::format("{} is the name of several wards", text::quoted(key));
            expected = "a code";
            help = "key = \"...\" with the column of codes";
        } else if (is_sum_of_others(row)) {
            found += "; its figure is the sum of all others, so it looks like a total";
            help = fmt::format("[project] area = \"{}\" makes it one", key);
        } else if (!help.empty()) {
            help += fmt::format(" then: [aliases] \"{}\" = \"{}\"", key,
                                nearest(key, m_index.candidates(key)).value_or("..."));
        } else {
            help = fmt::format("[aliases] \"{}\" = \"name in the boundaries\", or delete the row",
                               key);
        }
        m_faults.push_back({Severity::error,
                            {m_table.file, row.line},
                            std::move(found),
                            std::move(expected),
                            std::move(help),
                            ""});
    }

    [[nodiscard]] bool is_sum_of_others(const tables::Row& row) {
        double known = 0;
        for (const auto& cell : m_result.cells) {
            if (!cell.is_known()) return false;
            known += cell.value();
        }
        const auto reading = tables::read_cell(row.cells[*m_table.column(m_request.values.front())],
                                               m_request.marks, m_request.kind);
        const auto* const cell = std::get_if<Cell>(&reading);
        return m_request.values.size() == 1 && cell != nullptr && cell->is_known() && known > 0 &&
               cell->value() == known;
    }

    void finish_account() {
        auto& account = m_result.account;
        for (std::size_t i = 0; i < m_result.cells.size(); ++i) {
            const auto& cell = m_result.cells[i];
            if (cell.is_known()) account.sum_after += cell.value();
            if (cell.is_suppressed()) ++account.wards_suppressed;
            m_line_of[i] ? void(++account.wards_joined) : account.wards_without_row.push_back(i);
        }
        for (const auto& [line, key, stated] : m_stated) {
            auto total = reconcile(stated, m_result.cells);
            total.line = line;
            total.key = key;
            append(m_result.findings, remarks(total, m_table.file, m_wards.wards));
            account.totals.push_back(std::move(total));
        }
        tell_absent();
    }

    void tell_absent() {
        const auto& absent = m_result.account.wards_without_row;
        if (absent.empty()) return;
        std::vector<std::string> names;
        for (const auto i : absent) {
            names.push_back(m_wards.wards[i].name);
        }
        m_result.findings.push_back(
            {Severity::warning,
             {m_table.file},
             fmt::format("{} of {} {} no row and {}: {}", absent.size(), m_wards.wards.size(),
                         absent.size() == 1 ? "wards has" : "wards have",
                         m_request.absent_is_zero ? "0 is taken for them"
                                                  : "no figure is shown for them",
                         text::list(names)),
             "",
             "",
             ""});
    }

    struct Stated {
        std::size_t line;
        std::string key;
        double value;
    };

    const tables::Table& m_table;
    const WardSet& m_wards;
    const Request& m_request;
    WardIndex m_index;
    KeyColumns m_columns;
    JoinResult m_result;
    std::vector<std::optional<std::size_t>> m_line_of; // per ward
    std::vector<const tables::Row*> m_unmatched;
    std::vector<Stated> m_stated;
    Findings m_faults;
};

} // namespace

JoinResult join_table(const tables::Table& table, const WardSet& wards, const Request& request) {
    return Joiner(table, wards, request).run();
}

} // namespace wardmap::join
