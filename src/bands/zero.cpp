// SPDX-License-Identifier: MIT
#include "bands/zero.h"

#include <algorithm>
#include <limits>

namespace wardmap::bands {
namespace {

/// Every figure above 0 is above this cut; it is printed as the first printed value above 0.
constexpr Cut above_zero{std::numeric_limits<double>::denorm_min(), Place::above};
constexpr Cut from_zero{0, Place::keep};

/// The bands on one side of 0.
struct Side {
    std::vector<Cut> cuts;
    std::vector<std::string> words;
};

bool holds_none(std::span<const double> sorted, double from, double to) {
    const auto first = std::lower_bound(sorted.begin(), sorted.end(), from);
    return first == sorted.end() || *first >= to;
}

Side side_below(const Plan& plan, std::ptrdiff_t band, std::span<const double> others) {
    Side side{{plan.cuts.begin(), plan.cuts.begin() + band},
              {plan.words.begin(), plan.words.begin() + band + 1}};
    if (!side.cuts.empty()) {
        const double last = side.cuts.back().at;
        if (last == 0 || (!plan.low && holds_none(others, last, 0))) {
            side.cuts.pop_back();
            side.words.pop_back();
        }
    }
    return side;
}

Side side_above(const Plan& plan, std::ptrdiff_t band, std::span<const double> others) {
    Side side{{plan.cuts.begin() + band, plan.cuts.end()},
              {plan.words.begin() + band, plan.words.end()}};
    if (!side.cuts.empty() && !plan.low && holds_none(others, 0, side.cuts.front().at)) {
        side.cuts.erase(side.cuts.begin());
        side.words.erase(side.words.begin());
    }
    return side;
}

template <typename T>
void add(std::vector<T>& list, const std::vector<T>& more) {
    list.insert(list.end(), more.begin(), more.end());
}

} // namespace

void set_zero_apart(Plan& plan, std::span<const double> others, const std::string& word) {
    const auto next = std::upper_bound(plan.cuts.begin(), plan.cuts.end(), 0.0,
                                       [](double zero, const Cut& cut) { return zero < cut.at; });
    const auto band = next - plan.cuts.begin(); // the one that would contain 0
    const auto below = side_below(plan, band, others);
    const auto above = side_above(plan, band, others);
    plan.cuts.clear();
    plan.words.clear();
    if (others.front() < 0) {
        plan.cuts = below.cuts;
        plan.cuts.push_back(from_zero);
        plan.words = below.words;
    } else if (plan.low) {
        plan.low = 0;
    }
    plan.words.push_back(word);
    if (others.back() > 0) {
        plan.cuts.push_back(above_zero);
        add(plan.cuts, above.cuts);
        add(plan.words, above.words);
    } else if (plan.high) {
        plan.high = 0;
    }
}

} // namespace wardmap::bands
