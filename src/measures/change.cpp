// SPDX-License-Identifier: MIT
#include "measures/change.h"

#include <algorithm>
#include <limits>

#include <boost/math/special_functions/beta.hpp>

namespace wardmap::measures {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

struct Counts {
    double earlier = 0;
    double later = 0;
};

/// The later count's share of both, and the ratio of rates that it means.
class Pair {
public:
    Pair(double earlier_exposure, double later_exposure)
        : m_share(later_exposure / (earlier_exposure + later_exposure)),
          m_odds(earlier_exposure / later_exposure) {}

    [[nodiscard]] double ratio(Counts c) const {
        return c.earlier > 0 ? c.later / c.earlier * m_odds : infinite;
    }

    [[nodiscard]] double p(Counts c) const {
        return binomial_two_sided(c.later, c.earlier + c.later, m_share);
    }

    [[nodiscard]] Interval limits(Counts c) const {
        constexpr double tail = 0.025;
        const double n = c.earlier + c.later;
        if (n <= 0) return {0, infinite};
        const double low = c.later > 0 ? boost::math::ibeta_inv(c.later, c.earlier + 1, tail) : 0.0;
        const double high =
            c.earlier > 0 ? boost::math::ibeta_inv(c.later + 1, c.earlier, 1 - tail) : 1.0;
        const auto as_ratio = [this](double share) {
            return share < 1 ? share / (1 - share) * m_odds : infinite;
        };
        return {as_ratio(low), as_ratio(high)};
    }

    /// The pair of counts within the intervals whose rates are most alike.
    [[nodiscard]] Counts least_apart(const Cell& earlier, const Cell& later) const {
        // Rates are alike where later = earlier / m_odds.
        const double at = std::clamp(earlier.low() / m_odds, later.low(), later.high());
        const double back = std::clamp(at * m_odds, earlier.low(), earlier.high());
        return {back, std::clamp(back / m_odds, later.low(), later.high())};
    }

private:
    double m_share;
    double m_odds;
};

std::optional<Change> change_of(const Cell& earlier, const Cell& later, const Pair& pair) {
    const auto has_figure = [](const Cell& cell) {
        return cell.is_known() || cell.is_suppressed();
    };
    if (!has_figure(earlier) || !has_figure(later)) return std::nullopt;
    if (earlier.high() + later.high() <= 0) return std::nullopt;
    const Counts fell{earlier.high(), later.low()};
    const Counts rose{earlier.low(), later.high()};
    Change change;
    change.ratio_low = pair.ratio(fell);
    change.ratio_high = pair.ratio(rose);
    change.ratio_95 = {pair.limits(fell).low, pair.limits(rose).high};
    change.p = pair.p(pair.least_apart(earlier, later));
    change.p_far = std::min(pair.p(fell), pair.p(rose));
    return change;
}

} // namespace

double binomial_two_sided(double count, double n, double p) {
    const double at_most = binomial_lower(count, n, p);
    const double at_least = count > 0 ? 1 - binomial_lower(count - 1, n, p) : 1;
    return std::min(1.0, 2 * std::min(at_most, at_least));
}

std::vector<std::optional<Change>> changes(const std::vector<Cell>& earlier,
                                           const std::vector<Cell>& earlier_exposure,
                                           const std::vector<Cell>& later,
                                           const std::vector<Cell>& later_exposure) {
    std::vector<std::optional<Change>> result(earlier.size());
    for (std::size_t i = 0; i < earlier.size(); ++i) {
        const auto& before = earlier_exposure[i];
        const auto& after = later_exposure[i];
        const bool exposed =
            before.is_known() && after.is_known() && before.value() > 0 && after.value() > 0;
        if (exposed) {
            result[i] = change_of(earlier[i], later[i], {before.value(), after.value()});
        }
    }
    return result;
}

} // namespace wardmap::measures
