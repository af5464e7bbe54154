// SPDX-License-Identifier: MIT
#include "geo/operations.h"

#include <algorithm>
#include <array>
#include <memory>
#include <mutex>
#include <stdexcept>

#include <geos_c.h>

#include "base/interrupt.h"
#include "geo/handle.h"
#include "geo/validity.h"

namespace wardmap::geo {
namespace {

/// Ends a long operation within GEOS, which then returns nothing.
void request_stop() {
    if (is_interrupted()) GEOS_interruptRequest();
}

/// One GEOS context for each operation; its error messages become exceptions.
class Geos {
public:
    Geos() : m_handle(GEOS_init_r()) {
        stop_if_interrupted();
        static std::once_flag once;
        std::call_once(once, [] { GEOS_interruptRegisterCallback(request_stop); });
        GEOSContext_setErrorMessageHandler_r(
            m_handle.get(),
            [](const char* message, void* self) { static_cast<Geos*>(self)->m_error = message; },
            this);
        GEOSContext_setNoticeMessageHandler_r(
            m_handle.get(), [](const char*, void*) {}, nullptr);
    }

    struct DestroyGeometry {
        GEOSContextHandle_t handle = nullptr;
        void operator()(GEOSGeometry* g) const { GEOSGeom_destroy_r(handle, g); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, DestroyGeometry>;

    [[nodiscard]] GEOSContextHandle_t get() const { return m_handle.get(); }

    [[nodiscard]] Geometry own(GEOSGeometry* g) const {
        if (g == nullptr) {
            stop_if_interrupted();
            throw std::runtime_error("GEOS: " + m_error);
        }
        return {g, DestroyGeometry{m_handle.get()}};
    }

    [[nodiscard]] Geometry geometry(const MultiPolygon& shape) const {
        std::vector<GEOSGeometry*> parts;
        for (const auto& part : shape.parts) {
            std::vector<GEOSGeometry*> holes;
            for (const auto& hole : part.holes) {
                holes.push_back(ring(hole).release());
            }
            parts.push_back(
                own(GEOSGeom_createPolygon_r(get(), ring(part.outer).release(), holes.data(),
                                             static_cast<unsigned>(holes.size())))
                    .release());
        }
        return own(GEOSGeom_createCollection_r(get(), GEOS_MULTIPOLYGON, parts.data(),
                                               static_cast<unsigned>(parts.size())));
    }

    [[nodiscard]] MultiPolygon polygons(const GEOSGeometry* g) const {
        MultiPolygon shape;
        add_polygons(g, shape);
        return shape;
    }

private:
    [[nodiscard]] Geometry ring(const Ring& points) const {
        Ring closed;
        closed.reserve(points.size() + 1);
        closed.assign(points.begin(), points.end());
        if (!points.empty()) closed.push_back(points.front());
        return own(GEOSGeom_createLinearRing_r(
            get(), GEOSCoordSeq_copyFromBuffer_r(get(), &closed.data()->x,
                                                 static_cast<unsigned>(closed.size()), 0, 0)));
    }

    [[nodiscard]] Ring points(const GEOSGeometry* ring) const {
        const GEOSCoordSequence* const sequence = GEOSGeom_getCoordSeq_r(get(), ring);
        unsigned n = 0;
        GEOSCoordSeq_getSize_r(get(), sequence, &n);
        Ring result(n);
        for (unsigned i = 0; i < n; ++i) {
            GEOSCoordSeq_getXY_r(get(), sequence, i, &result[i].x, &result[i].y);
        }
        if (!result.empty()) result.pop_back();
        return result;
    }

    void add_polygons(const GEOSGeometry* g, MultiPolygon& shape) const {
        const int type = GEOSGeomTypeId_r(get(), g);
        if (type == GEOS_POLYGON) {
            if (GEOSisEmpty_r(get(), g) != 0) return;
            Polygon part{points(GEOSGetExteriorRing_r(get(), g)), {}};
            for (int i = 0; i < GEOSGetNumInteriorRings_r(get(), g); ++i) {
                part.holes.push_back(points(GEOSGetInteriorRingN_r(get(), g, i)));
            }
            shape.parts.push_back(std::move(part));
        } else if (type >= GEOS_MULTIPOINT) {
            for (int i = 0; i < GEOSGetNumGeometries_r(get(), g); ++i) {
                add_polygons(GEOSGetGeometryN_r(get(), g, i), shape);
            }
        }
    }

    Handle<GEOSContextHandle_HS, GEOS_finish_r> m_handle;
    std::string m_error;
};

/// A geometry and its prepared form, for repeated predicates.
struct Prepared {
    const GEOSPreparedGeometry* prepared;
    const GEOSGeometry* plain;
};

/// Whether it touches another, nearer than `snap` metres; `lines` distinguishes a stretch of common
/// border from a point.
Contact contact_of(const Geos& geos, const Prepared& one, const GEOSGeometry* b, double snap,
                   bool lines) {
    const auto* const prepared = one.prepared;
    const auto* const a = one.plain;
    if (snap > 0) {
        if (GEOSPreparedDistanceWithin_r(geos.get(), prepared, b, snap) != 1) return Contact::none;
        if (!lines) return Contact::point;
        const auto grown = geos.own(GEOSBuffer_r(geos.get(), a, snap, 4));
        const auto border = geos.own(GEOSBoundary_r(geos.get(), b));
        const auto common = geos.own(GEOSIntersection_r(geos.get(), grown.get(), border.get()));
        double length = 0;
        GEOSLength_r(geos.get(), common.get(), &length);
        return length > 4 * snap ? Contact::line : Contact::point;
    }
    if (GEOSPreparedIntersects_r(geos.get(), prepared, b) != 1) return Contact::none;
    if (!lines) return Contact::point;
    // Borders that share a stretch, or interiors that overlap: anything of one dimension or more.
    const auto left = geos.own(GEOSBoundary_r(geos.get(), a));
    const auto right = geos.own(GEOSBoundary_r(geos.get(), b));
    const bool stretch = GEOSRelatePattern_r(geos.get(), left.get(), right.get(), "1********") == 1;
    return stretch ? Contact::line : Contact::point;
}

} // namespace

std::optional<std::string> invalidity(const MultiPolygon& shape) {
    stop_if_interrupted();
    if (is_surely_valid(shape)) return std::nullopt;
    const Geos geos;
    const auto g = geos.geometry(shape);
    char* reason = nullptr;
    GEOSGeometry* location = nullptr;
    const char valid = GEOSisValidDetail_r(geos.get(), g.get(), 0, &reason, &location);
    std::string text = reason != nullptr ? reason : "invalid";
    if (location != nullptr) {
        double x = 0;
        double y = 0;
        GEOSGeomGetX_r(geos.get(), location, &x);
        GEOSGeomGetY_r(geos.get(), location, &y);
        text += " at " + std::to_string(x) + " " + std::to_string(y);
        GEOSGeom_destroy_r(geos.get(), location);
    }
    GEOSFree_r(geos.get(), reason);
    if (valid == 1) return std::nullopt;
    return text;
}

MultiPolygon made_valid(const MultiPolygon& shape) {
    const Geos geos;
    const auto g = geos.geometry(shape);
    GEOSMakeValidParams* const parameters = GEOSMakeValidParams_create_r(geos.get());
    GEOSMakeValidParams_setMethod_r(geos.get(), parameters, GEOS_MAKE_VALID_STRUCTURE);
    GEOSGeometry* const valid = GEOSMakeValidWithParams_r(geos.get(), g.get(), parameters);
    GEOSMakeValidParams_destroy_r(geos.get(), parameters);
    return geos.polygons(geos.own(valid).get());
}

MultiPolygon united(const std::vector<MultiPolygon>& shapes) {
    const Geos geos;
    std::vector<GEOSGeometry*> all;
    for (const auto& shape : shapes) {
        all.push_back(geos.geometry(shape).release());
    }
    const auto collection = geos.own(GEOSGeom_createCollection_r(
        geos.get(), GEOS_GEOMETRYCOLLECTION, all.data(), static_cast<unsigned>(all.size())));
    return geos.polygons(geos.own(GEOSUnaryUnion_r(geos.get(), collection.get())).get());
}

double shared_area(const MultiPolygon& a, const MultiPolygon& b) {
    const Geos geos;
    const auto common =
        geos.own(GEOSIntersection_r(geos.get(), geos.geometry(a).get(), geos.geometry(b).get()));
    double area = 0;
    GEOSArea_r(geos.get(), common.get(), &area);
    return area;
}

double distance(const MultiPolygon& a, const MultiPolygon& b) {
    const Geos geos;
    const auto left = geos.geometry(a);
    const auto right = geos.geometry(b);
    double between = 0;
    GEOSDistanceIndexed_r(geos.get(), left.get(), right.get(), &between);
    return between;
}

MultiPolygon grown(const MultiPolygon& shape, double by) {
    constexpr int steps = 16;
    const Geos geos;
    const auto wider = geos.own(GEOSBuffer_r(geos.get(), geos.geometry(shape).get(), by, steps));
    return geos.polygons(wider.get());
}

namespace {

/// Points and sides that two shapes share exactly, found without GEOS: in a layer digitised as one,
/// most neighbours share theirs to the last digit.
class CommonPoints {
public:
    explicit CommonPoints(const std::vector<const MultiPolygon*>& shapes) : m_shapes(shapes) {
        for (const auto* const shape : shapes) {
            m_extents.push_back(extent(*shape));
        }
    }

    [[nodiscard]] const Box& extent_of(std::size_t i) const { return m_extents[i]; }

    /// Whether they share a point or, if `sides`, a side with both its ends.
    bool has(std::size_t i, std::size_t j, bool sides) {
        const auto& a = m_extents[i];
        const auto& b = m_extents[j];
        const Box both{std::max(a.min_x, b.min_x), std::max(a.min_y, b.min_y),
                       std::min(a.max_x, b.max_x), std::min(a.max_y, b.max_y)};
        m_known.clear();
        any_of(*m_shapes[i], both, sides, [&](const Ends& ends) {
            m_known.push_back(ends);
            return false;
        });
        std::sort(m_known.begin(), m_known.end());
        return any_of(*m_shapes[j], both, sides, [&](const Ends& ends) {
            return std::binary_search(m_known.begin(), m_known.end(), ends);
        });
    }

private:
    using Ends = std::array<double, 4>; // of a side, the lesser first; of a point, twice the point

    /// Whether `is` holds for a side that starts within a box, or for a point there.
    template <typename Is>
    static bool any_of(const MultiPolygon& shape, const Box& box, bool sides, const Is& is) {
        const auto in_ring = [&](const Ring& ring) {
            for (std::size_t i = 0; i < ring.size(); ++i) {
                auto p = ring[i];
                if (!box.contains(p)) continue;
                auto q = sides ? ring[i + 1 < ring.size() ? i + 1 : 0] : p;
                if (std::pair(q.x, q.y) < std::pair(p.x, p.y)) std::swap(p, q);
                if (is(Ends{p.x, p.y, q.x, q.y})) return true;
            }
            return false;
        };
        return std::ranges::any_of(shape.parts, [&](const Polygon& part) {
            return in_ring(part.outer) || std::ranges::any_of(part.holes, in_ring);
        });
    }

    const std::vector<const MultiPolygon*>& m_shapes;
    std::vector<Box> m_extents;
    std::vector<Ends> m_known;
};

} // namespace
std::vector<Meeting> meetings(const std::vector<const MultiPolygon*>& shapes, double snap,
                              bool distinguish_lines) {
    const Geos geos;
    const auto destroy_tree = [&](GEOSSTRtree* t) { GEOSSTRtree_destroy_r(geos.get(), t); };
    const std::unique_ptr<GEOSSTRtree, decltype(destroy_tree)> tree(
        GEOSSTRtree_create_r(geos.get(), 10), destroy_tree);
    CommonPoints common(shapes);
    std::vector<Geos::Geometry> windows; // grown by the permitted gap
    std::vector<std::size_t> indices(shapes.size());
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const auto box = common.extent_of(i).grown(snap);
        windows.push_back(geos.own(
            GEOSGeom_createRectangle_r(geos.get(), box.min_x, box.min_y, box.max_x, box.max_y)));
        indices[i] = i;
        GEOSSTRtree_insert_r(geos.get(), tree.get(), windows[i].get(), &indices[i]);
    }
    std::vector<Geos::Geometry> geometries(shapes.size()); // only those that need GEOS
    const auto geometry = [&](std::size_t i) {
        if (!geometries[i]) geometries[i] = geos.geometry(*shapes[i]);
        return geometries[i].get();
    };
    std::vector<Meeting> found;
    std::vector<std::size_t> candidates;
    const auto collect = [](void* item, void* into) {
        static_cast<std::vector<std::size_t>*>(into)->push_back(*static_cast<std::size_t*>(item));
    };
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        candidates.clear();
        GEOSSTRtree_query_r(geos.get(), tree.get(), windows[i].get(), collect, &candidates);
        std::erase_if(candidates, [i](std::size_t j) { return j <= i; });
        std::sort(candidates.begin(), candidates.end());
        const auto destroy_prepared = [&](const GEOSPreparedGeometry* p) {
            GEOSPreparedGeom_destroy_r(geos.get(), p);
        };
        std::unique_ptr<const GEOSPreparedGeometry, decltype(destroy_prepared)> prepared(
            nullptr, destroy_prepared);
        for (const std::size_t j : candidates) {
            stop_if_interrupted();
            if ((snap == 0 || !distinguish_lines) && common.has(i, j, distinguish_lines)) {
                found.push_back({i, j, distinguish_lines ? Contact::line : Contact::point});
                continue;
            }
            if (!prepared) prepared.reset(GEOSPrepare_r(geos.get(), geometry(i)));
            const auto contact = contact_of(geos, {prepared.get(), geometry(i)}, geometry(j), snap,
                                            distinguish_lines);
            if (contact != Contact::none) found.push_back({i, j, contact});
        }
    }
    return found;
}

} // namespace wardmap::geo
