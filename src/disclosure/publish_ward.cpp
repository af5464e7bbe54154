// SPDX-License-Identifier: MIT
#include "disclosure/publish_ward.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include "disclosure/cells.h"
#include "disclosure/publish_wards.h"

namespace wardmap::disclosure {
namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();
constexpr Range anything{-infinite, infinite};

/// The whole numbers in a range.
Range whole(const Range& range) {
    constexpr double slack = 1e-6;
    return {std::ceil(range.low - slack) + 0.0, std::floor(range.high + slack) + 0.0}; // no -0
}

bool is_empty(const Range& range) {
    return range.low > range.high;
}

/// A sum that, if it may be in `small`, must be able to be as low as `reach.low` and as high as
/// `reach.high`.
struct Guard {
    Sum sum;
    Range small;
    Range reach;
};

using Rows = std::vector<Row>;

/// The range over everything that satisfies the rows.
Range whole_range(const Sum& sum, const Rows& rows) {
    const auto range = range_of(sum, rows);
    return range ? whole(*range) : Range{1, 0};
}

Range range_with(const Sum& sum, Rows& rows, const Sum& other, const Range& in) {
    rows.push_back({other, in.low, in.high});
    const auto range = whole_range(sum, rows);
    rows.pop_back();
    return range;
}

/// Adds the values of `sum` at which a guarded sum would be known too closely.
void add_unsafe(const Sum& sum, Rows& rows, const Guard& guard, std::vector<Range>& unsafe) {
    const auto small = range_with(sum, rows, guard.sum, guard.small);
    if (is_empty(small)) return;
    const auto low = range_with(sum, rows, guard.sum, {-infinite, guard.reach.low});
    const auto high = range_with(sum, rows, guard.sum, {guard.reach.high, infinite});
    const Range kept{std::max(low.low, high.low), std::min(low.high, high.high)};
    if (is_empty(low) || is_empty(high) || is_empty(kept)) {
        unsafe.push_back(small);
        return;
    }
    const Range below{small.low, std::min(small.high, kept.low - 1)};
    const Range above{std::max(small.low, kept.high + 1), small.high};
    if (!is_empty(below)) unsafe.push_back(below);
    if (!is_empty(above)) unsafe.push_back(above);
}

bool is_kept(const Guard& guard, const Rows& rows) {
    const auto range = whole_range(guard.sum, rows);
    if (is_empty(range) || range.high < guard.small.low || range.low > guard.small.high) {
        return true;
    }
    return range.low <= guard.reach.low && range.high >= guard.reach.high;
}

/// The range of values of `sum` that is shown if the true one is `value`.
Range decide(const Sum& sum, double value, Rows& rows, const std::vector<Guard>& guards,
             const Rule& rule) {
    const auto domain = whole_range(sum, rows);
    if (is_empty(domain)) return {0, infinite};
    std::vector<Range> unsafe;
    for (const auto& guard : guards) {
        add_unsafe(sum, rows, guard, unsafe);
    }
    const auto alike = [&](double count) {
        return rule.round_to > 0 ? shown_alike(count, rule) : Range{count, count};
    };
    const auto is_safe = [&](const Range& cell) {
        rows.push_back({sum, cell.low, cell.high});
        const bool safe = std::all_of(guards.begin(), guards.end(),
                                      [&](const Guard& guard) { return is_kept(guard, rows); });
        rows.pop_back();
        return safe;
    };
    for (const auto& cell : safe_cells(std::move(unsafe), domain, alike, is_safe)) {
        if (cell.low <= value && value <= cell.high) return cell;
    }
    return alike(value);
}

/// A ward's atoms if its publisher suppressed some: the known part of each, then the suppressed
/// parts.
class WardPublisher {
public:
    WardPublisher(const LinkedCounts& counts, const WardCounts& truth, const Rule& rule)
        : m_counts(counts), m_truth(truth), m_rule(rule) {
        for (std::size_t a = 0; a < counts.atoms; ++a) {
            if (truth.marks[a].high > 0) m_marked.push_back(a);
        }
    }

    WardShown run() {
        start();
        for (std::size_t k = 0; k < m_counts.figures.size(); ++k) {
            m_shown.figures.push_back(m_truth.is_absent[k] ? Range{0, infinite} : show_figure(k));
        }
        for (const auto& sum : coordinates(m_counts)) {
            m_shown.coordinates.push_back(whole_range(known_part(sum), m_rows));
        }
        return std::move(m_shown);
    }

private:
    [[nodiscard]] Sum known_part(const Sum& sum) const {
        Sum all = sum;
        all.resize(sum.size() + m_marked.size(), 0.0);
        return all;
    }

    [[nodiscard]] Sum with_marks(const Sum& sum) const {
        Sum all = known_part(sum);
        for (std::size_t m = 0; m < m_marked.size(); ++m) {
            all[m_counts.atoms + m] = sum[m_marked[m]];
        }
        return all;
    }

    void start() {
        for (const auto& rest : m_counts.rests) {
            m_rows.push_back({with_marks(rest), 0, infinite});
        }
        for (std::size_t m = 0; m < m_marked.size(); ++m) {
            Sum mark(m_counts.atoms + m_marked.size(), 0.0);
            mark[m_counts.atoms + m] = 1;
            const auto& ends = m_truth.marks[m_marked[m]];
            m_rows.push_back({mark, ends.low, ends.high});
            m_guards.push_back({mark, anything, ends});
            if (m_truth.atoms[m_marked[m]] > 0) continue;
            Sum known(m_counts.atoms + m_marked.size(), 0.0); // all of it is suppressed
            known[m_marked[m]] = 1;
            m_rows.push_back({known, 0, 0});
        }
        if (m_rule.below <= 0) return;
        for (const auto& sum : m_counts.guarded) {
            m_guards.push_back({with_marks(sum), {1, m_rule.below - 1}, {1, m_rule.below - 1}});
        }
    }

    Range show_figure(std::size_t k) {
        const auto& figure = m_counts.figures[k];
        const auto sum = known_part(figure);
        const double value = value_of(figure, m_truth.atoms);
        const auto cell = m_counts.is_public(k) ? Range{value, value}
                                                : decide(sum, value, m_rows, m_guards, m_rule);
        m_rows.push_back({sum, cell.low, cell.high});
        Range shown = cell;
        add_marks(shown, figure, m_truth);
        return shown;
    }

    const LinkedCounts& m_counts;
    const WardCounts& m_truth;
    const Rule& m_rule;
    std::vector<std::size_t> m_marked; // atoms that are partly suppressed
    Rows m_rows;                       // what readers know
    std::vector<Guard> m_guards;
    WardShown m_shown;
};

/// The periods of a year: a whole, and figures that are each one of its atoms.
struct Star {
    std::size_t whole = 0;            // figure
    std::vector<std::size_t> atom_of; // of each other figure, in their order
    std::vector<std::size_t> figures; // these
};

std::optional<Star> find_star(const LinkedCounts& counts) {
    if (!counts.rests.empty() || !counts.public_figures.empty()) return std::nullopt;
    Star star;
    std::size_t wholes = 0;
    for (std::size_t k = 0; k < counts.figures.size(); ++k) {
        const auto& sum = counts.figures[k];
        const auto ones = std::count(sum.begin(), sum.end(), 1.0);
        const auto none = std::count(sum.begin(), sum.end(), 0.0);
        if (static_cast<std::size_t>(ones) == counts.atoms) {
            star.whole = k;
            ++wholes;
        } else if (ones == 1 && static_cast<std::size_t>(none) == counts.atoms - 1) {
            star.figures.push_back(k);
            star.atom_of.push_back(
                static_cast<std::size_t>(std::find(sum.begin(), sum.end(), 1.0) - sum.begin()));
        } else {
            return std::nullopt;
        }
    }
    return wholes == 1 ? std::optional(star) : std::nullopt;
}

/// A whole with many disjoint parts: the parts are treated as wards with a known total. The
/// unmapped part of the whole comes last.
WardShown publish_star(const LinkedCounts& counts, const Star& star, const WardCounts& truth,
                       const Rule& rule) {
    const double whole = value_of(counts.figures[star.whole], truth.atoms);
    const Range below{0, std::max(rule.below - 1, 0.0)};
    const bool is_small = whole > 0 && whole < rule.below;
    WardShown result;
    result.figures.resize(counts.figures.size(), is_small ? below : shown_alike(whole, rule));
    result.coordinates.resize(counts.atoms, below);
    result.figures[star.whole] = shown_alike(whole, rule);
    if (is_small) return result;
    auto order = star.atom_of;
    for (std::size_t a = 0; a < counts.atoms; ++a) {
        if (std::find(order.begin(), order.end(), a) == order.end()) order.push_back(a);
    }
    LinkedCounts one;
    one.atoms = 1;
    one.figures = {{1}};
    find_guarded(one);
    std::vector<WardCounts> parts;
    Region all;
    for (const auto a : order) {
        all.wards.push_back(parts.size());
        parts.push_back({{truth.atoms[a]}, {Range{}}, {false}});
    }
    const auto shown = publish_wards(one, parts, {all}, rule);
    for (std::size_t i = 0; i < order.size(); ++i) {
        result.coordinates[order[i]] = shown.figures[i].front();
        if (i < star.figures.size()) result.figures[star.figures[i]] = shown.figures[i].front();
    }
    return result;
}

/// Shows all figures of a ward, or only the first.
class CoarsePublisher {
public:
    CoarsePublisher(const LinkedCounts& counts, const WardCounts& truth, const Rule& rule)
        : m_counts(counts), m_truth(truth), m_rule(rule), m_coordinates(coordinates(counts)) {}

    WardShown run() {
        const bool some_small = is_some_small();
        const auto root = some_small ? first() : m_counts.figures.size();
        const bool has_root = root < m_counts.figures.size();
        const Range most = has_root ? root_range(root) : Range{0, infinite};
        WardShown shown;
        for (std::size_t k = 0; k < m_counts.figures.size(); ++k) {
            const auto& figure = m_counts.figures[k];
            const double value = value_of(figure, m_truth.atoms);
            const bool below_root = has_root && holds(m_counts.figures[root], figure);
            Range rest{0, infinite};
            if (below_root) rest.high = most.high;
            shown.figures.push_back(m_counts.is_public(k) ? Range{value, value}
                                    : !some_small         ? shown_alike(value, m_rule)
                                    : k == root           ? most
                                                          : rest);
        }
        for (const auto& sum : m_coordinates) {
            const double value = value_of(sum, m_truth.atoms);
            shown.coordinates.push_back(some_small ? Range{0, infinite}
                                                   : shown_alike(value, m_rule));
        }
        return shown;
    }

private:
    [[nodiscard]] bool is_some_small() const {
        const auto withheld = [](const Range& mark) { return mark.high > 0; };
        if (std::any_of(m_truth.marks.begin(), m_truth.marks.end(), withheld)) return true;
        return std::any_of(m_coordinates.begin(), m_coordinates.end(), [&](const Sum& sum) {
            const double value = value_of(sum, m_truth.atoms);
            return value > 0 && value < m_rule.below;
        });
    }

    [[nodiscard]] std::size_t first() const {
        std::size_t k = 0;
        while (k < m_counts.figures.size() && (m_counts.is_public(k) || m_truth.is_absent[k])) {
            ++k;
        }
        return k;
    }

    [[nodiscard]] Range root_range(std::size_t root) const {
        const auto& figure = m_counts.figures[root];
        const double value = value_of(figure, m_truth.atoms);
        Range range = value < m_rule.below ? Range{0, std::max(m_rule.below - 1, 0.0)}
                                           : shown_alike(value, m_rule);
        add_marks(range, figure, m_truth);
        return range;
    }

    const LinkedCounts& m_counts;
    const WardCounts& m_truth;
    const Rule& m_rule;
    std::vector<Sum> m_coordinates;
};

/// Shows each figure by itself, or none.
WardShown publish_undecided(const LinkedCounts& counts, const WardCounts& truth, const Rule& rule) {
    const bool all = truth.treatment == WardCounts::Treatment::show;
    const auto shown = [&](const Sum& sum) {
        return all ? shown_alike(value_of(sum, truth.atoms), rule) : Range{0, infinite};
    };
    WardShown result;
    for (const auto& figure : counts.figures) {
        result.figures.push_back(shown(figure));
    }
    for (const auto& sum : coordinates(counts)) {
        result.coordinates.push_back(shown(sum));
    }
    return result;
}

} // namespace

void add_marks(Range& range, const Sum& figure, const WardCounts& truth) {
    for (std::size_t a = 0; a < figure.size(); ++a) {
        range.low += figure[a] * truth.marks[a].low;
        range.high += figure[a] * truth.marks[a].high;
    }
}

WardShown publish_ward(const LinkedCounts& counts, const WardCounts& truth, const Rule& rule) {
    if (truth.treatment != WardCounts::Treatment::decide) {
        return publish_undecided(counts, truth, rule);
    }
    if (counts.is_complete) return WardPublisher(counts, truth, rule).run();
    const bool has_marks = std::any_of(truth.marks.begin(), truth.marks.end(),
                                       [](const Range& mark) { return mark.high > 0; });
    const auto star = has_marks ? std::nullopt : find_star(counts);
    if (star) return publish_star(counts, *star, truth, rule);
    return CoarsePublisher(counts, truth, rule).run();
}

} // namespace wardmap::disclosure
