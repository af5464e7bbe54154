// SPDX-License-Identifier: MIT
#include "study/disclosure/marks_that_follow.h"

#include <algorithm>
#include <limits>
#include <string>

#include <fmt/format.h>

#include "base/text.h"
#include "disclosure/linear.h"
#include "wards/ward.h"

namespace wardmap {
namespace {

using disclosure::Range;
using disclosure::Row;
using disclosure::Sum;
using disclosure::WardCounts;

bool has_marks(const WardCounts& ward) {
    return std::any_of(ward.marks.begin(), ward.marks.end(),
                       [](const Range& mark) { return mark.high > 0; });
}

/// The possible range of a sum of atoms, from the figures.
Range range_in(const WardCounts& ward, const Sum& sum) {
    Range range;
    range.low = range.high = disclosure::value_of(sum, ward.atoms);
    for (std::size_t a = 0; a < sum.size(); ++a) {
        range.low += sum[a] * ward.marks[a].low;
        range.high += sum[a] * ward.marks[a].high;
    }
    return range;
}

/// Whether the parts add up to the whole in every ward with figures.
bool adds_up(const LinkedFigures& linked, const Sum& rest) {
    constexpr std::size_t least = 4;
    std::size_t some = 0;
    for (const auto& ward : linked.wards) {
        if (has_marks(ward)) continue;
        if (disclosure::value_of(rest, ward.atoms) != 0) return false;
        const bool is_none = std::all_of(ward.atoms.begin(), ward.atoms.end(),
                                         [](double atom) { return atom == 0; });
        if (!is_none) ++some;
    }
    return some >= least;
}

std::string in_words(const Range& range) {
    return range.is_point() ? "exactly " + text::number(range.low, 0)
                            : text::number(range.low, 0) + " to " + text::number(range.high, 0);
}

} // namespace

std::vector<Findings> marks_that_follow(const LinkedFigures& linked, const WardSet& wards) {
    const auto& counts = linked.counts;
    std::vector<Findings> found(linked.members.size());
    if (linked.members.size() < 2) return found; // totals are reconciled with their table
    std::vector<Row> always;
    for (const auto& rest : counts.rests) {
        const double most = adds_up(linked, rest) ? 0 : std::numeric_limits<double>::infinity();
        always.push_back({rest, 0, most});
    }
    for (std::size_t i = 0; i < linked.wards.size(); ++i) {
        const auto& ward = linked.wards[i];
        if (!has_marks(ward)) continue;
        auto rows = always;
        for (std::size_t k = 0; k < counts.figures.size(); ++k) {
            const auto range = range_in(ward, counts.figures[k]);
            if (!ward.is_absent[k]) rows.push_back({counts.figures[k], range.low, range.high});
        }
        for (std::size_t k = 0; k < counts.figures.size(); ++k) {
            const auto own = range_in(ward, counts.figures[k]);
            const auto left = range_of(counts.figures[k], rows);
            if (ward.is_absent[k] || own.is_point() || !left) continue;
            constexpr double slack = 1e-6;
            if (left->low <= own.low + slack && left->high >= own.high - slack) continue;
            const Range range{std::max(own.low, left->low), std::min(own.high, left->high)};
            found[k].push_back(
                {.severity = Severity::warning,
                 .found = fmt::format("the other figures of {} leave the withheld one {}, instead "
                                      "of {}",
                                      wards.wards[i].name, in_words(range), in_words(own)),
                 .help = "do not publish a whole together with its parts, or set publish_below",
                 .reveals_figures = true});
        }
    }
    return found;
}

} // namespace wardmap
