// SPDX-License-Identifier: MIT
//
// Why the intervals of possible_scores are conservative.
// 1. The area's count T is the sum of the counts (or the published total), so every permitted
//    combination has one T. T is cut into blocks; an interval valid for each block is valid
//    overall.
// 2. Within a block [a, b] the rate is between a / P and b / P, and ward j's own count between
//    max(low_j, a - most of the rest) and min(high_j, b - least of the rest): any other would put T
//    out of the block. The score rises with the count and falls with the rate (mid_p.h), so it is
//    between score(least count, b / P) and score(most count, a / P).
// 3. phi rises with every |score| (dispersion.h), so it is between phi of all the least |score| and
//    phi of all the greatest.
// 4. score / root phi is, for a score of one sign, monotone in phi: its ends are at the ends of 2
//    and 3. For a suppressed ward, 3 and 4 are done for each of its own counts in turn.
// The bound is loose because 2 and 3 let wards take their extremes together, although their sum is
// T. At T = 0 (and a binomial rate of 1) every score is 0 by definition, so these have separate
// blocks and the score is continuous within the others.
#include "statistics/withheld.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "statistics/dispersion.h"
#include "statistics/mid_p.h"

namespace wardmap::statistics {
namespace {

constexpr double most_blocks = 64;
// A ward's own counts are enumerated up to this width, else bounded by their ends.
constexpr double most_counts = 1000;
// With more wards than this, one ward's own count changes phi too little to enumerate.
constexpr std::size_t most_wards = 500;

struct Totals {
    CountRange counts;    // of all wards in the list
    CountRange permitted; // of the area
    double elsewhere = 0;

    /// The ward's own counts with which the area's may be between `least` and `most`.
    [[nodiscard]] CountRange own(const CountRange& count, double least, double most) const {
        const double rest_low = counts.low - count.low;
        const double rest_high = counts.high - count.high + elsewhere;
        return {std::max(count.low, least - rest_high), std::min(count.high, most - rest_low)};
    }

    /// The area's counts that are possible with this one of the ward's own.
    [[nodiscard]] CountRange area(const CountRange& count, double own) const {
        return {std::max(permitted.low, counts.low - count.low + own),
                std::min(permitted.high, counts.high - count.high + own + elsewhere)};
    }
};

bool is_empty(const CountRange& range) {
    return range.low > range.high;
}

/// With a fixed rate the area's count has no effect.
Totals totals_of(const WithheldArea& area) {
    Totals totals;
    for (const auto& count : area.counts) {
        totals.counts.low += count.low;
        totals.counts.high += count.high;
    }
    totals.elsewhere = area.total && !area.rate ? area.elsewhere : 0;
    totals.permitted = {totals.counts.low, totals.counts.high + totals.elsewhere};
    if (area.total && !area.rate) {
        totals.permitted.low = std::max(totals.permitted.low, area.total->low);
        totals.permitted.high = std::min(totals.permitted.high, area.total->high);
    }
    return totals;
}

Comparison comparison_of(double count, double denominator, double rate, Distribution kind) {
    return kind == Distribution::poisson ? compare(rate, limits_of_rate(count, denominator, 1))
                                         : compare(rate, limits_of_share(count, denominator));
}

/// Widens the range by the verdicts of one count against rates from low to high.
void widen(std::optional<ComparisonRange>& range, double count, double denominator,
           const Interval& rate, Distribution kind) {
    const auto low = comparison_of(count, denominator, rate.high, kind);
    const auto high = comparison_of(count, denominator, rate.low, kind);
    if (!range) range = ComparisonRange{low, high};
    range->lowest = std::min(range->lowest, low);
    range->highest = std::max(range->highest, high);
}

/// Own counts to enumerate: each one, or the two ends if there are too many. Because limits rise
/// with the count, `rate_at` of the whole range is then used with both.
template <typename RateAt>
ComparisonRange range_over(const CountRange& count, double denominator, Distribution kind,
                           RateAt rate_at) {
    std::optional<ComparisonRange> range;
    if (count.high - count.low > most_counts) {
        const Interval rates{rate_at(count.low)->low, rate_at(count.high)->high};
        widen(range, count.low, denominator, rates, kind);
        widen(range, count.high, denominator, rates, kind);
        return *range;
    }
    for (double own = count.low; own <= count.high; ++own) {
        if (const auto rate = rate_at(own)) widen(range, own, denominator, *rate, kind);
    }
    return range.value_or(ComparisonRange{});
}

} // namespace

ComparisonRange possible_comparison(const CountRange& count, double denominator,
                                    const Interval& rate, Distribution kind) {
    return range_over(count, denominator, kind,
                      [&](double) { return std::optional<Interval>(rate); });
}

std::vector<ComparisonRange> possible_comparisons(const WithheldArea& area) {
    const auto totals = totals_of(area);
    std::vector<ComparisonRange> ranges;
    if (area.rate) {
        for (std::size_t i = 0; i < area.counts.size(); ++i) {
            ranges.push_back(possible_comparison(area.counts[i], area.denominators[i],
                                                 {*area.rate, *area.rate}, area.kind));
        }
        return ranges;
    }
    if (is_empty(totals.permitted)) return ranges;
    for (std::size_t i = 0; i < area.counts.size(); ++i) {
        const auto own = totals.own(area.counts[i], totals.permitted.low, totals.permitted.high);
        ranges.push_back(range_over(own, area.denominators[i], area.kind,
                                    [&](double count) -> std::optional<Interval> {
                                        const auto possible = totals.area(area.counts[i], count);
                                        if (is_empty(possible)) return std::nullopt;
                                        return Interval{possible.low / area.area_denominator,
                                                        possible.high / area.area_denominator};
                                    }));
    }
    return ranges;
}

namespace {

struct Block {
    double least = 0;
    double most = 0;
};

std::vector<Block> blocks_of(const CountRange& total, double denominator) {
    std::vector<Block> blocks;
    double from = total.low;
    if (from <= 0) {
        blocks.push_back({from, from});
        ++from;
    }
    const double size = std::max(1.0, std::ceil((total.high - from + 1) / most_blocks));
    for (; from <= total.high; from += size) {
        blocks.push_back({from, std::min(total.high, from + size - 1)});
    }
    // A block across the denominator is cut there: from it on a share is 1 or more.
    auto& last = blocks.back();
    if (last.least < denominator && last.most >= denominator) {
        const Block beyond{std::ceil(denominator), last.most};
        last.most = beyond.least - 1;
        blocks.push_back(beyond);
    }
    return blocks;
}

double least_distance(const Interval& scores) {
    if (scores.low <= 0 && scores.high >= 0) return 0;
    return std::min(std::abs(scores.low), std::abs(scores.high));
}

double greatest_distance(const Interval& scores) {
    return std::max(std::abs(scores.low), std::abs(scores.high));
}

/// All wards' scores within one block, and the range of phi.
class BlockScores {
public:
    BlockScores(const WithheldArea& area, const Totals& totals, const Block& block)
        : m_area(area), m_rate{area.rate.value_or(block.least / area.area_denominator),
                               area.rate.value_or(block.most / area.area_denominator)} {
        for (std::size_t j = 0; j < area.counts.size(); ++j) {
            m_own.push_back(totals.own(area.counts[j], block.least, block.most));
            m_scores.push_back(scores(j, m_own[j]));
            m_near.push_back(least_distance(m_scores[j]));
            m_far.push_back(greatest_distance(m_scores[j]));
        }
        m_dispersion = {dispersion(m_near), dispersion(m_far)};
    }

    [[nodiscard]] Interval phi() const { return m_dispersion; }

    [[nodiscard]] Interval adjusted(std::size_t i) {
        const auto& own = m_own[i];
        const double width = own.high - own.low;
        const bool by_ends = width > most_counts || m_own.size() > most_wards;
        if (width <= 0 || by_ends) return divided(m_scores[i], m_dispersion);
        std::optional<Interval> all;
        for (double count = own.low; count <= own.high; ++count) {
            const auto at = scores(i, {count, count});
            const auto one = divided(at, dispersion_with(i, at));
            all = all ? Interval{std::min(all->low, one.low), std::max(all->high, one.high)} : one;
        }
        return *all;
    }

private:
    [[nodiscard]] Interval scores(std::size_t i, const CountRange& count) const {
        const double people = m_area.denominators[i];
        return {score(count.low, people, m_rate.high, m_area.kind),
                score(count.high, people, m_rate.low, m_area.kind)};
    }

    [[nodiscard]] Interval dispersion_with(std::size_t i, const Interval& own) {
        const double near = std::exchange(m_near[i], least_distance(own));
        const double far = std::exchange(m_far[i], greatest_distance(own));
        const Interval phi{dispersion(m_near), dispersion(m_far)};
        m_near[i] = near;
        m_far[i] = far;
        return phi;
    }

    static Interval divided(const Interval& scores, const Interval& phi) {
        const double least = std::sqrt(phi.low);
        const double most = std::sqrt(phi.high);
        return {scores.low / (scores.low < 0 ? least : most),
                scores.high / (scores.high > 0 ? least : most)};
    }

    const WithheldArea& m_area;
    Interval m_rate;
    std::vector<CountRange> m_own;
    std::vector<Interval> m_scores;
    std::vector<double> m_near;
    std::vector<double> m_far;
    Interval m_dispersion;
};

bool is_possible(const WithheldArea& area, const Totals& totals, const Block& block) {
    return std::none_of(area.counts.begin(), area.counts.end(), [&](const CountRange& count) {
        return is_empty(totals.own(count, block.least, block.most));
    });
}

/// Calls `visit` with the scores of each block that is possible.
template <typename Visit>
void for_each_block(const WithheldArea& area, const Visit& visit) {
    const auto totals = totals_of(area);
    if (area.rate) {
        BlockScores scores(area, totals, {totals.permitted.low, totals.permitted.high});
        visit(scores);
        return;
    }
    if (is_empty(totals.permitted)) return;
    for (const auto& block : blocks_of(totals.permitted, area.area_denominator)) {
        if (!is_possible(area, totals, block)) continue;
        BlockScores scores(area, totals, block);
        visit(scores);
    }
}

} // namespace

Interval possible_dispersion(const WithheldArea& area) {
    std::optional<Interval> all;
    for_each_block(area, [&](const BlockScores& scores) {
        const auto one = scores.phi();
        all = all ? Interval{std::min(all->low, one.low), std::max(all->high, one.high)} : one;
    });
    return all.value_or(Interval{1, 1});
}

std::vector<Interval> possible_scores(const WithheldArea& area) {
    std::vector<Interval> ranges;
    for_each_block(area, [&](BlockScores& scores) {
        const bool first = ranges.empty();
        ranges.resize(area.counts.size());
        for (std::size_t i = 0; i < ranges.size(); ++i) {
            const auto one = scores.adjusted(i);
            ranges[i] = first ? one
                              : Interval{std::min(ranges[i].low, one.low),
                                         std::max(ranges[i].high, one.high)};
        }
    });
    return ranges;
}

Exceptional exceptional(const Interval& scores, double z) {
    if (scores.low >= z) return Exceptional::high;
    if (scores.high <= -z) return Exceptional::low;
    return scores.low > -z && scores.high < z ? Exceptional::within : Exceptional::uncertain;
}

Interval possible_p(const Interval& scores) {
    return {two_sided_p_of_score(greatest_distance(scores)),
            two_sided_p_of_score(least_distance(scores))};
}

} // namespace wardmap::statistics
