// SPDX-License-Identifier: MIT
#include "geo/validity.h"

#include <cmath>
#include <cstdint>
#include <limits>

#include "geo/operations.h"
#include "support/catch.h"

using namespace wardmap;

namespace {

geo::MultiPolygon shape_of(const geo::Ring& ring) {
    return {{geo::Polygon{ring, {}}}};
}

/// A reproducible sequence of numbers (Knuth's generator, TAOCP 3.3.4).
struct Sequence {
    std::uint64_t state = 1;
    double below(std::uint64_t n) {
        state = state * 6364136223846793005U + 1442695040888963407U;
        return static_cast<double>((state >> 33U) % n);
    }
};

/// Twice the area of a triangle of whole numbers: exact.
double turn(geo::Point a, geo::Point b, geo::Point c) {
    return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

bool is_on_line(geo::Point p, geo::Point a, geo::Point b) {
    return turn(a, b, p) == 0 && std::min(a.x, b.x) <= p.x && p.x <= std::max(a.x, b.x) &&
           std::min(a.y, b.y) <= p.y && p.y <= std::max(a.y, b.y);
}

bool meet(geo::Point a, geo::Point b, geo::Point c, geo::Point d) {
    if (is_on_line(a, c, d) || is_on_line(b, c, d) || is_on_line(c, a, b) || is_on_line(d, a, b))
        return true;
    return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0);
}

/// Every side against every other, in integer arithmetic.
bool is_simple(const geo::Ring& ring) {
    const auto n = ring.size();
    for (std::size_t i = 0; i < n; ++i) {
        const auto a = ring[i];
        const auto b = ring[(i + 1) % n];
        const auto c = ring[(i + 2) % n];
        if (a == b || is_on_line(c, a, b) || is_on_line(a, b, c)) return false;
        for (std::size_t j = i + 2; j < n; ++j) {
            if ((j + 1) % n != i && meet(a, b, ring[j], ring[(j + 1) % n])) return false;
        }
    }
    return true;
}

} // namespace

TEST_CASE("The quick test of validity agrees with comparing every side with every other", "[geo]") {
    Sequence sequence;
    std::size_t simple = 0;
    for (int k = 0; k < 4000; ++k) {
        geo::Ring ring;
        for (int i = 0; i < 4 + k % 4; ++i) {
            const double x = sequence.below(12);
            ring.push_back({x, sequence.below(12)});
        }
        const bool expected = is_simple(ring);
        if (expected) ++simple;
        if (geo::is_surely_valid(shape_of(ring)) != expected) FAIL("ring " << k);
    }
    CHECK(simple > 200); // some of both
    CHECK(simple < 3800);
}

TEST_CASE("A shape that is not certainly valid is left to GEOS", "[geo]") {
    const geo::Ring square = {{0, 0}, {9, 0}, {9, 9}, {0, 9}};
    CHECK(geo::is_surely_valid(shape_of(square)));
    CHECK_FALSE(geo::is_surely_valid({}));
    CHECK_FALSE(geo::is_surely_valid(shape_of({{0, 0}, {9, 0}})));
    const auto nan = std::numeric_limits<double>::quiet_NaN();
    CHECK_FALSE(geo::is_surely_valid(shape_of({{0, 0}, {9, nan}, {9, 9}})));
    const geo::Ring hole = {{2, 2}, {4, 2}, {3, 4}};
    CHECK_FALSE(geo::is_surely_valid({{geo::Polygon{square, {hole}}}}));
    CHECK_FALSE(geo::invalidity({{geo::Polygon{square, {hole}}}}));
    const geo::Ring beside = {{9, 0}, {12, 0}, {12, 3}}; // touches at a corner
    CHECK_FALSE(geo::is_surely_valid({{geo::Polygon{square, {}}, geo::Polygon{beside, {}}}}));
    CHECK_FALSE(geo::invalidity({{geo::Polygon{square, {}}, geo::Polygon{beside, {}}}}));
    const geo::Ring apart = {{10, 0}, {12, 0}, {12, 3}};
    CHECK(geo::is_surely_valid({{geo::Polygon{square, {}}, geo::Polygon{apart, {}}}}));
}

TEST_CASE("A side within rounding of a corner is left to GEOS", "[geo]") {
    // The fourth corner is on the first side, except for the last digit.
    const double y = std::nextafter(0.1, 1);
    CHECK_FALSE(geo::is_surely_valid(shape_of({{0, 0}, {1, 1}, {1, 2}, {0.1, y}, {-1, 2}})));
}

TEST_CASE("A complicated shape is left to GEOS before it takes long", "[geo]") {
    // A comb: each tooth is beside all others from left to right.
    geo::Ring comb;
    for (int i = 0; i < 5000; ++i) {
        comb.push_back({0, 2.0 * i});
        comb.push_back({1000, 2.0 * i + 1});
    }
    comb.push_back({-1, 10001});
    comb.push_back({-1, -1});
    CHECK_FALSE(geo::is_surely_valid(shape_of(comb)));
    CHECK_FALSE(geo::invalidity(shape_of(comb)));
}

TEST_CASE("Shapes meet by common points, by corners on sides and not at all", "[geo]") {
    const auto square = [](double x, double y, double side) {
        return shape_of({{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}});
    };
    // Beside the first: sharing a side; a corner; a corner on its side; within its extent only.
    const auto l = shape_of({{0, 0}, {10, 0}, {10, 10}, {6, 10}, {6, 4}, {0, 4}});
    const auto side = square(10, 0, 10);
    const auto corner = square(10, 10, 5);
    const auto on_side = shape_of({{3, -3}, {5, 0}, {1, -3}});
    const auto apart = square(1, 6, 2);
    const std::vector<const geo::MultiPolygon*> shapes = {&l, &side, &corner, &on_side, &apart};
    const auto with_first = [&](bool lines) {
        std::vector<std::pair<std::size_t, geo::Contact>> found;
        for (const auto& meeting : geo::meetings(shapes, 0, lines)) {
            if (meeting.i == 0) found.emplace_back(meeting.j, meeting.contact);
        }
        return found;
    };
    using Found = std::vector<std::pair<std::size_t, geo::Contact>>;
    using geo::Contact;
    CHECK(with_first(false) ==
          Found{{1, Contact::point}, {2, Contact::point}, {3, Contact::point}});
    CHECK(with_first(true) == Found{{1, Contact::line}, {2, Contact::point}, {3, Contact::point}});
}
