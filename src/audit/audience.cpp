// SPDX-License-Identifier: MIT
#include "audit/audience.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "base/text.h"
#include "join/reconcile.h"
#include "study/disclosure/disclose.h"
#include "study/run_study.h"

namespace wardmap::audit {
namespace {

/// Of a total only which line it is and whether it agrees.
join::Reconciliation redacted(const join::Reconciliation& total, const std::vector<Cell>& figures) {
    auto told = join::reconcile(0, figures, total.wards);
    told.line = total.line;
    told.key = total.key;
    told.agrees = total.agrees;
    told.narrowed.clear();
    told.redacted = true;
    return told;
}

Findings without_figures(const Findings& findings, bool hides) {
    Findings told;
    std::size_t left_out = 0;
    for (const auto& finding : findings) {
        hides&& finding.reveals_figures ? void(++left_out) : told.push_back(finding);
    }
    if (left_out > 0) {
        told.push_back({Severity::note,
                        {},
                        fmt::format("{} not published because {} would reveal withheld figures; "
                                    "run wardmap check to see {}",
                                    text::with_count(left_out, "finding is", "findings are"),
                                    left_out == 1 ? "it" : "they", left_out == 1 ? "it" : "them"),
                        "",
                        "",
                        ""});
    }
    return told;
}

void hide(join::Account& told, const std::vector<Cell>& figures, const Disclosure& disclosure,
          bool alone) {
    const bool rule = disclosure.rule.is_on();
    const auto totals = told.totals;
    for (auto& total : told.totals) {
        if (!may_be_told(total, totals, figures, disclosure, alone))
            total = redacted(total, figures);
    }
    if (!rule) return;
    told.sum_before = 0;
    told.wards_suppressed = 0;
    for (const auto& cell : figures) {
        if (cell.is_known()) told.sum_before += cell.value();
        if (cell.is_suppressed()) ++told.wards_suppressed;
    }
    told.sum_after = told.sum_before;
    if (!alone) {
        told.redacted = true;
        told.sum_before = told.sum_after = 0;
    }
    told.sum_outside = 0;
    for (auto& aside : told.asides) {
        if (aside.kind != tables::NonDataLine::Kind::blank) aside.text = "(not published)";
    }
}

} // namespace

bool hides_something(const std::vector<Cell>& figures, const Disclosure& disclosure) {
    return disclosure.rule.is_on() ||
           std::any_of(figures.begin(), figures.end(),
                       [](const Cell& cell) { return cell.is_suppressed(); });
}

join::Account account_for_audience(Audience readers, const DenominatorResult& denominator) {
    auto account = denominator.account;
    if (readers == Audience::everyone) {
        hide(account, denominator.cells, denominator.disclosure, true);
    }
    return account;
}

std::vector<join::Account> accounts_for(Audience readers, const CategoryResult& category) {
    std::vector<join::Account> accounts = {category.account};
    accounts.insert(accounts.end(), category.plus.begin(), category.plus.end());
    if (readers == Audience::analyst) return accounts;
    for (auto& account : accounts) {
        hide(account, category.figures, category.disclosure, category.plus.empty());
    }
    return accounts;
}

Findings findings_for(Audience readers, const Study& study) {
    if (readers == Audience::analyst) return all_findings(study);
    Study told; // its findings only
    bool any = false;
    for (const auto& denominator : study.denominators) {
        any = any || hides_something(denominator.cells, denominator.disclosure);
    }
    for (const auto& category : study.categories) {
        const bool hides = hides_something(category.figures, category.disclosure);
        any = any || hides;
        told.categories.emplace_back().findings = without_figures(category.findings, hides);
    }
    told.findings = without_figures(study.findings, any);
    return all_findings(told);
}

std::string public_path(const std::string& path) {
    const bool drive =
        path.size() > 1 && std::isalpha(static_cast<unsigned char>(path[0])) != 0 && path[1] == ':';
    const bool absolute = drive || path.starts_with('/') || path.starts_with('\\');
    if (absolute) return path.substr(path.find_last_of("/\\") + 1);
    const auto scheme = path.find(':');
    const bool connection = scheme != std::string::npos &&
                            std::all_of(path.begin(), path.begin() + static_cast<long>(scheme),
                                        [](unsigned char c) { return std::isalnum(c) != 0; });
    return connection ? path.substr(0, scheme + 1) + "…" : path;
}

} // namespace wardmap::audit
