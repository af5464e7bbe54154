// SPDX-License-Identifier: MIT
#include "audit/audience.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "base/text.h"
#include "study/run_study.h"

namespace wardmap::audit {
namespace {

Findings without_figures(const Findings& findings, bool hides) {
    Findings reported;
    std::size_t left_out = 0;
    for (const auto& finding : findings) {
        hides&& finding.reveals_figures ? void(++left_out) : reported.push_back(finding);
    }
    if (left_out > 0) {
        reported.push_back(
            {.severity = Severity::note,
             .found = fmt::format("{} not published because {} would reveal withheld figures; "
                                  "run wardmap check to see {}",
                                  text::with_count(left_out, "finding is", "findings are"),
                                  left_out == 1 ? "it" : "they", left_out == 1 ? "it" : "them")});
    }
    return reported;
}

} // namespace

bool hides_something(const std::vector<Cell>& figures, const Disclosure& disclosure) {
    return disclosure.rule.is_on() ||
           std::any_of(figures.begin(), figures.end(),
                       [](const Cell& cell) { return cell.is_suppressed(); });
}

const join::Account& AccountReader::account_for_audience(Audience audience, const Study& study,
                                                         const DenominatorResult& denominator) {
    if (audience == Audience::everyone) return denominator.account;
    const auto found = study.accounts.m_denominators.find(denominator.spec.id);
    return found == study.accounts.m_denominators.end() ? denominator.account
                                                        : found->second.front();
}

const std::vector<join::Account>& AccountReader::accounts_for(Audience audience, const Study& study,
                                                              const CategoryResult& category) {
    if (audience == Audience::everyone) return category.accounts;
    const auto found = study.accounts.m_categories.find(category.spec.id);
    return found == study.accounts.m_categories.end() ? category.accounts : found->second;
}

Findings findings_for(Audience readers, const Study& study) {
    if (readers == Audience::analyst) return all_findings(study);
    Study reported; // its findings only
    bool any = false;
    for (const auto& denominator : study.denominators) {
        any = any || hides_something(denominator.cells, denominator.disclosure);
    }
    for (const auto& category : study.categories) {
        const bool hides = hides_something(category.figures, category.disclosure);
        any = any || hides;
        reported.categories.emplace_back().findings = without_figures(category.findings, hides);
    }
    reported.findings = without_figures(study.findings, any);
    return all_findings(reported);
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
