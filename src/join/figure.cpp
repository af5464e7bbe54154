// SPDX-License-Identifier: MIT
#include "join/figure.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text.h"

namespace wardmap::join {
namespace {

bool is_declared(const std::string& text, const std::vector<tables::Mark>& marks) {
    return std::any_of(marks.begin(), marks.end(), [&](const tables::Mark& mark) {
        return text::fold_case(mark.text) == text::fold_case(text);
    });
}

/// The help, with the table's own note on suppression if it has one.
std::string with_hint(const tables::Table& table, const tables::Unreadable& bad) {
    for (const auto& aside : table.asides) {
        const auto folded = text::fold_case(aside.text);
        if (folded.find("suppress") == std::string::npos &&
            folded.find("disclos") == std::string::npos) {
            continue;
        }
        return bad.help + fmt::format("; line {} says {}", aside.line, text::quoted(aside.text));
    }
    return bad.help;
}

} // namespace

std::string figure_text(const tables::Table& table, const tables::Row& row,
                        const Request& request) {
    std::vector<std::string> texts;
    texts.reserve(request.values.size());
    for (const auto& value : request.values) {
        texts.push_back(row.cells[*table.column(value)]);
    }
    return text::join(texts, " + ");
}

bool has_no_figure(const tables::Table& table, const tables::Row& row, const Request& request) {
    return std::all_of(request.values.begin(), request.values.end(),
                       [&](const auto& value) { return row.cells[*table.column(value)].empty(); });
}

Cell added(const Cell& a, const Cell& b) {
    if (a.is_missing() || b.is_missing()) return Cell::missing();
    const double low = a.low() + b.low();
    const double high = a.high() + b.high();
    return a.is_suppressed() || b.is_suppressed() ? Cell::suppressed(low, high) : Cell::known(low);
}

Cell quiet_figure(const tables::Table& table, const tables::Row& row, const Request& request) {
    auto sum = Cell::known(0);
    for (const auto& value : request.values) {
        const auto reading =
            tables::read_cell(row.cells[*table.column(value)], request.marks, request.kind);
        const auto* const cell = std::get_if<Cell>(&reading);
        sum = cell == nullptr ? Cell::missing() : added(sum, *cell);
    }
    return sum;
}

std::optional<double> known_figure(const tables::Table& table, const tables::Row& row,
                                   const Request& request) {
    const auto cell = quiet_figure(table, row, request);
    if (!cell.is_known()) return std::nullopt;
    return cell.value();
}

Cell part_of(const Cell& cell, double weight) {
    if (cell.is_known()) return Cell::known(cell.value() * weight);
    if (cell.is_suppressed()) return Cell::suppressed(cell.low() * weight, cell.high() * weight);
    return cell;
}

std::optional<Cell> FigureReader::read(const tables::Row& row, Of of) {
    auto sum = Cell::known(0);
    bool good = true;
    for (const auto& value : m_request.values) {
        const auto column = *m_table.column(value);
        const auto& text = row.cells[column];
        const auto reading = tables::read_cell(text, m_request.marks, m_request.kind);
        if (const auto* const bad = std::get_if<tables::Unreadable>(&reading)) {
            keep_fault(row, column, value, *bad);
            good = false;
            continue;
        }
        const auto& cell = std::get<Cell>(reading);
        if (cell.is_suppressed() && !is_declared(text, m_request.marks)) m_stated.insert(text);
        if (of == Of::ward && cell.is_known() && !is_declared(text, m_request.marks)) {
            keep_figure(row, column, value, cell.value());
        }
        sum = added(sum, cell);
    }
    if (!good) return std::nullopt;
    return sum;
}

void FigureReader::keep_figure(const tables::Row& row, std::size_t column, const std::string& name,
                               double value) {
    m_known.push_back({row.line, column, value});
    auto& percents = m_percents[column];
    auto& first =
        row.cells[column].find('%') != std::string::npos ? percents.with : percents.without;
    if (!first && value != 0) first = row.line;
    if (!m_request.lowest_rank) return;
    if (value >= 1 && value <= *m_request.lowest_rank && value == std::floor(value)) return;
    keep_fault(row, column, name,
               {fmt::format("{} is not a rank of {}", text::quoted(row.cells[column]),
                            text::number(*m_request.lowest_rank, 0)),
                fmt::format("a whole number from 1 to {}", text::number(*m_request.lowest_rank, 0)),
                "correct the cell, or set of to the number of areas ranked"});
}

Findings FigureReader::faults() const {
    auto faults = m_faults;
    for (const auto& [column, percents] : m_percents) {
        if (!percents.with || !percents.without) continue;
        faults.push_back(
            {.severity = Severity::error,
             .place = m_table.at(*percents.without, column),
             .found = fmt::format(
                 "column {} has figures with a percentage sign (line {}) and without "
                 "one (line {})",
                 text::quoted(m_table.columns[column]), *percents.with, *percents.without),
             .expected = "all of them as percentages, or none",
             .help = "give all cells of the column the same number format"});
    }
    append(faults, no_data_codes(m_known, m_table, m_request.kind == tables::FigureKind::count));
    return faults;
}

void FigureReader::keep_fault(const tables::Row& row, std::size_t column, const std::string& name,
                              const tables::Unreadable& bad) {
    m_faults.push_back(
        {.severity = Severity::error,
         .place = m_table.at(row.line, column),
         .found = fmt::format("column {}: {}", text::quoted(name), bad.found),
         .expected = bad.expected,
         .help = with_hint(m_table, bad),
         .kind = fmt::format("cells of column {} cannot be read", text::quoted(name))});
}

Findings FigureReader::notes() const {
    Findings notes;
    for (const auto& text : m_stated) {
        const auto cell = *tables::stated_interval(text, m_request.kind);
        notes.push_back(
            {.severity = Severity::note,
             .place = m_table.at(0),
             .found = fmt::format("{} is read as withheld, {} to {}", text::quoted(text),
                                  text::shortest(cell.low()), text::shortest(cell.high())),
             .help = "declare it as a mark if it means something else",
             .kind = "texts are read as withheld figures"});
    }
    return notes;
}

} // namespace wardmap::join
