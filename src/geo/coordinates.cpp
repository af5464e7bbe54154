// SPDX-License-Identifier: MIT
#include "geo/coordinates.h"

#include <fmt/format.h>

#include "base/text.h"

namespace wardmap::geo {
namespace {

bool within(const Box& box, const Box& area) {
    return area.contains({box.min_x, box.min_y}) && area.contains({box.max_x, box.max_y});
}

std::string looks_like(const Box& box) {
    if (look_swapped(box))
        return "latitude and longitude with the axes swapped: export them again, longitude first";
    const auto crs = proposed_crs(box);
    if (crs.empty()) return {};
    const auto* const name = crs == "EPSG:4326"   ? "longitude and latitude"
                             : crs == "EPSG:3857" ? "web Mercator"
                                                  : "British National Grid";
    return fmt::format("{}: crs = \"{}\"", name, crs);
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

std::string proposed_crs(const Box& box) {
    if (box.empty()) return {};
    if (within(box, {-180, -90, 180, 90})) return "EPSG:4326";
    if (within(box, {0, 0, 7e5, 1.3e6})) return "EPSG:27700";
    if (within(box, {-1.1e6, 6.3e6, 3e5, 8.8e6})) return "EPSG:3857";
    return {};
}

bool look_swapped(const Box& degrees) {
    return within(degrees, {49, -9, 62, 3});
}

} // namespace wardmap::geo
