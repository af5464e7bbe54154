// SPDX-License-Identifier: MIT
#include "disclosure/links.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include "disclosure/linear.h"
#include "disclosure/widen.h"

namespace wardmap::disclosure {
namespace {

/// A sum of elements that must be possible to be taken for so many whole numbers.
struct Guarded {
    const std::vector<double>* sum;
    double keeps = 1;
};

/// What is known of the elements: by the readers, or by who has the figures as they are.
std::vector<Row> rows_of(const Links& links, const std::vector<Figure>& figures, bool readers) {
    std::vector<Row> rows;
    for (std::size_t k = 0; k < figures.size(); ++k) {
        const auto& figure = figures[k];
        if (!std::isfinite(figure.high)) continue;
        rows.push_back({links.figures[k], readers ? figure.low : figure.truth.low(),
                        readers ? figure.high : figure.truth.high()});
    }
    for (const auto& relation : links.not_above_0) {
        rows.push_back({relation, -std::numeric_limits<double>::infinity(), 0});
    }
    return rows;
}

std::vector<Guarded> guarded(const Links& links, const std::vector<Figure>& figures,
                             const Rule& rule) {
    std::vector<Guarded> list;
    for (std::size_t k = 0; k < figures.size(); ++k) {
        if (figures[k].shown.is_suppressed() && figures[k].keeps > 1) {
            list.push_back({&links.figures[k], figures[k].keeps});
        }
    }
    if (rule.below <= 0) return list;
    const auto rows = rows_of(links, figures, false);
    for (const auto& difference : links.differences) {
        const auto truth = range_of(difference, rows);
        const bool small = truth && truth->low > 0 && truth->high < rule.below;
        if (small) list.push_back({&difference, rule.below - 1});
    }
    return list;
}

} // namespace

bool protect_links(const Links& links, std::vector<Figure>& figures, const Rule& rule) {
    const auto list = guarded(links, figures, rule);
    if (list.empty()) return true;
    const auto before = figures;
    const auto missing = [&](const std::vector<Figure>& shown) {
        const auto rows = rows_of(links, shown, true);
        double sum_of_missing = 0;
        for (const auto& guard : list) {
            const auto range = range_of(*guard.sum, rows);
            if (!range) continue; // the tables contradict each other
            sum_of_missing += std::max(0.0, guard.keeps - whole_numbers(range->low, range->high));
        }
        return sum_of_missing;
    };
    const bool safe = widen_until_safe(figures, rule, Why::linked, missing);
    for (std::size_t k = 0; k < figures.size(); ++k) {
        auto& figure = figures[k];
        if (figure.steps > before[k].steps) figure.keeps = whole_numbers(figure.low, figure.high);
    }
    return safe;
}

void narrow(const Links& links, std::vector<Figure>& figures) {
    const auto rows = rows_of(links, figures, true);
    for (std::size_t k = 0; k < figures.size(); ++k) {
        if (!figures[k].shown.is_suppressed()) continue;
        const auto range = range_of(links.figures[k], rows);
        if (!range) continue;
        figures[k].low = std::max(figures[k].low, range->low);
        figures[k].high = std::min(figures[k].high, range->high);
    }
}

} // namespace wardmap::disclosure
