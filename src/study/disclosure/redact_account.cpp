// SPDX-License-Identifier: MIT
#include "study/disclosure/redact_account.h"

#include <algorithm>

#include "join/reconcile.h"

namespace wardmap {
namespace {

/// Whether a total can be published, because it narrows no suppressed figure.
bool is_publishable(const join::Reconciliation& total,
                    const std::vector<join::Reconciliation>& totals,
                    const std::vector<Cell>& figures, const Disclosure& disclosure, bool alone) {
    if (disclosure.rule.is_on()) return false;
    const bool parts = std::any_of(totals.begin(), totals.end(),
                                   [](const auto& t) { return t.agrees && !t.wards.empty(); });
    const bool withheld = std::any_of(figures.begin(), figures.end(),
                                      [](const Cell& cell) { return cell.is_suppressed(); });
    if (parts && withheld) return false; // their differences may reveal more than each alone
    if (!alone) return total.narrowed.empty();
    return std::all_of(total.narrowed.begin(), total.narrowed.end(), [&](const auto& left) {
        const auto& cell = figures[left.ward];
        return left.low <= cell.low() && left.high >= cell.high();
    });
}

/// A total reduced to its line and whether it agrees.
join::Reconciliation redacted(const join::Reconciliation& total, const std::vector<Cell>& figures) {
    auto kept = join::reconcile(0, figures, total.wards);
    kept.line = total.line;
    kept.key = total.key;
    kept.agrees = total.agrees;
    kept.narrowed.clear();
    kept.redacted = true;
    return kept;
}

} // namespace

join::Account redact_account(join::Account account, const std::vector<Cell>& figures,
                             const Disclosure& disclosure, bool alone) {
    const bool rule = disclosure.rule.is_on();
    const auto totals = account.totals;
    for (auto& total : account.totals) {
        if (!is_publishable(total, totals, figures, disclosure, alone))
            total = redacted(total, figures);
    }
    if (!rule) return account;
    account.sum_before = 0;
    account.wards_suppressed = 0;
    for (const auto& cell : figures) {
        if (cell.is_known()) account.sum_before += cell.value();
        if (cell.is_suppressed()) ++account.wards_suppressed;
    }
    account.sum_after = account.sum_before;
    if (!alone) {
        account.redacted = true;
        account.sum_before = account.sum_after = 0;
    }
    account.sum_outside = 0;
    for (auto& aside : account.asides) {
        if (aside.kind != tables::NonDataLine::Kind::blank) aside.text = "(not published)";
    }
    return account;
}

} // namespace wardmap
