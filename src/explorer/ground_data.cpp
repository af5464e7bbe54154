// SPDX-License-Identifier: MIT
#include "explorer/ground_data.h"

#include <cmath>
#include <cstdint>

#include "base/interrupt.h"
#include "geo/pole_of_inaccessibility.h"
#include "maps/ground/base_map.h"
#include "maps/ground/view.h"
#include "wards/topology.h"

namespace wardmap::explorer {
namespace {

using Json = nlohmann::ordered_json;

/// The size of the whole area on a screen of about 900 pixels, zoomed in eight times.
constexpr double sheet_mm = 300;
constexpr double units_per_mm = 100; // the grid of maps::MapTransform

std::int64_t unit(double mm) {
    return std::llround(mm * units_per_mm);
}

Json steps_of(const geo::Ring& line) {
    Json steps = Json::array();
    std::int64_t x = 0;
    std::int64_t y = 0;
    for (const auto point : line) {
        steps.push_back(unit(point.x) - x);
        steps.push_back(unit(point.y) - y);
        x = unit(point.x);
        y = unit(point.y);
    }
    return steps;
}

Json ring_of(const wards::ArcRing& ring) {
    Json uses = Json::array();
    for (const auto& use : ring) {
        const auto arc = static_cast<std::int64_t>(use.arc);
        uses.push_back(use.reversed ? -1 - arc : arc);
    }
    return uses;
}

Json rings_of(const std::vector<wards::ArcPolygon>& parts) {
    Json rings = Json::array();
    for (const auto& part : parts) {
        rings.push_back(ring_of(part.outer));
        for (const auto& hole : part.holes) {
            rings.push_back(ring_of(hole));
        }
    }
    return rings;
}

geo::Pole middle_of(const geo::MultiPolygon& shape, const Ward& ward,
                    const maps::MapTransform& frame) {
    constexpr double tolerance_mm = 0.05;
    if (!shape.empty()) return geo::pole_of_inaccessibility(shape, tolerance_mm);
    return {frame.to_sheet(geo::centroid(ward.shape)), 0}; // too small to be drawn
}

} // namespace

Json ground_data(const WardSet& wards, const maps::BaseMap& ground) {
    const auto sheet = maps::fitted(ground.extent(), {0, 0, sheet_mm, sheet_mm}, 0, 0);
    const maps::MapTransform frame(ground.extent(), sheet);
    const auto view = maps::view_of(ground, frame, sheet, false);
    const auto topology = wards::topology_of(view.shapes);
    Json data = {{"width", unit(sheet.width())},
                 {"height", unit(sheet.height())},
                 {"metres", 1 / (frame.mm_per_m() * units_per_mm)},
                 {"arcs", Json::array()},
                 {"outside", Json::array()},
                 {"wards", Json::array()},
                 {"points", Json::array()}};
    for (std::size_t i = 0; i < topology.arcs.size(); ++i) {
        data["arcs"].push_back(steps_of(topology.arcs[i].points));
        if (topology.arcs[i].uses == 1) data["outside"].push_back(i);
    }
    for (std::size_t i = 0; i < topology.wards.size(); ++i) {
        stop_if_interrupted();
        data["wards"].push_back(rings_of(topology.wards[i]));
        const auto pole = middle_of(view.shapes[i], wards.wards[i], frame);
        data["points"].push_back(unit(pole.at.x));
        data["points"].push_back(unit(pole.at.y));
        data["points"].push_back(unit(pole.distance));
    }
    return data;
}

} // namespace wardmap::explorer
