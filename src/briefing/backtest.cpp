// SPDX-License-Identifier: MIT
#include "briefing/backtest.h"

#include <algorithm>
#include <numeric>
#include <optional>

#include "briefing/score.h"
#include "hotspots/find_hotspots.h"
#include "hotspots/hotspots.h"
#include "measures/measure.h"
#include "statistics/backtest.h"
#include "study/series/step_categories.h"
#include "study/study.h"

namespace wardmap::briefing {
namespace {

constexpr std::size_t least_periods = 3;

/// Compares the step's wards with the area and with one another; neighbours do not score.
void compare_wards(const Study& study, CategoryResult& step) {
    const auto* const denominator = find_denominator(study, step.spec);
    const bool is_share = step.spec.is(project::MeasureKind::share);
    if (denominator == nullptr || !(is_share || step.spec.is(project::MeasureKind::rate))) return;
    double all = 0;
    bool is_whole = step.area_value.is_known() || step.area_value.is_suppressed();
    for (const auto& cell : denominator->cells) {
        is_whole = is_whole && cell.is_known();
        if (cell.is_known()) all += cell.value();
    }
    const std::vector<std::vector<std::size_t>> no_neighbours(step.values.size());
    step.hotspots = hotspots::find_hotspots(
        {.values = step.values,
         .figures = step.figures,
         .denominators = denominator->cells,
         .kind = is_share ? statistics::Distribution::binomial : statistics::Distribution::poisson,
         .neighbours = no_neighbours,
         .spec = step.spec.hotspots,
         .threads = 1,
         .reference = {{}, {}, is_whole ? std::optional(all) : std::nullopt}});
}

/// Nothing if a ward's count is not a known number.
std::optional<std::vector<double>> counts_of(const CategoryResult& step) {
    std::vector<double> counts;
    for (const auto& cell : step.figures) {
        if (!cell.is_known() || cell.value() < 0) return std::nullopt;
        counts.push_back(cell.value());
    }
    return counts;
}

/// The wards ordered by `is_before`, then by code.
template <typename Before>
std::vector<std::size_t> order_of(const Study& study, const Before& is_before) {
    std::vector<std::size_t> order(study.wards.wards.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::sort(order, [&](std::size_t a, std::size_t b) {
        if (is_before(a, b)) return true;
        if (is_before(b, a)) return false;
        return study.wards.wards[a].code < study.wards.wards[b].code;
    });
    return order;
}

/// The two lists of a period, best first.
struct Lists {
    std::vector<std::size_t> by_points;
    std::vector<std::size_t> by_count;
};

Lists lists_of(const Study& study, const CategoryResult& step) {
    Subject subject;
    subject.category = subject.now = &step;
    std::vector<double> points;
    std::vector<double> counts;
    for (std::size_t i = 0; i < step.figures.size(); ++i) {
        points.push_back(points_of(subject, i).sum());
        const auto& cell = step.figures[i];
        counts.push_back(cell.is_known() ? cell.value() : -1);
    }
    return {order_of(study,
                     [&](std::size_t a, std::size_t b) {
                         return points[a] != points[b] ? points[a] > points[b]
                                                       : counts[a] > counts[b];
                     }),
            order_of(study, [&](std::size_t a, std::size_t b) { return counts[a] > counts[b]; })};
}

class Tests {
public:
    explicit Tests(const Study& study) : m_study(study), m_sizes(study.wards.wards.size(), 1.0) {}

    void add(const CategoryResult& category, const std::vector<std::size_t>& lengths) {
        if (category.steps.size() < least_periods || !measures::is_additive(category.spec)) {
            leave_out(category, category.steps.size() < least_periods
                                    ? "no series of at least three periods"
                                    : "not counts of events");
            return;
        }
        auto steps = step_categories(m_study, category);
        for (auto& step : steps) {
            compare_wards(m_study, step);
        }
        const std::size_t before = m_found.rows.size();
        for (const auto length : lengths) {
            if (length == 0 || length >= m_sizes.size()) continue;
            const auto row = row_of(category, steps, length);
            if (row.pairs > 0) m_found.rows.push_back(row);
        }
        if (m_found.rows.size() == before) {
            leave_out(category, "no period whose counts are all known");
        }
    }

    [[nodiscard]] BackTests take() { return std::move(m_found); }

private:
    void leave_out(const CategoryResult& category, const char* why) {
        m_found.left_out.push_back(category.spec.title + ": " + why);
    }

    BackTestRow row_of(const CategoryResult& category, const std::vector<CategoryResult>& steps,
                       std::size_t length) {
        BackTestRow row;
        row.category = category.spec.id;
        row.title = category.spec.title;
        row.wards = length;
        double events = 0;
        double found = 0;
        double found_by_count = 0;
        double best = 0;
        for (std::size_t t = 0; t + 1 < steps.size(); ++t) {
            const auto later = counts_of(steps[t + 1]);
            if (!later) continue;
            auto lists = lists_of(m_study, steps[t]);
            lists.by_points.resize(length);
            lists.by_count.resize(length);
            const auto test = statistics::back_test(lists.by_points, *later, m_sizes);
            if (!test) continue; // no events
            const double sum = std::accumulate(later->begin(), later->end(), 0.0);
            ++row.pairs;
            row.by_chance = test->by_chance;
            events += sum;
            found += test->hit_rate * sum;
            best += test->hit_rate / test->efficiency * sum;
            found_by_count +=
                statistics::back_test(lists.by_count, *later, m_sizes)->hit_rate * sum;
        }
        if (row.pairs == 0) return row;
        row.hit_rate = found / events;
        row.by_count = found_by_count / events;
        row.accuracy = row.hit_rate / row.by_chance;
        row.efficiency = found / best;
        return row;
    }

    const Study& m_study;
    std::vector<double> m_sizes; // equal cost for each ward
    BackTests m_found;
};

} // namespace

BackTests back_tests(const Study& study, const std::vector<std::size_t>& lengths) {
    Tests tests(study);
    for (const auto& category : study.categories) {
        tests.add(category, lengths);
    }
    return tests.take();
}

} // namespace wardmap::briefing
