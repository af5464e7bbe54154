// SPDX-License-Identifier: MIT
#include "maps/labels/choose_labels.h"

#include <random>

#include "support/catch.h"

using namespace wardmap;
using maps::LabelAssignment;
using maps::Labelled;

namespace {

constexpr double gap = 0.5;

geo::Box box_at(double x, double y) {
    return {x, y, x + 4, y + 2};
}

bool is_sound(const std::vector<Labelled>& items, const LabelAssignment& chosen) {
    for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = i + 1; j < items.size(); ++j) {
            if (chosen[i] && chosen[j] &&
                maps::in_conflict(items[i].choices[*chosen[i]], items[j].choices[*chosen[j]],
                                  gap)) {
                return false;
            }
        }
    }
    return true;
}

/// The least cost of all valid assignments, by exhaustive search.
double least_cost(const std::vector<Labelled>& items, LabelAssignment chosen = {}) {
    if (chosen.size() == items.size()) {
        return is_sound(items, chosen) ? maps::total_cost(items, chosen) : HUGE_VAL;
    }
    const auto& item = items[chosen.size()];
    chosen.emplace_back();
    double least = least_cost(items, chosen);
    for (std::size_t c = 0; c < item.choices.size(); ++c) {
        chosen.back() = c;
        least = std::min(least, least_cost(items, chosen));
    }
    return least;
}

std::vector<Labelled> crowd(std::mt19937& random, std::size_t n) {
    const auto any = [&random](double to) {
        return to * static_cast<double>(random() % 1000) / 1000;
    };
    std::vector<Labelled> items(n);
    for (auto& item : items) {
        item.cost_of_none = 10 + any(5);
        const geo::Point ward{any(14), any(8)};
        for (int c = 0; c < 4; ++c) {
            const auto box = box_at(any(14), any(8));
            item.choices.push_back({1 + any(4), box, {{box.centre(), ward}}});
        }
    }
    return items;
}

} // namespace

TEST_CASE("Labels conflict if they touch, or a leader crosses one", "[maps]") {
    const maps::LabelChoice plain{1, box_at(0, 0), {}};
    CHECK(maps::in_conflict(plain, {1, box_at(4.3, 0), {}}, gap));
    CHECK_FALSE(maps::in_conflict(plain, {1, box_at(4.6, 0), {}}, gap));
    CHECK(maps::in_conflict(plain, {1, box_at(10, 0), {{{10, 1}, {-5, 1}}}}, gap));
    const maps::LabelChoice rising{1, box_at(20, 20), {{{20, 20}, {10, 10}}}};
    const maps::LabelChoice falling{1, box_at(20, 5), {{{20, 7}, {8, 20}}}};
    const maps::LabelChoice beside{1, box_at(30, 5), {{{30, 7}, {28, 12}}}};
    CHECK(maps::in_conflict(rising, falling, gap));
    CHECK_FALSE(maps::in_conflict(rising, beside, gap));
}

TEST_CASE("Joint choice is better than one after the other if the first is in the way", "[maps]") {
    // The first takes the only position of the second, for a saving of one.
    std::vector<Labelled> items(2);
    items[0] = {{{1, box_at(0, 0), {}}, {2, box_at(10, 0), {}}}, 12};
    items[1] = {{{1, box_at(1, 0), {}}}, 12};
    CHECK(maps::total_cost(items, maps::choose_greedily(items, gap)) == Approx(13));
    const auto chosen = maps::optimise_labels(items, gap);
    CHECK(maps::total_cost(items, chosen) == Approx(3));
    CHECK(chosen == LabelAssignment{1, 0});
}

TEST_CASE("For small crowds the cheapest choice is found, for large ones a better one", "[maps]") {
    std::mt19937 random(5);
    int as_good_as_can_be = 0;
    int better = 0;
    for (int round = 0; round < 30; ++round) {
        const auto items = crowd(random, 6);
        const auto greedy = maps::choose_greedily(items, gap);
        const auto chosen = maps::optimise_labels(items, gap);
        REQUIRE(is_sound(items, greedy));
        REQUIRE(is_sound(items, chosen));
        const double cost = maps::total_cost(items, chosen);
        REQUIRE(cost <= maps::total_cost(items, greedy) + 1e-9);
        better += cost < maps::total_cost(items, greedy) - 1e-9 ? 1 : 0;
        as_good_as_can_be += cost <= least_cost(items) + 1e-9 ? 1 : 0;
    }
    CHECK(as_good_as_can_be >= 27);
    CHECK(better >= 10);
    const auto many = crowd(random, 60);
    const auto chosen = maps::optimise_labels(many, gap);
    CHECK(is_sound(many, chosen));
    CHECK(maps::total_cost(many, chosen) <=
          maps::total_cost(many, maps::choose_greedily(many, gap)));
    CHECK(chosen == maps::optimise_labels(many, gap));
    CHECK(maps::optimise_labels({}, gap).empty());
}
