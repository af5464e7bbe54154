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

double middle(const Cell& cell) {
    return (cell.low() + cell.high()) / 2;
}

double mean_of(const std::vector<Cell>& cells) {
    double sum = 0;
    std::size_t n = 0;
    for (const auto& cell : cells) {
        if (!has_figure(cell)) continue;
        sum += middle(cell);
        ++n;
    }
    return n > 0 ? sum / static_cast<double>(n) : 0;
}

struct Share {
    double low = 0;
    double high = 0;
};

/// A ward's part as an index; nothing where it lacks it.
std::optional<Share> indexed(const Component& part, std::size_t ward, double mean) {
    const auto& cell = part.cells[ward];
    if (!has_figure(cell) || mean == 0) return std::nullopt;
    const double low = 100 * cell.low() / mean;
    const double high = 100 * cell.high() / mean;
    if (part.reverse) return Share{200 - high, 200 - low};
    return Share{low, high};
}

std::vector<std::optional<std::size_t>> ranks_of(const std::vector<Cell>& cells) {
    std::vector<double> values;
    for (const auto& cell : cells) {
        if (has_figure(cell)) values.push_back(-middle(cell));
    }
    std::sort(values.begin(), values.end());
    std::vector<std::optional<std::size_t>> ranks(cells.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!has_figure(cells[i])) continue;
        const auto at = std::lower_bound(values.begin(), values.end(), -middle(cells[i]));
        ranks[i] = static_cast<std::size_t>(at - values.begin()) + 1;
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
    std::vector<double> means;
    double all_weight = 0;
    for (const auto& part : parts) {
        means.push_back(mean_of(part.cells));
        all_weight += part.weight;
    }
    std::vector<Cell> indices;
    for (std::size_t i = 0; i < parts.front().cells.size(); ++i) {
        double low = 0;
        double high = 0;
        double weight = 0;
        for (std::size_t k = 0; k < parts.size(); ++k) {
            const auto share = indexed(parts[k], i, means[k]);
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
    double part_sum = 0;
    double whole_sum = 0;
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (!has_figure(part[i]) || !has_figure(whole[i])) continue;
        part_sum += middle(part[i]);
        whole_sum += middle(whole[i]);
    }
    std::vector<Cell> quotients(part.size());
    for (std::size_t i = 0; i < part.size(); ++i) {
        if (!has_figure(part[i]) || !has_figure(whole[i])) continue;
        if (whole[i].low() <= 0 || part_sum <= 0) {
            quotients[i] = Cell::not_calculable();
            continue;
        }
        const double expected = part_sum / whole_sum;
        quotients[i] = cell_between(part[i].low() / whole[i].high() / expected,
                                    part[i].high() / whole[i].low() / expected);
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
            if (!spans[i]) spans[i] = {*ranks[i], *ranks[i]};
            spans[i]->first = std::min(spans[i]->first, *ranks[i]);
            spans[i]->second = std::max(spans[i]->second, *ranks[i]);
        }
    }
    return spans;
}

} // namespace wardmap::measures
