// SPDX-License-Identifier: MIT
// How a category's figures are converted to the mapped measure.
#pragma once

#include <array>
#include <string_view>
#include <utility>

namespace wardmap::project {

enum class MeasureKind {
    count,   // the figure itself
    rate,    // per N of a denominator
    share,   // percentage of a denominator; without one, of all wards' sum
    density, // per square kilometre
    mean,    // a score that is already an average
    index,   // 100 x figure / denominator (expected figure): 100 = as expected
    rank,    // 1 = highest (worst) of `of`; lowest is darkest
};

inline constexpr std::array<std::pair<std::string_view, MeasureKind>, 7> measure_names = {{
    {"count", MeasureKind::count},
    {"rate", MeasureKind::rate},
    {"share", MeasureKind::share},
    {"density", MeasureKind::density},
    {"mean", MeasureKind::mean},
    {"index", MeasureKind::index},
    {"rank", MeasureKind::rank},
}};

} // namespace wardmap::project
