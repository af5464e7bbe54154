// SPDX-License-Identifier: MIT
#include "join/lookup.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "join/fold_name.h"
#include "tables/read_cell.h"

namespace wardmap::join {
namespace {

Finding fault(Place place, std::string found, std::string expected, std::string help) {
    return {.severity = Severity::error,
            .place = std::move(place),
            .found = std::move(found),
            .expected = std::move(expected),
            .help = std::move(help)};
}

double weight_of(const tables::Table& table, const tables::Row& row, const std::string& column,
                 Findings& faults) {
    if (column.empty()) return 1;
    const auto at = *table.column(column);
    const auto reading = tables::read_cell(row.cells[at], {}, tables::FigureKind::number);
    const auto* const cell = std::get_if<Cell>(&reading);
    if (cell != nullptr && cell->is_known() && cell->value() >= 0) return cell->value();
    faults.push_back(fault(table.at(row.line, at),
                           fmt::format("the weight {} is not a share", text::quoted(row.cells[at])),
                           "a part of 1, or of 100", ""));
    return 0;
}

/// An old area as first named in the table.
struct OldArea {
    std::string name;
    Place place;
};

/// Normalises weights to parts of 1.
void settle(const OldArea& from, bool has_weights, std::vector<Lookup::Share>& shares,
            Findings& faults) {
    constexpr double slack = 0.01;
    if (!has_weights) {
        if (shares.size() == 1) return;
        faults.push_back(fault(
            from.place, fmt::format("{} became {} areas", text::quoted(from.name), shares.size()),
            "the share that goes to each", "[lookup] weight = \"column with the shares\""));
        return;
    }
    double sum = 0;
    for (const auto& share : shares) {
        sum += share.weight;
    }
    const double whole = sum > 50 ? 100 : 1;
    if (std::abs(sum / whole - 1) > slack) {
        faults.push_back(fault(from.place,
                               fmt::format("the weights of {} add up to {}",
                                           text::quoted(from.name), text::shortest(sum)),
                               "1, or 100: the whole of the old area",
                               "add the missing parts, also those outside the boundaries"));
    }
    for (auto& share : shares) {
        share.weight /= whole;
    }
}

} // namespace

Lookup make_lookup(const tables::Table& table, const std::string& from, const std::string& to,
                   const std::string& weight) {
    Lookup lookup;
    lookup.file = table.file;
    Findings faults;
    std::map<std::string, OldArea> first; // by the folded name
    for (const auto& row : table.rows) {
        const auto& old_ward = row.cells[*table.column(from)];
        const auto& new_ward = row.cells[*table.column(to)];
        if (old_ward.empty() || new_ward.empty()) continue;
        const auto key = fold_name(old_ward);
        first.try_emplace(key, OldArea{old_ward, table.at(row.line)});
        auto& shares = lookup.shares[key];
        const auto same = std::find_if(shares.begin(), shares.end(), [&](const auto& s) {
            return fold_name(s.to) == fold_name(new_ward);
        });
        const double share = weight_of(table, row, weight, faults);
        if (same == shares.end()) {
            shares.push_back({new_ward, share});
        } else if (!weight.empty()) {
            same->weight += share;
        }
    }
    for (auto& [key, shares] : lookup.shares) {
        settle(first[key], !weight.empty(), shares, faults);
    }
    stop_on_errors(faults);
    return lookup;
}

} // namespace wardmap::join
