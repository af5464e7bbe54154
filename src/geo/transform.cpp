// SPDX-License-Identifier: MIT
#include "geo/transform.h"

#include <cmath>

#include <fmt/format.h>
#include <proj.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "base/text.h"
#include "geo/proj_context.h"

namespace wardmap::geo {
namespace {

/// The catalogue's CRS if a file's WKT matches it (confidence of at least 90%).
Pj identified(PJ_CONTEXT* context, Pj crs) {
    if (proj_get_id_auth_name(crs.get(), 0) != nullptr) return crs;
    int* confidence = nullptr;
    const Handle<PJ_OBJ_LIST, proj_list_destroy> matches(
        proj_identify(context, crs.get(), "EPSG", nullptr, &confidence));
    const Handle<int, proj_int_list_destroy> owned(confidence);
    if (matches && proj_list_get_count(matches.get()) > 0 && confidence[0] >= 90) {
        return Pj(proj_list_get(context, matches.get(), 0));
    }
    return crs;
}

Pj crs_of(PJ_CONTEXT* context, const std::string& text, const std::string& shown_as) {
    Pj crs(proj_create(context, text.c_str()));
    if (!crs || proj_is_crs(crs.get()) == 0) {
        throw InputError(
            Finding{.severity = Severity::error,
                    .place = {shown_as},
                    .found = fmt::format("the coordinate reference system {} is not known",
                                         text::quoted(text)),
                    .expected = "a code such as EPSG:27700 (British National Grid) or EPSG:4326 "
                                "(longitude and latitude)",
                    .help = "crs = \"EPSG:27700\""});
    }
    return identified(context, std::move(crs));
}

std::string name_of(PJ* crs) {
    const char* const authority = proj_get_id_auth_name(crs, 0);
    const char* const code = proj_get_id_code(crs, 0);
    const char* const name = proj_get_name(crs);
    if (authority == nullptr || code == nullptr) return name != nullptr ? name : "unnamed";
    return fmt::format("{}:{} ({})", authority, code, name);
}

} // namespace

struct Transform::Impl {
    Context context = new_context();
    Pj source;
    Pj way;
    std::string source_name;
    std::string target_name;
    bool same = false;
};

Transform::Transform(const std::string& source_crs, const std::string& target_crs,
                     const std::string& shown_as)
    : m_impl(std::make_unique<Impl>()) {
    auto* const context = m_impl->context.get();
    m_impl->source = crs_of(context, source_crs, shown_as);
    const auto target = crs_of(context, target_crs, shown_as);
    m_impl->source_name = name_of(m_impl->source.get());
    m_impl->target_name = name_of(target.get());
    m_impl->same = proj_is_equivalent_to(m_impl->source.get(), target.get(),
                                         PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
    const Pj raw(proj_create_crs_to_crs_from_pj(context, m_impl->source.get(), target.get(),
                                                nullptr, nullptr));
    if (raw) m_impl->way.reset(proj_normalize_for_visualization(context, raw.get()));
    if (!m_impl->way) {
        throw InputError(Finding{.severity = Severity::error,
                                 .place = {shown_as},
                                 .found = fmt::format("there is no transformation from {} to {}",
                                                      m_impl->source_name, m_impl->target_name)});
    }
}

Transform::Transform(Transform&&) noexcept = default;
Transform& Transform::operator=(Transform&&) noexcept = default;
Transform::~Transform() = default;

const std::string& Transform::source_name() const {
    return m_impl->source_name;
}
const std::string& Transform::target_name() const {
    return m_impl->target_name;
}
bool Transform::same() const {
    return m_impl->same;
}

std::optional<Point> Transform::operator()(Point p) const {
    if (m_impl->same) return p;
    const PJ_COORD from = proj_coord(p.x, p.y, 0, HUGE_VAL);
    const PJ_COORD to = proj_trans(m_impl->way.get(), PJ_FWD, from);
    if (!std::isfinite(to.xy.x) || !std::isfinite(to.xy.y)) return std::nullopt;
    return Point{to.xy.x, to.xy.y};
}

Transform::Operation Transform::operation_at(Point p) const {
    if (m_impl->same) return {"none", 0.0};
    (void)(*this)(p); // PROJ chooses among its operations point by point
    const Pj last(proj_trans_get_last_used_operation(m_impl->way.get()));
    PJ* const used = last ? last.get() : m_impl->way.get();
    const auto info = proj_pj_info(used);
    Operation operation;
    operation.name = info.description != nullptr ? info.description : "unnamed";
    const double accuracy = proj_coordoperation_get_accuracy(m_impl->context.get(), used);
    if (accuracy >= 0) operation.accuracy_m = accuracy;
    operation.ballpark =
        proj_coordoperation_has_ballpark_transformation(m_impl->context.get(), used) == 1;
    return operation;
}

std::optional<Box> Transform::area_of_use() const {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    auto* const context = m_impl->context.get();
    if (proj_get_area_of_use(context, m_impl->source.get(), &west, &south, &east, &north,
                             nullptr) == 0) {
        return std::nullopt;
    }
    const Pj geographic(proj_create(context, "EPSG:4326"));
    const Pj there(proj_create_crs_to_crs_from_pj(context, geographic.get(), m_impl->source.get(),
                                                  nullptr, nullptr));
    if (!there) return std::nullopt;
    const Pj normal(proj_normalize_for_visualization(context, there.get()));
    Box box;
    if (proj_trans_bounds(context, normal.get(), PJ_FWD, west, south, east, north, &box.min_x,
                          &box.min_y, &box.max_x, &box.max_y, 21) == 0) {
        return std::nullopt;
    }
    return box.grown(std::max(box.width(), box.height()) / 10);
}

std::optional<MultiPolygon> transformed(const MultiPolygon& shape, const Transform& transform) {
    stop_if_interrupted();
    if (transform.same()) return shape;
    bool failed = false;
    const auto across = [&](const Ring& ring) {
        Ring result;
        result.reserve(ring.size());
        for (const auto p : ring) {
            const auto q = transform(p);
            if (!q) {
                failed = true;
                return Ring{};
            }
            result.push_back(*q);
        }
        return result;
    };
    MultiPolygon result;
    for (const auto& part : shape.parts) {
        Polygon polygon{across(part.outer), {}};
        for (const auto& hole : part.holes) {
            polygon.holes.push_back(across(hole));
        }
        result.parts.push_back(std::move(polygon));
    }
    if (failed) return std::nullopt;
    return result;
}

bool is_projected_in_metres(const std::string& crs) {
    const auto context = new_context();
    const Pj pj(proj_create(context.get(), crs.c_str()));
    if (!pj || proj_get_type(pj.get()) != PJ_TYPE_PROJECTED_CRS) return false;
    const Pj axes(proj_crs_get_coordinate_system(context.get(), pj.get()));
    double to_metres = 0;
    return axes &&
           proj_cs_get_axis_info(context.get(), axes.get(), 0, nullptr, nullptr, nullptr,
                                 &to_metres, nullptr, nullptr, nullptr) != 0 &&
           to_metres == 1;
}

} // namespace wardmap::geo
