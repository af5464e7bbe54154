// SPDX-License-Identifier: MIT
#include "geo/box_grid.h"

#include "support/catch.h"

using namespace wardmap;

namespace {

/// Boxes of 1 by 1 side by side, `side` in a row.
std::vector<geo::Box> squares(int side) {
    std::vector<geo::Box> boxes;
    for (int y = 0; y < side; ++y) {
        for (int x = 0; x < side; ++x) {
            boxes.push_back({1.0 * x, 1.0 * y, x + 1.0, y + 1.0});
        }
    }
    return boxes;
}

geo::BoxGrid grid_of(const std::vector<geo::Box>& boxes, const geo::Box& area, double cell) {
    geo::BoxGrid grid(area, cell);
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        grid.add(boxes[i], i);
    }
    return grid;
}

} // namespace

TEST_CASE("A grid finds all boxes that touch another", "[geo]") {
    const auto boxes = squares(20);
    for (const double cell : {0.7, 1.0, 3.0, 100.0}) {
        const auto grid = grid_of(boxes, {0, 0, 20, 20}, cell);
        for (const geo::Box& asked : {geo::Box{3, 3, 4, 4}, geo::Box{-5, 18.5, 0.5, 40},
                                      geo::Box{7.5, 7.5, 7.5, 7.5}, geo::Box{50, 50, 60, 60}}) {
            const auto found = grid.near(asked);
            CHECK(std::is_sorted(found.begin(), found.end()));
            CHECK(std::adjacent_find(found.begin(), found.end()) == found.end());
            for (std::size_t i = 0; i < boxes.size(); ++i) {
                const auto& box = boxes[i];
                const bool touches = box.min_x <= asked.max_x && asked.min_x <= box.max_x &&
                                     box.min_y <= asked.max_y && asked.min_y <= box.max_y;
                if (!touches) continue;
                CHECK(std::binary_search(found.begin(), found.end(), i));
                CHECK(grid.any(asked, [i](std::size_t j) { return j == i; }));
            }
        }
    }
}

TEST_CASE("A box that was removed from a grid is no longer found", "[geo]") {
    geo::BoxGrid grid({0, 0, 10, 10}, 2);
    grid.add({1, 1, 9, 9}, 7);
    grid.add({1, 1, 2, 2}, 8);
    grid.remove({1, 1, 9, 9}, 7);
    CHECK(grid.near({0, 0, 10, 10}) == std::vector<std::size_t>{8});
}

TEST_CASE("A grid over an empty area is one cell", "[geo]") {
    geo::BoxGrid grid({}, 2);
    grid.add({1, 1, 2, 2}, 0);
    CHECK(grid.near({5, 5, 6, 6}) == std::vector<std::size_t>{0});
}

TEST_CASE("The work of a search does not grow with the area around it", "[geo]") {
    const auto looked_at = [](int side) {
        const auto boxes = squares(side);
        const auto grid = grid_of(boxes, {0, 0, 1.0 * side, 1.0 * side}, 3);
        std::size_t most = 0;
        for (const auto& box : boxes) {
            std::size_t n = 0;
            (void)grid.any(box, [&n](std::size_t) {
                ++n;
                return false;
            });
            most = std::max(most, n);
        }
        return most;
    };
    CHECK(looked_at(60) == looked_at(20));
}
