// SPDX-License-Identifier: MIT
#include "join/totals.h"

#include <algorithm>
#include <set>

#include "join/other_rows.h"
#include "join/reconcile.h"
#include "tables/table.h"
#include "wards/ward.h"

namespace wardmap::join {
namespace {

using Kind = RowFate::Kind;

bool each_ward_once(const Account& account) {
    std::set<std::size_t> seen;
    return std::all_of(account.rows.begin(), account.rows.end(), [&](const RowFate& row) {
        return row.kind != Kind::apportioned &&
               (row.kind != Kind::joined || seen.insert(*row.ward).second);
    });
}

/// The wards of the joined rows from a given one upwards or downwards.
std::vector<std::size_t> run_of(const Account& account, std::size_t from, int step) {
    std::vector<std::size_t> wards;
    const auto& rows = account.rows;
    for (auto i = from; i < rows.size() && rows[i].kind == Kind::joined;
         i += static_cast<std::size_t>(step)) { // below 0 it wraps to the maximum
        wards.push_back(*rows[i].ward);
    }
    std::sort(wards.begin(), wards.end());
    return wards;
}

} // namespace

Reconciliation reconcile_total(const StatedTotal& total, const Account& account,
                               const std::vector<Cell>& cells, const Request& request) {
    const auto against = [&](const std::vector<std::size_t>& wards) {
        auto result = reconcile(total.stated, cells, wards, request.rounded_to);
        result.line = total.line;
        result.key = total.key;
        return result;
    };
    auto of_all = against({});
    const bool whole = is_total(total.key, request.area);
    if ((whole && of_all.agrees) || !each_ward_once(account)) return of_all;
    const auto above = run_of(account, total.row - 1, -1);
    const auto below = run_of(account, total.row + 1, 1);
    for (const auto& wards : {above, below}) {
        if (wards.empty()) continue;
        auto part = against(wards);
        if (part.agrees) return part;
    }
    return whole || of_all.agrees || above.empty() ? of_all : against(above);
}

std::vector<KnownSum> known_sums(const std::vector<Reconciliation>& totals, std::size_t wards,
                                 double below) {
    std::vector<KnownSum> parts;
    std::set<std::vector<std::size_t>> seen;
    std::set<std::size_t> covered;
    for (const auto& total : totals) {
        const bool small = total.stated > 0 && total.stated < below;
        if (!total.agrees || small || total.wards.empty() || !seen.insert(total.wards).second)
            continue;
        parts.push_back({total.stated, total.wards, false});
        covered.insert(total.wards.begin(), total.wards.end());
    }
    for (const auto& total : totals) {
        if (!total.agrees || !total.wards.empty()) continue;
        KnownSum rest{total.stated, {}, false};
        if (parts.empty()) return {rest};
        for (const auto& part : parts) {
            rest.stated -= part.stated;
        }
        for (std::size_t ward = 0; ward < wards; ++ward) {
            if (!covered.contains(ward)) rest.wards.push_back(ward);
        }
        rest.is_rest = true;
        if (!rest.wards.empty()) parts.push_back(std::move(rest));
        return parts;
    }
    return parts;
}

void reconcile_totals(const std::vector<StatedTotal>& totals, const tables::Table& table,
                      const WardSet& wards, const Request& request, JoinResult& result) {
    auto& account = result.account;
    auto cells = result.cells; // and what a lookup moved outside
    if (account.sum_outside > 0) cells.push_back(Cell::known(account.sum_outside));
    for (const auto& stated : totals) {
        auto total = reconcile_total(stated, account, cells, request);
        append(result.findings, reconciliation_findings(total, table.at(total.line), wards));
        account.totals.push_back(std::move(total));
    }
    if (account.sum_outside > 0) return;
    for (const auto& sum : known_sums(account.totals, wards.wards.size())) {
        if (!sum.is_rest) continue;
        auto rest = reconcile(sum.stated, cells, sum.wards, request.rounded_to);
        rest.key = "remainder of the totals";
        append(result.findings, reconciliation_findings(rest, table.at(0), wards));
    }
}

} // namespace wardmap::join
