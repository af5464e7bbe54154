// SPDX-License-Identifier: MIT
#include "disclosure/publish_wards.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "disclosure/cells.h"

namespace wardmap::disclosure {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// What remains of the total of one coordinate.
struct Left {
    bool is_known = true;
    double most = 0;   // of the wards held back, and of the suppressed parts of the others
    double spread = 0; // of the suppressed parts of the others
    double widest = 0; // the largest spread of one of them
};

/// One region.
class Totals {
public:
    Totals(const LinkedCounts& counts, const std::vector<WardCounts>& truths, const Region& region,
           const Rule& rule, WardsShown& shown, const std::vector<WardShown>& alone)
        : m_counts(counts), m_truths(truths), m_region(region), m_rule(rule), m_shown(shown),
          m_alone(alone), m_sums(coordinates(counts)) {}

    void run() {
        for (const auto& sum : m_sums) {
            auto& left = m_left.emplace_back();
            for (const auto ward : m_region.wards) {
                left.most += value_of(sum, m_truths[ward].atoms);
            }
            const bool follows = m_region.is_rest || m_left.size() <= m_counts.rests.size();
            left.is_known = follows || left.most == 0 || left.most >= m_rule.below;
        }
        for (const auto ward : m_region.wards) {
            const bool is_shown =
                m_held.empty() && ward != m_region.wards.back() && is_enough_without(ward);
            is_shown ? take(ward) : m_held.push_back(ward);
        }
        m_shown.all_held =
            m_shown.all_held || (m_held.size() == m_region.wards.size() && !nothing_is_known());
        m_held.size() == 1 ? show_last() : hold();
    }

private:
    [[nodiscard]] bool nothing_is_known() const {
        return std::all_of(m_left.begin(), m_left.end(),
                           [](const Left& left) { return left.most == 0 || !left.is_known; });
    }

    /// A coordinate after one more ward is shown.
    [[nodiscard]] Left without(const Left& left, const Range& shown) const {
        if (left.most == 0 || !left.is_known) return left;
        const double width = shown.high - shown.low;
        return {true, left.most - shown.low, left.spread + width, std::max(left.widest, width)};
    }

    /// Holds for any true counts of the ward, given what would be shown of it. A single count can
    /// be at its lowest in all wards but one, which two held-back wards make up for; linked counts
    /// cannot, and no ward must become small.
    [[nodiscard]] bool is_enough_without(std::size_t ward) const {
        const auto& shown = m_alone[ward].coordinates;
        const bool two_are_left = ward != m_region.wards[m_region.wards.size() - 2];
        for (std::size_t c = 0; c < m_left.size(); ++c) {
            if (m_left[c].most == 0 || !m_left[c].is_known) continue;
            const auto left = without(m_left[c], shown[c]);
            const double needed = m_sums.size() == 1 && two_are_left ? left.widest : left.spread;
            if (left.most - needed < m_rule.below) return false;
        }
        return true;
    }

    void take(std::size_t ward) {
        const auto& shown = m_alone[ward].coordinates;
        for (std::size_t c = 0; c < m_left.size(); ++c) {
            m_left[c] = without(m_left[c], shown[c]);
        }
    }

    /// Range of a figure over all held-back wards together; the atoms are the last coordinates.
    [[nodiscard]] Range left_of(const Sum& figure) const {
        const std::size_t first = m_sums.size() - m_counts.atoms;
        Range range;
        for (std::size_t a = 0; a < m_counts.atoms; ++a) {
            const auto& left = m_left[first + a];
            if (figure[a] > 0 && !left.is_known) return {0, infinite};
            range.low += figure[a] * (left.most - left.spread);
            range.high += figure[a] * left.most;
        }
        return range;
    }

    void hold() {
        for (const auto ward : m_held) {
            m_shown.is_held[ward] = true;
            for (std::size_t k = 0; k < m_counts.figures.size(); ++k) {
                const double most = left_of(m_counts.figures[k]).high;
                show(ward, k, {0, std::max(most, m_rule.below - 1)});
            }
        }
    }

    void show_last() {
        const auto ward = m_held.front();
        for (std::size_t k = 0; k < m_counts.figures.size(); ++k) {
            const auto range = left_of(m_counts.figures[k]);
            const bool is_alone = m_counts.figures.size() == 1 && m_counts.rests.empty();
            if (range.is_point()) continue; // unchanged: it follows from the others
            m_shown.is_held[ward] = true;
            show(ward, k,
                 is_alone ? cell_of_last(value_of(m_counts.figures[k], m_truths[ward].atoms), range)
                          : range);
        }
    }

    /// The only figure of the last ward: not so close to either end of its possible range as to
    /// reveal that the suppressed figures of the others are at their lowest or highest.
    [[nodiscard]] Range cell_of_last(double value, const Range& domain) const {
        const double widest = m_left.back().widest;
        const std::vector<Range> unsafe = {{domain.low, domain.low + widest - 1},
                                           {domain.high - widest + 1, domain.high}};
        const auto alike = [&](double count) { return shown_alike(count, m_rule); };
        const auto is_safe = [&](const Range& cell) {
            return cell.high >= domain.low + widest && cell.low <= domain.high - widest;
        };
        for (const auto& cell : safe_cells(unsafe, domain, alike, is_safe)) {
            if (cell.low <= value && value <= cell.high) return cell;
        }
        return alike(value);
    }

    /// The part suppressed by the publisher is added.
    void show(std::size_t ward, std::size_t k, Range range) {
        if (m_counts.is_public(k)) return;
        add_marks(range, m_counts.figures[k], m_truths[ward]);
        m_shown.figures[ward][k] = range;
    }

    const LinkedCounts& m_counts;
    const std::vector<WardCounts>& m_truths;
    const Region& m_region;
    const Rule& m_rule;
    WardsShown& m_shown;
    const std::vector<WardShown>& m_alone; // each ward by itself
    std::vector<Sum> m_sums;               // coordinates
    std::vector<Left> m_left;              // of each
    std::vector<std::size_t> m_held;
};

} // namespace

WardsShown publish_wards(const LinkedCounts& counts, const std::vector<WardCounts>& wards,
                         const std::vector<Region>& regions, const Rule& rule) {
    std::vector<WardShown> alone;
    WardsShown shown;
    for (const auto& ward : wards) {
        alone.push_back(publish_ward(counts, ward, rule));
        shown.figures.push_back(alone.back().figures);
    }
    shown.is_held.resize(wards.size());
    if (rule.below <= 0) return shown; // nothing is small
    for (const auto& region : regions) {
        Totals(counts, wards, region, rule, shown, alone).run();
    }
    return shown;
}

} // namespace wardmap::disclosure
