// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "geo/operations.h"
#include "site/site.h"

namespace wardmap::site {
namespace {

double distance(geo::Point p, geo::Point a, geo::Point b) {
    const double dx = b.x - a.x;
    const double dy = b.y - a.y;
    const double length = dx * dx + dy * dy;
    const double t =
        length > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0.0, 1.0) : 0;
    return std::hypot(p.x - a.x - t * dx, p.y - a.y - t * dy);
}

double to_border(geo::Point p, const geo::MultiPolygon& shape) {
    double least = std::numeric_limits<double>::infinity();
    const auto look = [&](const geo::Ring& ring) {
        for (std::size_t i = 0; i < ring.size(); ++i)
            least = std::min(least, distance(p, ring[i], ring[(i + 1) % ring.size()]));
    };
    for (const auto& part : shape.parts) {
        look(part.outer);
        for (const auto& hole : part.holes)
            look(hole);
    }
    return least;
}

/// Two shapes that do not overlap are nearest at a corner of one of them.
double between(const geo::MultiPolygon& a, const geo::MultiPolygon& b) {
    double least = std::numeric_limits<double>::infinity();
    for (const auto& part : a.parts)
        for (const auto& p : part.outer)
            least = std::min(least, to_border(p, b));
    for (const auto& part : b.parts)
        for (const auto& p : part.outer)
            least = std::min(least, to_border(p, a));
    return least;
}

} // namespace

Location locate(const Study& study, const Site& site) {
    Location found;
    double inside = 0;
    const double area = geo::area(site.shape);
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        const auto& shape = study.wards.wards[i].shape;
        double share = 0;
        if (site.shape.empty())
            share = geo::contains(shape, site.at) && found.wards.empty() ? 1 : 0;
        else if (geo::extent(shape).overlaps(geo::extent(site.shape)))
            share = geo::shared_area(shape, site.shape) / area;
        if (share > 1e-9) {
            found.wards.push_back({i, share});
            inside += share;
            continue;
        }
        const double d =
            site.shape.empty() ? to_border(site.at, shape) : between(site.shape, shape);
        if (site.shape.empty() && d <= site.tolerance_m) found.on_border.push_back(i);
        found.others.push_back({i, d});
    }
    std::ranges::stable_sort(found.others, {}, &Near::distance_m);
    std::ranges::stable_sort(found.wards, std::greater<>{}, &Share::share);
    if (found.wards.empty()) {
        std::string nearest;
        if (!found.others.empty()) {
            nearest = fmt::format("; the nearest {} is {}, {} m away", study.wards.one,
                                  study.wards.wards[found.others.front().ward].name,
                                  text::number(found.others.front().distance_m, 0));
        }
        throw InputError(Finding{Severity::error,
                                 {site.name},
                                 "the site lies outside the boundaries of this project (in the sea "
                                 "or in another area)" +
                                     nearest,
                                 "a place within " + study.project.area,
                                 "check the letters and the order of the numbers",
                                 ""});
    }
    constexpr double sliver = 1e-6; // of a site, lost between wards that do not quite meet
    found.outside = 1 - inside > sliver ? 1 - inside : 0;
    return found;
}

} // namespace wardmap::site
