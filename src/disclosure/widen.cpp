// SPDX-License-Identifier: MIT
#include "disclosure/widen.h"

#include <algorithm>
#include <cstddef>
#include <tuple>

namespace wardmap::disclosure {
namespace {

constexpr std::size_t most_tries = 12;

/// Those that can be widened, the least loss first.
std::vector<std::size_t> candidates(const std::vector<Figure>& figures) {
    std::vector<std::size_t> list;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        if (can_widen(figures[i])) list.push_back(i);
    }
    const auto loss = [&figures](std::size_t i) {
        const auto& figure = figures[i];
        const double value = figure.truth.value();
        return std::make_tuple(figure.steps, value == 0, value, i);
    };
    std::sort(list.begin(), list.end(),
              [&](std::size_t a, std::size_t b) { return loss(a) < loss(b); });
    return list;
}

} // namespace

bool widen_until_safe(std::vector<Figure>& figures, const Rule& rule, Why why,
                      const Shortfall& shortfall) {
    double before = shortfall(figures);
    while (before > 0) {
        const auto list = candidates(figures);
        if (list.empty()) return false;
        std::size_t taken = list.front();
        for (std::size_t k = 0; k < std::min(most_tries, list.size()); ++k) {
            const Figure kept = figures[list[k]];
            widen(figures[list[k]], rule, why);
            const bool helps = shortfall(figures) < before;
            figures[list[k]] = kept;
            if (!helps) continue;
            taken = list[k];
            break;
        }
        widen(figures[taken], rule, why);
        before = shortfall(figures);
    }
    return true;
}

} // namespace wardmap::disclosure
