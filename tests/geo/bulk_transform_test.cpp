// SPDX-License-Identifier: MIT
#include "geo/bulk_transform.h"

#include <cmath>

#include "base/philox.h"
#include "support/catch.h"

using namespace wardmap;

namespace {

/// Great Britain, in British National Grid.
constexpr geo::Box great_britain{80'000, 5'000, 660'000, 1'220'000};

} // namespace

TEST_CASE("Points are transformed in bulk to within a millimetre of PROJ",
          "[geo][bulk_transform]") {
    const geo::Transform proj("EPSG:4326", "EPSG:27700", "test");
    for (const std::string source : {"EPSG:4326", "EPSG:3857"}) {
        INFO(source);
        const geo::Transform exact(source, "EPSG:27700", "test");
        const geo::Transform back("EPSG:27700", source, "test");
        const geo::BulkTransform bulk(source, "EPSG:27700", great_britain, "test");
        RandomStream random(1, 2);
        std::vector<geo::Point> points;
        for (int i = 0; i < 20'000; ++i) {
            const auto p = back({great_britain.min_x + random.uniform() * great_britain.width(),
                                 great_britain.min_y + random.uniform() * great_britain.height()});
            REQUIRE(p);
            points.push_back(*p);
        }
        auto moved = points;
        std::vector<char> reached;
        bulk(moved, reached);
        double most = 0;
        std::size_t count = 0;
        for (std::size_t i = 0; i < points.size(); ++i) {
            const auto p = exact(points[i]);
            REQUIRE(p);
            if (reached[i] == 0) {
                CHECK_FALSE(great_britain.grown(-0.01).contains(*p));
                continue;
            }
            ++count;
            most = std::max(most, std::hypot(p->x - moved[i].x, p->y - moved[i].y));
        }
        CHECK(count > 19'990);
        CHECK(most < 0.001);
        CHECK(bulk.difference_m() < 0.001);
    }
}

TEST_CASE("A point that ends outside the box is unchanged", "[geo][bulk_transform]") {
    const geo::BulkTransform bulk("EPSG:4326", "EPSG:27700", {570'000, 150'000, 580'000, 160'000},
                                  "test");
    std::vector<geo::Point> points = {{0.55, 51.27}, {-3.2, 55.9}, {200, 95}};
    const auto before = points;
    std::vector<char> reached;
    bulk(points, reached);
    CHECK(reached == std::vector<char>{1, 0, 0});
    CHECK(points[1] == before[1]);
    CHECK(points[2] == before[2]);
}

TEST_CASE("Points of the same system stay exactly as they are", "[geo][bulk_transform]") {
    const geo::BulkTransform bulk("EPSG:27700", "EPSG:27700", great_britain, "test");
    std::vector<geo::Point> points = {{576012.1, 155988.7}};
    std::vector<char> reached;
    bulk(points, reached);
    CHECK(reached.front() == 1);
    CHECK(points.front() == geo::Point{576012.1, 155988.7});
}
