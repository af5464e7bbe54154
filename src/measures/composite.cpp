// SPDX-License-Identifier: MIT
#include "measures/composite.h"

#include <algorithm>
#include <cmath>

namespace wardmap::measures {
namespace {

bool has_figure(const Cell& cell) {
    return cell.is_known() || cell.is_suppressed();
}

Cell cell_between(double low, double high) {
    return low < high ? Cell::suppressed(low, high) : Cell::known(low);
}

struct Range {
    double low = 0;
    double high = 0;
};

/// The sum of all wards' figures, and the number of wards with one.
struct Total {
    Range sum;
    double wards = 0;

    /// The sum of all but this one.
    [[nodiscard]] Range without(const Cell& cell) const {
        return {sum.low - cell.low(), sum.high - cell.high()};
    }
};

Total total_of(const std::vector<Cell>& cells) {
    Total total;
    for (const auto& cell : cells) {
        if (!has_figure(cell)) continue;
        total.sum.low += cell.low();
        total.sum.high += cell.high();
        ++total.wards;
    }
    return total;
}

/// A ward's part as an index of the mean, n x / (x + others): monotone in each, so that its
/// extremes are at the corners. Nothing if the ward lacks the part, or the mean may be 0 or less.
std::optional<Range> indexed(const Component& part, std::size_t ward, const Total& total) {
    const auto& cell = part.cells[ward];
    if (!has_figure(cell)) return std::nullopt;
    const auto others = total.without(cell);
    std::optional<Range> range;
    for (const double x : {cell.low(), cell.high()}) {
        for (const double rest : {others.low, others.high}) {
            if (x + rest <= 0) return std::nullopt;
            const double index = 100 * total.wards * x / (x + rest);
            if (!range) range = Range{index, index};
            range->low = std::min(range->low, index);
            range->high = std::max(range->high, index);
        }
    }
    return part.reverse ? Range{200 - range->high, 200 - range->low} : *range;
}

using Span = std::pair<std::size_t, std::size_t>;

/// The best and worst rank possible with interval figures, 1 = highest.
std::vector<std::optional<Span>> ranks_of(const std::vector<Cell>& cells) {
    std::vector<double> low;
    std::vector<double> high;
    for (const auto& cell : cells) {
        if (!has_figure(cell)) continue;
        low.push_back(cell.low());
        high.push_back(cell.high());
    }
    std::sort(low.begin(), low.end());
    std::sort(high.begin(), high.end());
    const auto above = [](const std::vector<double>& sorted, double x) {
        return static_cast<std::size_t>(sorted.end() -
                                        std::upper_bound(sorted.begin(), sorted.end(), x));
    };
    std::vector<std::optional<Span>> ranks(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!has_figure(cells[i])) continue;
        // Its own high end is above its own low end, unless they are equal.
        const std::size_t itself = cells[i].high() > cells[i].low() ? 1 : 0;
        ranks[i] = Span{above(low, cells[i].high()) + 1, above(high, cells[i].low()) + 1 - itself};
    }
    return ranks;
}

} // namespace

std::vector<Cell> weighted_sums(const std::vector<Component>& parts) {
    std::vector<Cell> sums;
    for (std::size_t i = 0; i < parts.front().cells.size(); ++i) {
        double low = 0;
        double high = 0;
        bool complete = true;
        for (const auto& part : parts) {
            complete = complete && has_figure(part.cells[i]);
            low += part.weight * part.cells[i].low();
            high += part.weight * part.cells[i].high();
        }
        sums.push_back(complete ? cell_between(low, high) : Cell::missing());
    }
    return sums;
}

std::vector<Cell> index_of_means(const std::vector<Component>& parts, MissingPartPolicy lacking) {
    std::vector<Total> totals;
    double all_weight = 0;
    for (const auto& part : parts) {
        totals.push_back(total_of(part.cells));
        all_weight += part.weight;
    }
    std::vector<Cell> indices;
    for (std::size_t i = 0; i < parts.front().cells.size(); ++i) {
        double low = 0;
        double high = 0;
        double weight = 0;
        for (std::size_t k = 0; k < parts.size(); ++k) {
            const auto share = indexed(parts[k], i, totals[k]);
            if (!share) continue;
            low += parts[k].weight * share->low;
            high += parts[k].weight * share->high;
            weight += parts[k].weight;
        }
        const bool enough =
            lacking == MissingPartPolicy::missing ? weight == all_weight : weight >= all_weight / 2;
        indices.push_back(enough && weight > 0 ? cell_between(low / weight, high / weight)
                                               : Cell::missing());
    }
    return indices;
}

std::vector<Cell> location_quotients(const std::vector<Cell>& part,
                                     const std::vector<Cell>& whole) {
    // Over the wards with both.
    std::vector<Cell> parts(part.size());
    std::vector<Cell> wholes(part.size());
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (!has_figure(part[i]) || !has_figure(whole[i])) continue;
        parts[i] = part[i];
        wholes[i] = whole[i];
    }
    const auto all_parts = total_of(parts);
    const auto all_wholes = total_of(wholes);
    std::vector<Cell> quotients(part.size());
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (!has_figure(parts[i])) continue;
        if (wholes[i].low() <= 0 || all_parts.sum.high <= 0) {
            quotients[i] = Cell::not_calculable();
            continue;
        }
        // p (w + W) / (w (p + P)) rises with the ward's part and the others' whole, and falls with
        // the ward's whole and the others' part.
        const auto other_parts = all_parts.without(parts[i]);
        const auto other_wholes = all_wholes.without(wholes[i]);
        const auto quotient = [](double p, double w, double other_p, double other_w) {
            return p > 0 ? p * (w + other_w) / (w * (p + other_p)) : 0;
        };
        quotients[i] = cell_between(
            quotient(parts[i].low(), wholes[i].high(), other_parts.high, other_wholes.low),
            quotient(parts[i].high(), wholes[i].low(), other_parts.low, other_wholes.high));
    }
    return quotients;
}

std::vector<Cell> percent_changes(const std::vector<std::optional<Change>>& changes) {
    std::vector<Cell> cells;
    for (const auto& change : changes) {
        cells.push_back(
            !change ? Cell::missing()
            : std::isinf(change->ratio_high)
                ? Cell::not_calculable()
                : cell_between(100 * (change->ratio_low - 1), 100 * (change->ratio_high - 1)));
    }
    return cells;
}

std::vector<std::optional<std::pair<std::size_t, std::size_t>>>
ranks_leaving_one_out(const std::vector<Component>& parts, MissingPartPolicy lacking) {
    std::vector<std::optional<std::pair<std::size_t, std::size_t>>> spans(
        parts.front().cells.size());
    for (std::size_t left_out = 0; left_out < parts.size(); ++left_out) {
        std::vector<Component> others;
        for (std::size_t k = 0; k < parts.size(); ++k) {
            if (k != left_out) others.push_back(parts[k]);
        }
        const auto ranks = ranks_of(index_of_means(others, lacking));
        for (std::size_t i = 0; i < ranks.size(); ++i) {
            if (!ranks[i]) continue;
            if (!spans[i]) spans[i] = ranks[i];
            spans[i]->first = std::min(spans[i]->first, ranks[i]->first);
            spans[i]->second = std::max(spans[i]->second, ranks[i]->second);
        }
    }
    return spans;
}

} // namespace wardmap::measures
