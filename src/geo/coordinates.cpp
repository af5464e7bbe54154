// SPDX-License-Identifier: MIT
#include "geo/coordinates.h"

#include <fmt/format.h>

#include "base/text.h"

namespace wardmap::geo {
namespace {

std::string looks_like(const Box& box) {
    const auto within = [&](double x0, double y0, double x1, double y1) {
        return box.min_x >= x0 && box.max_x <= x1 && box.min_y >= y0 && box.max_y <= y1;
    };
    if (within(-9, 49, 3, 62)) return "longitude and latitude: crs = \"EPSG:4326\"";
    if (within(49, -9, 62, 3))
        return "latitude and longitude with the axes swapped: export them again";
    if (within(-1.1e6, 6.3e6, 3e5, 8.8e6)) return "web Mercator: crs = \"EPSG:3857\"";
    if (within(0, 0, 7e5, 1.3e6)) return "British National Grid: crs = \"EPSG:27700\"";
    return {};
}

} // namespace

std::optional<Finding> misplaced(const Box& box, const Transform& transform,
                                 const std::string& shown_as, const std::string& in) {
    const auto area = transform.area_of_use();
    const bool tiny =
        transform.same() && box.width() < 5 && box.height() < 5; // degrees, not metres
    if (box.empty() || (!tiny && (!area || area->overlaps(box)))) return std::nullopt;
    const auto guess = looks_like(box);
    return Finding{.severity = Severity::error,
                   .place = {shown_as},
                   .found = fmt::format(
                       "the coordinates ({} to {}, {} to {}) are outside the area of use of {}",
                       text::shortest(box.min_x), text::shortest(box.max_x),
                       text::shortest(box.min_y), text::shortest(box.max_y),
                       transform.source_name()),
                   .expected = "coordinates of that system",
                   .help = guess.empty() ? in + " crs = \"...\" with the right system"
                                         : "they look like " + guess};
}

} // namespace wardmap::geo
