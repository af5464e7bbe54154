// SPDX-License-Identifier: MIT
#include <algorithm>
#include <cmath>
#include <limits>
#include <set>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "geo/operations.h"
#include "site/site.h"
#include "site/words.h"
#include "study/study.h"

namespace wardmap::site {
namespace {

constexpr double nothing = 1e-9; // a share of a site, within rounding
constexpr double sliver = 1e-6;  // between wards that do not quite meet

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
        for (std::size_t i = 0; i < ring.size(); ++i) {
            least = std::min(least, distance(p, ring[i], ring[(i + 1) % ring.size()]));
        }
    };
    for (const auto& part : shape.parts) {
        look(part.outer);
        for (const auto& hole : part.holes) {
            look(hole);
        }
    }
    return least;
}

geo::MultiPolygon square_around(geo::Point p, double reach) {
    return {{geo::Polygon{{{p.x - reach, p.y - reach},
                           {p.x + reach, p.y - reach},
                           {p.x + reach, p.y + reach},
                           {p.x - reach, p.y + reach}},
                          {}}}};
}

/// The share of a shape in each ward; wards without a share are omitted.
std::vector<Share> shares_of(const WardSet& wards, const geo::MultiPolygon& shape) {
    std::vector<Share> shares;
    const double area = geo::area(shape);
    const auto extent = geo::extent(shape);
    for (std::size_t i = 0; i < wards.wards.size(); ++i) {
        const auto& ward = wards.wards[i].shape;
        if (!geo::extent(ward).overlaps(extent)) continue;
        const double share = geo::shared_area(ward, shape) / area;
        if (share > nothing) shares.push_back({i, share});
    }
    std::ranges::stable_sort(shares, std::greater<>{}, &Share::share);
    return shares;
}

double sum_of(const std::vector<Share>& shares) {
    double sum = 0;
    for (const auto& share : shares) {
        sum += share.share;
    }
    return sum;
}

/// The ward that contains a point, and others that may, given the precision of its reference.
void locate_point(const Study& study, const Site& site, Location& found) {
    const auto& wards = study.wards.wards;
    const auto around = shares_of(study.wards, square_around(site.at, site.doubt_m));
    for (const auto& [ward, share] : around) {
        if (found.wards.empty() && geo::contains(wards[ward].shape, site.at)) {
            found.wards.push_back({ward, 1});
        }
    }
    // A point on the outer edge may be just outside every ward.
    if (found.wards.empty() && !around.empty()) found.wards.push_back({around.front().ward, 1});
    if (found.wards.empty()) return;
    for (const auto& [ward, share] : around) {
        if (ward != found.wards.front().ward) found.on_border.push_back(ward);
    }
    if (1 - sum_of(around) > sliver) found.how = Outside::part;
}

void locate_red_line(const Study& study, const Site& site, Location& found) {
    found.wards = shares_of(study.wards, site.shape);
    const double outside = 1 - sum_of(found.wards);
    if (outside <= sliver || found.wards.empty()) return;
    found.outside = outside;
    found.how = Outside::part;
}

bool in_a_hole(const WardSet& wards, geo::Point p) {
    return std::ranges::any_of(wards.wards, [&](const Ward& ward) {
        return std::ranges::any_of(ward.shape.parts, [&](const geo::Polygon& part) {
            return std::ranges::any_of(part.holes, [&](const geo::Ring& hole) {
                return geo::contains(geo::Polygon{hole, {}}, p);
            });
        });
    });
}

void find_others(const Study& study, const Site& site, Location& found) {
    std::set<std::size_t> within;
    std::set<std::size_t> neighbours;
    for (const auto& [ward, share] : found.wards) {
        within.insert(ward);
        if (ward < study.neighbours.size()) {
            neighbours.insert(study.neighbours[ward].begin(), study.neighbours[ward].end());
        }
    }
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        if (within.contains(i)) continue;
        const auto& shape = study.wards.wards[i].shape;
        const double metres =
            site.is_point() ? to_border(site.at, shape) : geo::distance(site.shape, shape);
        found.others.push_back({i, metres, neighbours.contains(i)});
    }
    std::ranges::stable_sort(found.others, {}, &Near::distance_m);
}

} // namespace

Location locate(const Study& study, const Site& site) {
    Location found;
    site.is_point() ? locate_point(study, site, found) : locate_red_line(study, site, found);
    if (found.wards.empty()) {
        found.how = in_a_hole(study.wards, site.at) ? Outside::hole : Outside::far_off;
    }
    find_others(study, site, found);
    return found;
}

std::string outside_words(const Study& study, const Location& location) {
    if (!location.wards.empty()) return {};
    const auto& one = study.wards.noun.singular;
    std::string text =
        location.how == Outside::hole
            ? fmt::format("the site is in a hole of the boundaries: land within a {0} that is "
                          "not part of it, nor of any other {0}",
                          one)
            : "the site is outside the boundaries of this project: in the sea, in another area, "
              "or in a gap between them";
    if (!location.others.empty()) {
        const auto& nearest = location.others.front();
        text +=
            fmt::format("; the nearest {} is {}, {} away", one,
                        study.wards.wards[nearest.ward].name, distance_text(nearest.distance_m));
    }
    return text;
}

void stop_if_outside(const Study& study, const Site& site, const Location& location) {
    if (!location.wards.empty()) return;
    const auto& area = study.project.area;
    throw InputError(
        Finding{.severity = Severity::error,
                .place = {site.name},
                .found = outside_words(study, location),
                .expected = "a place within " + (area.empty() ? "the boundaries" : area),
                .help = location.how == Outside::hole
                            ? "check the boundaries there, or use a place next to the hole"
                            : "check the letters and the order of the numbers, or use the "
                              "project of that area"});
}

} // namespace wardmap::site
