// SPDX-License-Identifier: MIT
// Every combination of suppressed counts is enumerated: none may contradict a certain verdict.
#include "statistics/withheld.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>

#include "base/philox.h"
#include "hotspots/false_discovery.h"
#include "support/catch.h"

using namespace wardmap::statistics;
using wardmap::RandomStream;

namespace {

double sum_of(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

/// Calls `visit` with each permitted combination of counts and the area's count.
void for_each_combination(const WithheldArea& area,
                          const std::function<void(const std::vector<double>&, double)>& visit) {
    std::vector<double> counts;
    for (const auto& count : area.counts) {
        counts.push_back(count.low);
    }
    while (true) {
        const double sum = sum_of(counts);
        const double first = area.total ? std::max(sum, area.total->low) : sum;
        const double last = area.total ? std::min(sum + area.elsewhere, area.total->high) : sum;
        for (double total = first; total <= last; ++total) {
            visit(counts, total);
        }
        std::size_t i = 0;
        while (i < counts.size() && counts[i] >= area.counts[i].high) {
            counts[i] = area.counts[i].low;
            ++i;
        }
        if (i == counts.size()) return;
        ++counts[i];
    }
}

double poisson_draw(RandomStream& random, double mean) {
    double left = random.uniform();
    double probability = std::exp(-mean);
    double count = 0;
    while (left > probability && count < 1000) {
        left -= probability;
        probability *= mean / ++count;
    }
    return count;
}

/// A small area: rates with various spreads, one to four counts suppressed as 0 to 4 or similar,
/// and in a third of the cases a published total.
WithheldArea random_area(RandomStream& random) {
    WithheldArea area;
    area.kind = random.below(3) == 0 ? Distribution::binomial : Distribution::poisson;
    const std::size_t wards = 4 + random.below(4);
    const double level = 1 + random.below(14);
    const std::size_t most_withheld = random.below(10) == 0 ? 4 : 3;
    double sum = 0;
    for (std::size_t i = 0; i < wards; ++i) {
        const double people = 60 + random.below(200);
        const double times = random.below(4) == 0 ? 0.2 + 2.5 * random.uniform() : 1;
        const double count = std::min(people, poisson_draw(random, level * people / 160 * times));
        const double width = 2 + random.below(4);
        const bool withheld = i < most_withheld && random.below(2) == 0 && count < 15;
        const double low = withheld ? std::max(0.0, count - random.below(3)) : count;
        area.counts.push_back({low, withheld ? low + width : count});
        area.denominators.push_back(people);
        sum += std::clamp(count, low, area.counts.back().high);
    }
    area.area_denominator = sum_of(area.denominators);
    if (random.below(3) == 0) {
        const double rounding = random.below(3);
        area.elsewhere = random.below(2) * 3.0;
        area.total = CountRange{std::max(0.0, sum - rounding), sum + rounding};
    }
    return area;
}

struct Seen {
    ComparisonRange comparison;
    Interval scores;
    Interval q;
};

/// What occurs for each ward over all combinations.
std::vector<Seen> seen_in(const WithheldArea& area) {
    std::vector<Seen> seen(area.counts.size());
    bool first = true;
    for_each_combination(area, [&](const std::vector<double>& counts, double total) {
        const double rate = total / area.area_denominator;
        const auto funnel = make_funnel(counts, area.denominators, rate, area.kind);
        std::vector<double> p;
        for (const auto& ward : funnel.wards) {
            p.push_back(ward.p);
        }
        const auto q = wardmap::hotspots::benjamini_hochberg(p);
        for (std::size_t i = 0; i < seen.size(); ++i) {
            const auto limits = area.kind == Distribution::poisson
                                    ? limits_of_rate(counts[i], area.denominators[i], 1)
                                    : limits_of_share(counts[i], area.denominators[i]);
            const auto verdict = compare(rate, limits);
            const double z = funnel.wards[i].adjusted;
            auto& one = seen[i];
            if (first) one = {{verdict, verdict}, {z, z}, {q[i], q[i]}};
            one.comparison.lowest = std::min(one.comparison.lowest, verdict);
            one.comparison.highest = std::max(one.comparison.highest, verdict);
            one.scores = {std::min(one.scores.low, z), std::max(one.scores.high, z)};
            one.q = {std::min(one.q.low, q[i]), std::max(one.q.high, q[i])};
        }
        first = false;
    });
    return seen;
}

struct Tally {
    std::size_t verdicts = 0;
    std::size_t truly_certain = 0; // the same in every combination
    std::size_t wrongly_certain = 0;
    std::size_t needlessly_uncertain = 0;
};

void count(Tally& tally, Exceptional ours, Exceptional truth) {
    ++tally.verdicts;
    if (truth != Exceptional::uncertain) ++tally.truly_certain;
    if (ours == Exceptional::uncertain && truth != ours) ++tally.needlessly_uncertain;
    if (ours != Exceptional::uncertain && truth != ours) ++tally.wrongly_certain;
}

std::vector<Interval> possible_q(const std::vector<Interval>& scores) {
    std::vector<double> low;
    std::vector<double> high;
    for (const auto& one : scores) {
        const auto p = possible_p(one);
        low.push_back(p.low);
        high.push_back(p.high);
    }
    low = wardmap::hotspots::benjamini_hochberg(low);
    high = wardmap::hotspots::benjamini_hochberg(high);
    std::vector<Interval> q;
    for (std::size_t i = 0; i < low.size(); ++i) {
        q.push_back({low[i], high[i]});
    }
    return q;
}

} // namespace

TEST_CASE("No certain verdict on a small area is contradicted by a permitted combination",
          "[statistics]") {
    RandomStream random(20, 26);
    Tally funnel;
    std::size_t comparisons_apart = 0;
    std::size_t withheld = 0;
    std::size_t q_outside = 0;
    constexpr double rounding = 1e-12;
    for (int round = 0; round < 2000; ++round) {
        const auto area = random_area(random);
        const auto truth = seen_in(area);
        const auto comparisons = possible_comparisons(area);
        const auto scores = possible_scores(area);
        REQUIRE(comparisons.size() == truth.size());
        REQUIRE(scores.size() == truth.size());
        const auto q = possible_q(scores);
        for (std::size_t i = 0; i < truth.size(); ++i) {
            if (area.counts[i].low < area.counts[i].high) ++withheld;
            if (comparisons[i].lowest != truth[i].comparison.lowest) ++comparisons_apart;
            if (comparisons[i].highest != truth[i].comparison.highest) ++comparisons_apart;
            if (q[i].low > truth[i].q.low + rounding || q[i].high < truth[i].q.high - rounding) {
                ++q_outside;
            }
            for (const double z : {z_95, z_998}) {
                count(funnel, exceptional(scores[i], z), exceptional(truth[i].scores, z));
            }
        }
    }
    CAPTURE(withheld, funnel.verdicts, funnel.truly_certain, funnel.needlessly_uncertain);
    CHECK(withheld > 2000);
    CHECK(funnel.truly_certain < funnel.verdicts - 200); // the test could fail
    CHECK(comparisons_apart == 0);                       // question 1 is exact
    CHECK(funnel.wrongly_certain == 0);
    CHECK(q_outside == 0);
    CHECK(static_cast<double>(funnel.needlessly_uncertain) <
          0.01 * static_cast<double>(funnel.truly_certain));
}

TEST_CASE("If nothing is suppressed the possible verdicts are the verdicts", "[statistics]") {
    WithheldArea area{{{40, 40}, {12, 12}, {9, 9}, {15, 15}},
                      {1000, 1000, 1000, 1000},
                      Distribution::poisson,
                      4000,
                      std::nullopt,
                      0};
    const auto scores = possible_scores(area);
    const auto funnel = make_funnel(std::vector<double>{40, 12, 9, 15}, area.denominators,
                                    76.0 / 4000, Distribution::poisson);
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK(scores[i].low == Approx(funnel.wards[i].adjusted));
        CHECK(scores[i].high == Approx(funnel.wards[i].adjusted));
    }
    CHECK(possible_comparisons(area)[0].is_certain());
    CHECK(possible_comparisons(area)[0].lowest == Comparison::much_higher);
}

TEST_CASE("The suppressed counts of others make a known ward's verdict uncertain", "[statistics]") {
    // 14 of 1,000 is higher than the area's rate if all others are 0, and not if they are 4.
    WithheldArea area{{{14, 14}, {0, 8}, {0, 8}, {4, 8}, {4, 8}},
                      {1000, 1000, 1000, 1000, 1000},
                      Distribution::poisson,
                      5000,
                      std::nullopt,
                      0};
    const auto ranges = possible_comparisons(area);
    CHECK_FALSE(ranges[0].is_certain());
    CHECK(exceptional(possible_scores(area)[0], z_95) == Exceptional::uncertain);
    // The total settles it.
    area.total = CountRange{27, 27};
    CHECK(possible_comparisons(area)[0].is_certain());
    CHECK(possible_comparisons(area)[0].lowest == Comparison::higher);
}

TEST_CASE("Counts that cannot add up to the total have no verdict", "[statistics]") {
    WithheldArea area{{{5, 5}, {0, 4}},   {100, 100}, Distribution::poisson, 200,
                      CountRange{20, 20}, 0};
    CHECK(possible_comparisons(area).empty());
    CHECK(possible_scores(area).empty());
    area.elsewhere = 11;
    CHECK(possible_comparisons(area).size() == 2);
    CHECK(possible_scores(area).size() == 2);
}

TEST_CASE("A comparison with a rate from elsewhere depends on the ward's own count alone",
          "[statistics]") {
    const auto range = possible_comparison({0, 4}, 1000, {0.01, 0.01}, Distribution::poisson);
    CHECK(range.lowest == Comparison::much_lower);
    CHECK(range.highest == Comparison::similar);
    CHECK(possible_comparison({0, 4}, 1000, {0.1, 0.2}, Distribution::poisson).is_certain());
    // Too wide to enumerate: still conservative.
    CHECK_FALSE(
        possible_comparison({0, 50000}, 1e6, {0.01, 0.01}, Distribution::poisson).is_certain());
}

TEST_CASE("Many suppressed wards are bounded in reasonable time, including the midpoint's results",
          "[statistics]") {
    WithheldArea area;
    std::vector<double> middle;
    RandomStream random(4, 4);
    for (int i = 0; i < 300; ++i) {
        const double count = poisson_draw(random, i % 40 == 0 ? 60 : 12);
        const bool withheld = count < 9;
        area.counts.push_back(withheld ? CountRange{0, 9} : CountRange{count, count});
        area.denominators.push_back(1000);
        middle.push_back(count);
    }
    area.area_denominator = 300000;
    const auto scores = possible_scores(area);
    const auto funnel =
        make_funnel(middle, area.denominators, sum_of(middle) / 300000, Distribution::poisson);
    std::size_t certain = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        CHECK(scores[i].low <= funnel.wards[i].adjusted);
        CHECK(scores[i].high >= funnel.wards[i].adjusted);
        if (exceptional(scores[i], z_95) != Exceptional::uncertain) ++certain;
    }
    CHECK(certain > 200);
}
