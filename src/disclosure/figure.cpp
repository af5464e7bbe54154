// SPDX-License-Identifier: MIT
#include "disclosure/figure.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace wardmap::disclosure {
namespace {

constexpr int most_steps = 12;

/// The whole numbers that round to a multiple of `step`, halves up.
struct Rounded {
    double at = 0;
    double low = 0;
    double high = 0;
};

Rounded rounded(double value, double step) {
    const double at = step * std::floor(value / step + 0.5);
    return {at, std::max(0.0, std::ceil(at - step / 2)), std::ceil(at + step / 2) - 1};
}

Figure withheld(const Cell& truth, double low, double high, Why why) {
    return {truth, Cell::suppressed(low, high), low, high, whole_numbers(low, high), 1, why};
}

} // namespace

Rule strictest(const Rule& a, const Rule& b) {
    return {std::max(a.below, b.below), std::max(a.round_to, b.round_to)};
}

Figure show(const Cell& truth, const Rule& rule) {
    if (truth.is_suppressed()) return withheld(truth, truth.low(), truth.high(), Why::source);
    if (!truth.is_known()) {
        return {truth, truth, 0, std::numeric_limits<double>::infinity(), 1, 0, Why::shown};
    }
    const double value = truth.value();
    if (value > 0 && value < rule.below) return withheld(truth, 1, rule.below - 1, Why::small);
    const bool zero_is_shown = value == 0 && rule.below > 0;
    if (rule.round_to <= 0 || zero_is_shown) return {truth, truth, value, value, 1, 0, Why::shown};
    const auto near = rounded(value, rule.round_to);
    const double low = std::max(near.low, rule.below);
    if (near.at > 0) return {truth, Cell::known(near.at), low, near.high, 1, 0, Why::shown};
    return withheld(truth, low, near.high, Why::small);
}

bool can_widen(const Figure& figure) {
    return figure.truth.is_known() && figure.steps < most_steps;
}

void widen(Figure& figure, const Rule& rule, Why why) {
    if (!can_widen(figure)) return;
    ++figure.steps;
    const double value = figure.truth.value();
    const double step = std::max(rule.below, rule.round_to) * std::exp2(figure.steps - 1);
    const double multiple = step * std::floor(value / step);
    const double least = value == 0 || rule.below <= 0 ? 0 : 1;
    const double low = std::max(multiple, least);
    const double high = multiple + step - 1;
    const bool was_withheld = figure.shown.is_suppressed();
    figure.low = was_withheld ? std::min(figure.low, low) : low;
    figure.high = was_withheld ? std::max(figure.high, high) : high;
    figure.shown = Cell::suppressed(figure.low, figure.high);
    if (figure.why == Why::shown) figure.why = why;
}

double whole_numbers(double low, double high) {
    constexpr double slack = 1e-6;
    return std::floor(high + slack) - std::ceil(low - slack) + 1;
}

} // namespace wardmap::disclosure
