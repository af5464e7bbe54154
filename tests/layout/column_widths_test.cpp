// SPDX-License-Identifier: MIT
#include "layout/column_widths.h"

#include <numeric>

#include "support/catch.h"

using wardmap::layout::column_widths;

namespace {

double sum(const std::vector<double>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

} // namespace

TEST_CASE("Columns with space to spare keep their cells on one line", "[pages]") {
    const auto widths = column_widths({{10, 30}, {8, 12}}, 60);
    CHECK(widths[0] == Approx(39));
    CHECK(widths[1] == Approx(21));
}

TEST_CASE("Columns are not set far apart on a wide page", "[pages]") {
    CHECK(sum(column_widths({{10, 30}, {8, 12}}, 300)) == Approx(66));
}

TEST_CASE("A long column is narrowed, a short one is not", "[pages]") {
    const auto widths = column_widths({{10, 200}, {12, 12}}, 100);
    CHECK(widths[0] == Approx(88));
    CHECK(widths[1] == Approx(12));
}

TEST_CASE("If columns do not fit, the widest are narrowed", "[pages]") {
    CHECK(column_widths({{100, 100}, {100, 100}}, 50) == std::vector<double>{25, 25});
    CHECK(column_widths({{100, 100}, {5, 5}, {90, 95}}, 50) == std::vector<double>{22.5, 5, 22.5});
}
