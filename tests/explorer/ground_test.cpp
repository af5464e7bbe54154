// SPDX-License-Identifier: MIT
// The borders in the explorer, reassembled as on the page.
#include "explorer/explorer_data.h"

#include <map>
#include <set>

#include "geo/polygon.h"
#include "support/catch.h"
#include "support/maidstone.h"
#include "support/study.h"

using namespace wardmap;
using namespace wardmap::testing;

namespace {

std::vector<geo::Ring> arcs_of(const Json& ground) {
    std::vector<geo::Ring> arcs;
    for (const auto& steps : ground.at("arcs")) {
        geo::Ring arc;
        double x = 0;
        double y = 0;
        for (std::size_t i = 0; i + 1 < steps.size(); i += 2) {
            x += steps.at(i).get<int>();
            y += steps.at(i + 1).get<int>();
            arc.push_back({x, y});
        }
        arcs.push_back(arc);
    }
    return arcs;
}

/// Twice the signed area below the line.
double below(const geo::Ring& line, bool backwards) {
    double sum = 0;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        sum += line[i].x * line[i + 1].y - line[i + 1].x * line[i].y;
    }
    return backwards ? -sum : sum;
}

std::size_t index_of(int use) {
    return static_cast<std::size_t>(use < 0 ? -1 - use : use);
}

/// Area in m² of a ward's rings: holes run the other way round.
double area_of(const Json& rings, const std::vector<geo::Ring>& arcs, double metres) {
    double sum = 0;
    for (const auto& ring : rings) {
        for (const auto& use : ring) {
            sum += below(arcs.at(index_of(use.get<int>())), use.get<int>() < 0);
        }
    }
    return std::abs(sum) / 2 * metres * metres;
}

geo::Point end_of(const geo::Ring& arc, bool last) {
    return last ? arc.back() : arc.front();
}

} // namespace

TEST_CASE("The explorer's wards are as large as the study's, and their rings are closed",
          "[explorer]") {
    const auto ground = data_of(maidstone()).at("ground");
    const auto arcs = arcs_of(ground);
    const auto metres = ground.at("metres").get<double>();
    const auto& wards = maidstone().wards.wards;
    REQUIRE(ground.at("wards").size() == wards.size());
    for (std::size_t i = 0; i < wards.size(); ++i) {
        INFO(wards[i].name);
        CHECK(area_of(ground.at("wards").at(i), arcs, metres) ==
              Approx(wards[i].area_m2).epsilon(0.02));
        for (const auto& ring : ground.at("wards").at(i)) {
            for (std::size_t k = 0; k < ring.size(); ++k) {
                const auto use = ring.at(k).get<int>();
                const auto next = ring.at((k + 1) % ring.size()).get<int>();
                const auto end = end_of(arcs.at(index_of(use)), use >= 0);
                const auto start = end_of(arcs.at(index_of(next)), next < 0);
                CHECK(end.x == start.x);
                CHECK(end.y == start.y);
            }
        }
    }
}

TEST_CASE("A border between two wards is in the explorer once", "[explorer]") {
    const auto study = study_of(grid_of_wards({"A", "B", "C", "D"}, 2),
                                {Cell::known(1), Cell::known(2), Cell::known(3), Cell::known(4)});
    const auto ground = data_of(study).at("ground");
    std::map<std::size_t, int> uses;
    for (const auto& rings : ground.at("wards")) {
        for (const auto& ring : rings) {
            for (const auto& use : ring) {
                ++uses[index_of(use.get<int>())];
            }
        }
    }
    std::set<std::size_t> outside;
    for (const auto& arc : ground.at("outside")) {
        outside.insert(arc.get<std::size_t>());
    }
    CHECK(uses.size() == ground.at("arcs").size());
    std::size_t shared = 0;
    for (const auto& [arc, times] : uses) {
        CHECK(times == (outside.contains(arc) ? 1 : 2));
        if (times == 2) ++shared;
    }
    CHECK(shared == 4); // two by two squares meet along four lines
}

TEST_CASE("Names and marks are inside their wards", "[explorer]") {
    const auto study = study_of(grid_of_wards({"A", "B", "C"}, 3),
                                {Cell::known(1), Cell::known(2), Cell::known(3)});
    const auto ground = data_of(study).at("ground");
    const auto side = ground.at("width").get<double>() / 3;
    for (std::size_t i = 0; i < 3; ++i) {
        const auto at = [&](std::size_t k) {
            return ground.at("points").at(3 * i + k).get<double>();
        };
        CHECK(at(0) == Approx((static_cast<double>(i) + 0.5) * side).margin(0.01 * side));
        CHECK(at(1) == Approx(0.5 * side).margin(0.01 * side));
        CHECK(at(2) == Approx(0.5 * side).margin(0.01 * side));
    }
}
