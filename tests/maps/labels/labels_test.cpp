// SPDX-License-Identifier: MIT
#include "maps/labels/label.h"
#include "maps/labels/labels.h"

#include <cmath>
#include <random>

#include "geo/pole_of_inaccessibility.h"
#include "maps/labels/typesetting.h"
#include "support/catch.h"
#include "support/study.h"

using namespace wardmap;
using maps::Labelling;
using testing::square;

namespace {

maps::LabelExtent measure(const std::string& text, double size_pt) {
    const double em = size_pt * 25.4 / 72;
    return {0.52 * em * static_cast<double>(text.size()), 0.76 * em, 0.24 * em};
}

maps::LabelOptions options(double width, double height) {
    maps::LabelOptions o;
    o.frame = {0, 0, width, height};
    return o;
}

void check_guarantees(const Labelling& labelling, const std::vector<maps::LabelRequest>& requests,
                      const maps::LabelOptions& o) {
    CHECK(labelling.labels.size() + labelling.unplaced.size() == requests.size());
    for (std::size_t i = 0; i < labelling.labels.size(); ++i) {
        const auto& label = labelling.labels[i];
        REQUIRE(label.size_pt >= o.min_size_pt - 1e-9);
        REQUIRE(o.frame.contains({label.box.min_x, label.box.min_y}));
        REQUIRE(o.frame.contains({label.box.max_x, label.box.max_y}));
        for (const auto& obstacle : o.obstacles) {
            REQUIRE_FALSE(label.box.overlaps(obstacle));
        }
        for (std::size_t j = i + 1; j < labelling.labels.size(); ++j) {
            REQUIRE_FALSE(label.box.grown(0.49).overlaps(labelling.labels[j].box));
        }
        if (!label.leader)
            REQUIRE(geo::contains(requests[label.request].shape, label.box.centre()));
        if (label.number) REQUIRE(labelling.key.at(*label.number - 1) == label.request);
        if (!label.leader) continue;
        const auto& [from, to] = *label.leader;
        REQUIRE(geo::contains(requests[label.request].shape, to));
        for (const auto& other : labelling.labels) {
            if (&other != &label) REQUIRE_FALSE(maps::crosses(from, to, other.box));
        }
        if (label.number) continue;
        for (const auto& request : requests) { // a name avoids all wards
            REQUIRE_FALSE(geo::contains(request.shape, label.box.centre()));
        }
    }
}

} // namespace

TEST_CASE("The pole of inaccessibility is where a ward is deepest", "[maps]") {
    const auto middle = geo::pole_of_inaccessibility(square(0, 0, 10), 0.01);
    CHECK(middle.at.x == Approx(5).margin(0.02));
    CHECK(middle.distance == Approx(5).margin(0.02));
    // An L of two arms, 4 wide: deepest near the inner corner, by the circle that touches it.
    const geo::MultiPolygon l{{{{{0, 0}, {10, 0}, {10, 4}, {4, 4}, {4, 10}, {0, 10}}, {}}}};
    const double r = 4 * std::sqrt(2.0) / (1 + std::sqrt(2.0)); // r + r√2 = 4√2
    CHECK(geo::pole_of_inaccessibility(l, 0.001).distance == Approx(r).margin(0.01));
    auto two = square(0, 0, 2);
    two.parts.push_back(square(10, 10, 6).parts[0]);
    CHECK(geo::pole_of_inaccessibility(two, 0.01).at.x == Approx(13).margin(0.05));
}

TEST_CASE("A name is placed whole in the middle of a large ward", "[maps]") {
    const std::vector<maps::LabelRequest> requests = {{"High Street", square(0, 0, 50)}};
    const auto labelling = maps::place_labels(requests, options(50, 50), measure);
    REQUIRE(labelling.labels.size() == 1);
    CHECK(labelling.labels[0].lines.size() == 1);
    CHECK(labelling.labels[0].size_pt == 8);
    CHECK(labelling.labels[0].box.centre().x == Approx(25).margin(0.2));
}

TEST_CASE("A long name wraps before it shrinks, and shrinks before it becomes a number", "[maps]") {
    const std::vector<maps::LabelRequest> requests = {
        {"Boughton Monchelsea and Chart Sutton", square(0, 0, 24)}};
    const auto wrapped = maps::place_labels(requests, options(50, 50), measure);
    REQUIRE(wrapped.labels.size() == 1);
    CHECK(wrapped.labels[0].lines.size() == 3);
    CHECK(wrapped.labels[0].size_pt >= 7);
    const auto tiny = maps::place_labels(
        {{"Boughton Monchelsea and Chart Sutton", square(0, 0, 6)}}, options(6, 6), measure);
    REQUIRE(tiny.labels.size() == 1);
    CHECK(tiny.labels[0].number == std::size_t{1});
    CHECK(tiny.labels[0].lines[0].text == "1");
}

TEST_CASE("A name that does not fit is placed beside the area, with a leader", "[maps]") {
    const std::vector<maps::LabelRequest> requests = {{"Downswood and Otham", square(20, 20, 6)},
                                                      {"North Downs", square(26, 10, 30)}};
    const auto labelling = maps::place_labels(requests, options(60, 60), measure);
    REQUIRE(labelling.labels.size() == 2);
    CHECK(labelling.key.empty());
    const auto& label = labelling.labels[1];
    CHECK(label.request == 0);
    REQUIRE(label.leader);
    CHECK(label.box.max_x < 26);
    check_guarantees(labelling, requests, options(60, 60));
}

TEST_CASE("A ward too small for a number, surrounded by others, has it outside with a leader",
          "[maps]") {
    std::vector<maps::LabelRequest> requests = {{"Tiny", square(40, 40, 0.5)}};
    auto around = square(0, 0, 80); // a ward with a hole
    around.parts[0].holes.push_back(requests[0].shape.parts[0].outer);
    requests.push_back({"Wide", around});
    const auto labelling = maps::place_labels(requests, options(80, 80), measure);
    REQUIRE(labelling.labels.size() == 2);
    CHECK(labelling.labels[1].number == std::size_t{1});
    check_guarantees(labelling, requests, options(80, 80));
}

TEST_CASE("If there is no space for a name, a number is placed beside the ward", "[maps]") {
    const std::vector<maps::LabelRequest> requests = {
        {"Tiny and very long indeed", square(5, 5, 0.5)}};
    const auto labelling = maps::place_labels(requests, options(10, 10), measure);
    REQUIRE(labelling.labels.size() == 1);
    CHECK(labelling.labels[0].number == std::size_t{1});
    REQUIRE(labelling.labels[0].leader);
    CHECK(geo::contains(requests[0].shape, labelling.labels[0].leader->second));
    CHECK_FALSE(labelling.labels[0].box.contains(labelling.labels[0].leader->first));
    check_guarantees(labelling, requests, options(10, 10));
}

TEST_CASE("If there is no space left the wards are listed as unplaced", "[maps]") {
    auto o = options(50, 50);
    o.obstacles = {o.frame};
    const auto labelling =
        maps::place_labels({{"A", square(0, 0, 20)}, {"B", square(20, 0, 20)}}, o, measure);
    CHECK(labelling.labels.empty());
    CHECK(labelling.unplaced == std::vector<std::size_t>{0, 1});
    CHECK(maps::place_labels({}, o, measure).labels.empty());
}

TEST_CASE("The guarantees hold on crooked partitions of every size", "[maps]") {
    std::mt19937 random(11);
    for (const int side : {3, 8, 15}) {
        std::vector<std::vector<geo::Point>> net(static_cast<std::size_t>(side) + 1);
        const double cell = 150.0 / side;
        const auto jitter = [&] {
            return (static_cast<double>(random() % 1000) / 1000 - 0.5) * cell * 0.7;
        };
        for (int i = 0; i <= side; ++i) {
            for (int j = 0; j <= side; ++j) {
                const bool edge = i == 0 || j == 0 || i == side || j == side;
                net[static_cast<std::size_t>(i)].push_back(
                    {10 + i * cell + (edge ? 0 : jitter()), 10 + j * cell + (edge ? 0 : jitter())});
            }
        }
        std::vector<maps::LabelRequest> requests;
        for (std::size_t i = 0; i < static_cast<std::size_t>(side); ++i) {
            for (std::size_t j = 0; j < static_cast<std::size_t>(side); ++j) {
                const std::string name =
                    random() % 3 == 0 ? "North Downs and Boxley " + std::to_string(i) : "Heath";
                requests.push_back(
                    {name, {{{{net[i][j], net[i + 1][j], net[i + 1][j + 1], net[i][j + 1]}, {}}}}});
            }
        }
        auto o = options(170, 170);
        o.obstacles = {{120, 120, 170, 170}};
        const auto labelling = maps::place_labels(requests, o, measure);
        check_guarantees(labelling, requests, o);
        CHECK(labelling.labels.size() > requests.size() / 2);
    }
}

TEST_CASE("If too many wards need a number beside them, the most important have one", "[maps]") {
    std::vector<maps::LabelRequest> requests;
    for (int i = 0; i < 200; ++i) {
        maps::LabelRequest request{"A long name", square(5.0 + i % 20 * 5, 5.0 + i / 20 * 9, 0.8)};
        request.importance = i % 10 == 0 ? 1 : 0;
        requests.push_back(request);
    }
    const auto o = options(110, 100);
    const auto labelling = maps::place_labels(requests, o, measure);
    check_guarantees(labelling, requests, o);
    CHECK(labelling.labels.size() == 40);
    for (std::size_t i = 0; i < requests.size(); i += 10) {
        CHECK(std::count_if(labelling.labels.begin(), labelling.labels.end(),
                            [i](const maps::Label& label) { return label.request == i; }) == 1);
    }
}
