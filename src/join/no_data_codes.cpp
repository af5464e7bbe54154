// SPDX-License-Identifier: MIT
#include "join/no_data_codes.h"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "base/text.h"

namespace wardmap::join {
namespace {

/// 9, 99, 999, ... with either sign, of at most eight digits.
bool is_all_nines(double value) {
    double nines = 9;
    for (int digits = 1; digits <= 8; ++digits) {
        if (std::abs(value) == nines) return true;
        nines = 10 * nines + 9;
    }
    return false;
}

/// Statistics of the other figures in a column.
struct Others {
    std::size_t count = 0;
    bool has_negative = false;
    double farthest = 0; // from zero
};

Others others_of(double code, const std::vector<const ReadFigure*>& figures) {
    Others others;
    for (const auto* const figure : figures) {
        if (figure->value == code) continue;
        ++others.count;
        others.has_negative = others.has_negative || figure->value < 0;
        others.farthest = std::max(others.farthest, std::abs(figure->value));
    }
    return others;
}

bool is_no_figure(double code, const Others& others, double least_code) {
    constexpr std::size_t fewest = 3;
    constexpr double times = 10;
    if (others.count < fewest) return false;
    const bool far = std::abs(code) >= least_code && std::abs(code) > times * others.farthest;
    return far || (code < 0 && !others.has_negative);
}

} // namespace

Findings no_data_codes(const std::vector<ReadFigure>& figures, const tables::Table& table,
                       bool are_counts) {
    const double least_code = are_counts ? 9999 : 999; // 99 is a figure
    std::map<std::size_t, std::vector<const ReadFigure*>> columns;
    std::map<std::pair<std::size_t, double>, std::vector<const ReadFigure*>> codes;
    for (const auto& figure : figures) {
        columns[figure.column].push_back(&figure);
        if (is_all_nines(figure.value)) codes[{figure.column, figure.value}].push_back(&figure);
    }
    Findings faults;
    for (const auto& [code, rows] : codes) {
        const auto& [column, value] = code;
        if (!is_no_figure(value, others_of(value, columns[column]), least_code)) continue;
        const auto text = text::shortest(value);
        faults.push_back(
            {.severity = Severity::error,
             .place = table.at(rows.front()->line, column),
             .found = fmt::format("column {}: {} ({}) looks like a code for no data",
                                  text::quoted(table.columns[column]), text,
                                  text::with_count(rows.size(), "row")),
             .expected = "figures like the others",
             .help = fmt::format("suppression = {{ marks = {{ \"{}\" = \"missing\" }} }}", text)});
    }
    return faults;
}

} // namespace wardmap::join
