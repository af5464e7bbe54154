// SPDX-License-Identifier: MIT
#include "geo/choose_crs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include <fmt/format.h>
#include <proj.h>

#include "geo/proj_context.h"
#include "geo/transform.h"

namespace wardmap::geo {
namespace {

/// National grids in metres, north at the top, for places outside Great Britain: Ireland, Jersey,
/// Guernsey, France, the Netherlands, Belgium, Luxembourg, Switzerland, Austria, Portugal, Sweden,
/// Finland, Poland, Slovenia, Croatia, Hungary, Romania, Estonia, Latvia, Lithuania, Iceland,
/// Greece, Cyprus, New Zealand.
constexpr std::array<const char*, 24> national_grids = {
    "EPSG:2157", "EPSG:3109", "EPSG:3108",  "EPSG:2154",  "EPSG:28992", "EPSG:3812",
    "EPSG:2169", "EPSG:2056", "EPSG:31287", "EPSG:3763",  "EPSG:3006",  "EPSG:3067",
    "EPSG:2180", "EPSG:3794", "EPSG:3765",  "EPSG:23700", "EPSG:3844",  "EPSG:3301",
    "EPSG:3059", "EPSG:3346", "EPSG:3057",  "EPSG:2100",  "EPSG:6312",  "EPSG:2193"};

std::optional<Box> area_of_use(PJ_CONTEXT* context, PJ* crs) {
    Box box;
    if (proj_get_area_of_use(context, crs, &box.min_x, &box.min_y, &box.max_x, &box.max_y,
                             nullptr) == 0 ||
        box.min_x < -360) {
        return std::nullopt;
    }
    return box;
}

/// Great Britain and the Isle of Man without Ireland, France and the open sea.
bool is_british(Point p) {
    const bool island = p.x > -8.9 && p.x < 1.9 && p.y > 49.85 && p.y < 61;
    const bool ireland =
        (p.y > 51.3 && p.y < 55.25 && p.x < -5.42) || (p.y < 55.45 && p.y > 51.3 && p.x < -5.95);
    const bool france = p.y < 50.9 && p.x > 1.45;
    return island && !ireland && !france;
}

/// Distance of a point from the centre of an area, in half-widths of the area.
double off_centre(const Box& area, Point p) {
    const auto middle = area.centre();
    return std::max(std::abs(p.x - middle.x) / area.width(),
                    std::abs(p.y - middle.y) / area.height());
}

std::string utm_zone(Point p) {
    constexpr int zones = 60;
    const int zone = std::clamp(static_cast<int>(std::floor((p.x + 180) / 6)) + 1, 1, zones);
    return fmt::format("EPSG:{}{:02}", p.y < 0 ? 327 : 326, zone);
}

constexpr double to_radians = std::numbers::pi / 180;

/// Tissot's indicatrix by finite differences of 0.001 degrees, on the ellipsoid of WGS 84 (Snyder
/// 1987, Map Projections, equations 4-9 to 4-13 and 4-20).
std::optional<Distortion> scales_at(const Transform& way, Point p) {
    constexpr double step = 0.001;
    constexpr double a = 6378137;
    constexpr double e2 = 0.00669437999014;
    const auto west = way({p.x - step, p.y});
    const auto east = way({p.x + step, p.y});
    const auto south = way({p.x, p.y - step});
    const auto north = way({p.x, p.y + step});
    if (!west || !east || !south || !north) return std::nullopt;
    const double sine = std::sin(p.y * to_radians);
    const double w = std::sqrt(1 - e2 * sine * sine);
    const double meridian = a * (1 - e2) / (w * w * w) * 2 * step * to_radians;
    const double parallel = a / w * std::cos(p.y * to_radians) * 2 * step * to_radians;
    const Point n{(north->x - south->x) / meridian, (north->y - south->y) / meridian};
    const Point e{(east->x - west->x) / parallel, (east->y - west->y) / parallel};
    const double areas = std::abs(e.x * n.y - e.y * n.x);
    const double squares = n.x * n.x + n.y * n.y + e.x * e.x + e.y * e.y;
    const double sum = std::sqrt(squares + 2 * areas);
    const double difference = std::sqrt(std::max(0.0, squares - 2 * areas));
    if (!std::isfinite(sum) || areas <= 0) return std::nullopt;
    return Distortion{false, areas, std::abs(std::atan2(n.x, n.y)) / to_radians,
                      2 * std::asin(difference / sum) / to_radians};
}

} // namespace

std::string crs_for(const Box& degrees) {
    const auto centre = degrees.centre();
    if (is_british(centre)) return "EPSG:27700";
    const auto context = new_context();
    std::string best;
    double nearest = 1;
    for (const auto* const grid : national_grids) {
        const Pj crs(proj_create(context.get(), grid));
        const auto area = crs ? area_of_use(context.get(), crs.get()) : std::nullopt;
        const bool holds = area && area->contains({degrees.min_x, degrees.min_y}) &&
                           area->contains({degrees.max_x, degrees.max_y});
        if (!holds || off_centre(*area, centre) >= nearest) continue;
        nearest = off_centre(*area, centre);
        best = grid;
    }
    return best.empty() ? utm_zone(centre) : best;
}

std::optional<Distortion> distortion_at(const std::string& crs, const Box& degrees) {
    const auto context = new_context();
    const Pj pj(proj_create(context.get(), crs.c_str()));
    if (!pj) return std::nullopt;
    Distortion worst;
    const auto area = area_of_use(context.get(), pj.get());
    const auto centre = degrees.centre();
    worst.outside = area && !area->contains(centre);
    const Transform way("EPSG:4326", crs, crs);
    double furthest = -1;
    for (const auto p :
         {centre, Point{degrees.min_x, degrees.min_y}, Point{degrees.max_x, degrees.min_y},
          Point{degrees.min_x, degrees.max_y}, Point{degrees.max_x, degrees.max_y}}) {
        const auto scales = scales_at(way, p);
        if (!scales) {
            if (p == centre) return worst.outside ? std::optional(worst) : std::nullopt;
            continue;
        }
        if (p == centre) worst.turned = scales->turned;
        worst.stretched = std::max(worst.stretched, scales->stretched);
        const double off = std::abs(std::log(scales->areas));
        if (off <= furthest) continue;
        furthest = off;
        worst.areas = scales->areas;
    }
    return worst;
}

std::string crs_name(const std::string& crs) {
    const auto context = new_context();
    const Pj pj(proj_create(context.get(), crs.c_str()));
    const char* const name = pj ? proj_get_name(pj.get()) : nullptr;
    return name == nullptr ? crs : fmt::format("{} ({})", crs, name);
}

} // namespace wardmap::geo
