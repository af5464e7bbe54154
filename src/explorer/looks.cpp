// SPDX-License-Identifier: MIT
#include "explorer/looks.h"

#include "maps/symbols/readings.h"
#include "paint/colour.h"
#include "paint/scene.h"

namespace wardmap::explorer {
namespace {

using Json = nlohmann::ordered_json;

Json hatch_data(const paint::Hatch& hatch) {
    using Kind = paint::Hatch::Kind;
    const char* const kind = hatch.kind == Kind::lines     ? "lines"
                             : hatch.kind == Kind::crossed ? "crossed"
                                                           : "dots";
    return {{"kind", kind},
            {"angle", hatch.angle_deg},
            {"mm", hatch.spacing_mm},
            {"pt", hatch.width_pt},
            {"colour", paint::to_hex(hatch.colour)}};
}

Json stroke_data(const paint::Stroke& stroke) {
    return {{"colour", paint::to_hex(stroke.colour)},
            {"pt", stroke.width_pt},
            {"dash", stroke.dash_pt}};
}

} // namespace

std::size_t Looks::add(const maps::Fill& fill) {
    Json data = {{"colour", paint::to_hex(fill.colour)}, {"ink", paint::to_hex(fill.ink)}};
    if (fill.hatch) data["hatch"] = hatch_data(*fill.hatch);
    const auto [entry, is_new] = m_places.try_emplace(data.dump(), m_all.size());
    if (is_new) m_all.push_back(std::move(data));
    return entry->second;
}

Json mark_data(hotspots::Level level) {
    Json shapes = Json::array();
    for (const auto& shape : maps::mark_shapes(level, {0, 0}, 1)) {
        Json rings = Json::array();
        for (const auto& ring : shape.rings) {
            Json points = Json::array();
            for (const auto point : ring) {
                points.push_back(point.x);
                points.push_back(point.y);
            }
            rings.push_back(std::move(points));
        }
        shapes.push_back({{"rings", std::move(rings)},
                          {"fill", paint::to_hex(*shape.fill)},
                          {"stroke", stroke_data(*shape.stroke)}});
    }
    return shapes;
}

Json outline_data() {
    Json data;
    for (const auto evidence : {hotspots::Evidence::tentative, hotspots::Evidence::firm}) {
        const auto [under, over, none] = maps::outline_strokes(evidence);
        const std::string name = evidence == hotspots::Evidence::firm ? "firm" : "tentative";
        data[name] = Json::array({stroke_data(under), stroke_data(over)});
        const auto cluster = maps::cluster_strokes(evidence);
        data["cluster-" + name] = Json::array(
            {stroke_data(cluster.under), stroke_data(cluster.over), stroke_data(*cluster.centre)});
    }
    return data;
}

} // namespace wardmap::explorer
