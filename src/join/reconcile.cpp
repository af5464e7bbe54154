// SPDX-License-Identifier: MIT
#include "join/reconcile.h"

#include <algorithm>
#include <numeric>

#include <fmt/format.h>

#include "base/text.h"
#include "wards/ward.h"

namespace wardmap::join {
namespace {

std::string figure(double value) {
    return text::number(value, value == static_cast<double>(static_cast<long long>(value)) ? 0 : 2);
}

std::string interval(double low, double high) {
    return low == high ? figure(low) : figure(low) + " to " + figure(high);
}

/// "each is 2 to 4", or each by name if they differ.
std::string narrowed_text(const Reconciliation& total, const std::vector<Ward>& wards) {
    const auto& first = total.narrowed.front();
    const bool same = std::all_of(total.narrowed.begin(), total.narrowed.end(), [&](const auto& n) {
        return n.low == first.low && n.high == first.high;
    });
    if (same) return "each is " + interval(first.low, first.high);
    std::vector<std::string> parts;
    for (const auto& n : total.narrowed) {
        parts.push_back(wards[n.ward].name + " is " + interval(n.low, n.high));
    }
    return text::list(parts);
}

} // namespace

Reconciliation reconcile(double stated, const std::vector<Cell>& cells,
                         const std::vector<std::size_t>& wards, double rounded_to) {
    Reconciliation total;
    total.stated = stated;
    total.wards = wards;
    auto places = wards;
    if (places.empty()) {
        places.resize(cells.size());
        std::iota(places.begin(), places.end(), std::size_t{0});
    }
    double known = 0;
    for (const auto place : places) {
        const auto& cell = cells[place];
        if (cell.is_known()) ++known;
        if (cell.is_known()) total.sum_known += cell.value();
        if (cell.is_suppressed()) ++total.suppressed;
        if (cell.is_missing()) ++total.missing;
        if (cell.is_known() || cell.is_suppressed()) {
            total.sum_low += cell.low();
            total.sum_high += cell.high();
        }
    }
    const double rounding = 1e-6 + rounded_to / 2 * (known + 1);
    total.agrees = stated >= total.sum_low - rounding && stated <= total.sum_high + rounding;
    if (rounded_to > 0) return total; // discloses nothing
    for (const auto i : places) {
        if (!total.agrees || !cells[i].is_suppressed()) continue;
        const double others_high = total.sum_high - cells[i].high();
        const double others_low = total.sum_low - cells[i].low();
        total.narrowed.push_back({i, std::max(cells[i].low(), stated - others_high),
                                  std::min(cells[i].high(), stated - others_low)});
    }
    return total;
}

Findings reconciliation_findings(const Reconciliation& total, const Place& place,
                                 const WardSet& set) {
    const auto& wards = set.wards;
    if (!total.agrees) {
        return {{.severity = Severity::warning,
                 .place = place,
                 .found = fmt::format("the total {} ({}) is not the sum of its parts, {}",
                                      figure(total.stated), total.key,
                                      interval(total.sum_low, total.sum_high)),
                 .expected = "a total that its parts can make up",
                 .help = "look for a missing or mistyped row",
                 .reveals_figures = true}};
    }
    if (total.suppressed == 0 || total.narrowed.empty()) return {};
    std::vector<std::string> names;
    for (const auto& n : total.narrowed) {
        names.push_back(wards[n.ward].name);
    }
    std::sort(names.begin(), names.end());
    const std::string one_or_more =
        names.size() == 1 ? fmt::format("the suppressed {} ({}) is exactly {}", set.noun.singular,
                                        names.front(), figure(total.residual()))
                          : fmt::format("the {} suppressed {} ({}) share exactly {}, so {}",
                                        names.size(), set.noun.plural, text::list(names),
                                        figure(total.residual()), narrowed_text(total, wards));
    const std::string if_none =
        total.missing == 0
            ? ""
            : fmt::format(" (if the {} without a figure had none)",
                          text::with_count(total.missing, set.noun.singular, set.noun.plural));
    return {{.severity = Severity::warning,
             .place = place,
             .found = fmt::format("the total {} ({}) leaves {} for the withheld figures: {}{}",
                                  figure(total.stated), total.key, figure(total.residual()),
                                  one_or_more, if_none),
             .help = "do not publish the total together with the other figures",
             .reveals_figures = true}};
}

} // namespace wardmap::join
