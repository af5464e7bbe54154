// SPDX-License-Identifier: MIT
#include "incidents/ward_locator.h"

#include <cmath>

#include <geos_c.h>

#include "base/philox.h"
#include "incidents/orientation.h"
#include "support/catch.h"
#include "wards/ward.h"

using namespace wardmap;
using incidents::Location;
using incidents::WardLocator;

namespace {

Ward ward_of(std::vector<geo::Polygon> parts) {
    Ward ward;
    ward.shape.parts = std::move(parts);
    return ward;
}

geo::Polygon box(double x0, double y0, double x1, double y1) {
    return {{{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {}};
}

/// A point of a network of crooked borders; both wards beside an edge have the same points.
geo::Point crooked(double x, double y) {
    return {500'000 + 1'000 * x + 60 * std::sin(7 * y + x),
            150'000 + 1'000 * y + 60 * std::sin(9 * x + y)};
}

std::vector<Ward> crooked_wards(int side, int steps) {
    std::vector<Ward> wards;
    for (int i = 0; i < side * side; ++i) {
        const double x = i % side;
        const double y = (i - i % side) / side;
        geo::Ring ring;
        for (int k = 0; k < steps; ++k) {
            ring.push_back(crooked(x + static_cast<double>(k) / steps, y));
        }
        for (int k = 0; k < steps; ++k) {
            ring.push_back(crooked(x + 1, y + static_cast<double>(k) / steps));
        }
        for (int k = steps; k > 0; --k) {
            ring.push_back(crooked(x + static_cast<double>(k) / steps, y + 1));
        }
        for (int k = steps; k > 0; --k) {
            ring.push_back(crooked(x, y + static_cast<double>(k) / steps));
        }
        wards.push_back(ward_of({{ring, {}}}));
    }
    return wards;
}

/// The first ward that covers a point, by GEOS: prepared geometries in a tree.
class Geos {
public:
    explicit Geos(const std::vector<Ward>& wards) {
        m_tree = GEOSSTRtree_create_r(m_handle, 10);
        for (const auto& ward : wards) {
            const auto& ring = ward.shape.parts.front().outer;
            auto* const sequence =
                GEOSCoordSeq_create_r(m_handle, static_cast<unsigned>(ring.size() + 1), 2);
            for (unsigned i = 0; i <= ring.size(); ++i) {
                const auto p = ring[i % ring.size()];
                GEOSCoordSeq_setXY_r(m_handle, sequence, i, p.x, p.y);
            }
            auto* const shape = GEOSGeom_createPolygon_r(
                m_handle, GEOSGeom_createLinearRing_r(m_handle, sequence), nullptr, 0);
            m_shapes.push_back(shape);
            m_prepared.push_back(GEOSPrepare_r(m_handle, shape));
        }
        m_numbers.resize(wards.size());
        for (std::size_t i = 0; i < wards.size(); ++i) {
            m_numbers[i] = static_cast<std::int32_t>(i);
            GEOSSTRtree_insert_r(m_handle, m_tree, m_shapes[i], &m_numbers[i]);
        }
    }
    Geos(const Geos&) = delete;
    Geos& operator=(const Geos&) = delete;
    ~Geos() {
        GEOSSTRtree_destroy_r(m_handle, m_tree);
        for (const auto* const prepared : m_prepared) {
            GEOSPreparedGeom_destroy_r(m_handle, prepared);
        }
        for (auto* const shape : m_shapes) {
            GEOSGeom_destroy_r(m_handle, shape);
        }
        GEOS_finish_r(m_handle);
    }

    [[nodiscard]] std::int32_t ward_at(geo::Point p) const {
        auto* const point = GEOSGeom_createPointFromXY_r(m_handle, p.x, p.y);
        std::vector<std::int32_t> near;
        GEOSSTRtree_query_r(
            m_handle, m_tree, point,
            [](void* item, void* to) {
                static_cast<std::vector<std::int32_t>*>(to)->push_back(
                    *static_cast<std::int32_t*>(item));
            },
            &near);
        std::sort(near.begin(), near.end());
        std::int32_t found = Location::nowhere;
        for (const auto i : near) {
            if (GEOSPreparedCovers_r(m_handle, m_prepared[static_cast<std::size_t>(i)], point) ==
                1) {
                found = i;
                break;
            }
        }
        GEOSGeom_destroy_r(m_handle, point);
        return found;
    }

private:
    GEOSContextHandle_t m_handle = GEOS_init_r();
    GEOSSTRtree* m_tree = nullptr;
    std::vector<GEOSGeometry*> m_shapes;
    std::vector<const GEOSPreparedGeometry*> m_prepared;
    std::vector<std::int32_t> m_numbers;
};

} // namespace

TEST_CASE("The side of a line is found even within rounding errors", "[incidents]") {
    // The three points are exactly collinear; one unit in the last place moves the point off it.
    const geo::Point a{0.5, 0.5};
    const geo::Point b{12, 12};
    CHECK(incidents::orientation(a, b, {24, 24}) == 0);
    const double above = std::nextafter(24.0, 25.0);
    CHECK(incidents::orientation(a, b, {24, above}) == 1);
    CHECK(incidents::orientation(a, b, {above, 24}) == -1);
    CHECK(incidents::orientation(b, a, {24, above}) == -1);
    CHECK(incidents::exact_orientation({576012.1, 155988.7}, {576013.3, 155990.9},
                                       {576012.1, 155988.7}) == 0);
}

TEST_CASE("A point on a border belongs to the first of the wards that touch it", "[incidents]") {
    const WardLocator locator({ward_of({box(0, 0, 10, 10)}), ward_of({box(10, 0, 20, 10)}),
                               ward_of({box(0, 10, 20, 20)})});
    const auto inside = locator.locate({15, 5});
    CHECK(inside.ward == 1);
    CHECK_FALSE(inside.on_border);
    for (const auto& [p, ward] : {std::pair(geo::Point{10, 5}, 0), std::pair(geo::Point{15, 10}, 1),
                                  std::pair(geo::Point{10, 10}, 0), std::pair(geo::Point{0, 0}, 0),
                                  std::pair(geo::Point{20, 20}, 2)}) {
        const auto location = locator.locate(p);
        CHECK(location.ward == ward);
        CHECK(location.on_border);
        CHECK_FALSE(location.in_several);
    }
    CHECK(locator.locate({std::nextafter(10.0, 11.0), 5}).ward == 1);
    CHECK(locator.locate({20.5, 5}).ward == Location::nowhere);
    CHECK(locator.locate({1e9, 5}).ward == Location::nowhere);
}

TEST_CASE("Holes, detached parts and wards within others are distinguished", "[incidents]") {
    auto around = box(0, 0, 100, 100);
    around.holes.push_back({{40, 40}, {60, 40}, {60, 60}, {40, 60}});
    const WardLocator locator(
        {ward_of({around, box(200, 0, 210, 10)}), ward_of({box(40, 40, 60, 60)})});
    CHECK(locator.locate({5, 5}).ward == 0);
    CHECK(locator.locate({50, 50}).ward == 1);
    CHECK(locator.locate({205, 5}).ward == 0);
    CHECK(locator.locate({150, 5}).ward == Location::nowhere);
    CHECK(locator.locate({40, 50}).ward == 0);
    CHECK(locator.locate({40, 50}).on_border);
}

TEST_CASE("Wards that overlap are reported, even if one is wholly within the other",
          "[incidents]") {
    const WardLocator locator({ward_of({box(0, 0, 100, 100)}), ward_of({box(50, 0, 150, 100)}),
                               ward_of({box(10, 10, 20, 20)})});
    CHECK_FALSE(locator.locate({5, 50}).in_several);
    CHECK(locator.locate({75, 50}).in_several);
    CHECK(locator.locate({75, 50}).ward == 0);
    CHECK(locator.locate({15, 15}).in_several);
    CHECK(locator.locate({120, 50}).ward == 1);
    CHECK_FALSE(locator.locate({120, 50}).in_several);
}

TEST_CASE("The distance to a border is that to the nearest edge", "[incidents]") {
    const WardLocator locator({ward_of({box(0, 0, 1'000, 1'000)})});
    CHECK(locator.border_distance({30, 500}, 50) == Approx(30));
    CHECK(locator.border_distance({1'003, 1'004}, 50) == Approx(5));
    CHECK(std::isinf(locator.border_distance({500, 500}, 50)));
    CHECK(std::isinf(locator.border_distance({-51, 500}, 50)));
}

TEST_CASE("A million points are in the wards that GEOS finds, point for point", "[incidents]") {
    const auto wards = crooked_wards(12, 50);
    const WardLocator locator(wards);
    const Geos geos(wards);
    RandomStream random(20110327, 1);
    std::size_t different = 0;
    std::size_t outside = 0;
    for (int i = 0; i < 1'000'000; ++i) {
        geo::Point p{499'500 + random.uniform() * 13'000, 149'500 + random.uniform() * 13'000};
        if (i % 4 == 0) { // whole metres, as from police.uk and grid references
            p = {std::round(p.x), std::round(p.y)};
        }
        if (i % 10 == 0) { // corners of borders, where several wards meet
            const auto& ring = wards[random.below(144)].shape.parts.front().outer;
            p = ring[random.below(static_cast<std::uint32_t>(ring.size()))];
        }
        const auto ward = locator.locate(p).ward;
        if (ward != geos.ward_at(p)) ++different;
        if (ward == Location::nowhere) ++outside;
    }
    CHECK(different == 0);
    CHECK(outside > 10'000);
}
