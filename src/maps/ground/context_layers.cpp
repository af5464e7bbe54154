// SPDX-License-Identifier: MIT
#include "maps/ground/context_layers.h"

#include <cmath>
#include <utility>

#include "geo/clip.h"
#include "project/layer_spec.h"
#include "study/surroundings/surroundings.h"

namespace wardmap::maps {
namespace {

constexpr double least_step_mm = 0.05; // points nearer than this to the last are omitted

geo::Ring thinned(const geo::Ring& line) {
    geo::Ring kept;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool end = i == 0 || i + 1 == line.size();
        if (end ||
            std::hypot(line[i].x - kept.back().x, line[i].y - kept.back().y) >= least_step_mm) {
            kept.push_back(line[i]);
        }
    }
    return kept;
}

geo::MultiPolygon thinned(const geo::MultiPolygon& shape) {
    geo::MultiPolygon result;
    for (const auto& part : shape.parts) {
        geo::Polygon polygon{thinned(part.outer), {}};
        if (polygon.outer.size() < 3) continue;
        for (const auto& hole : part.holes) {
            auto ring = thinned(hole);
            if (ring.size() >= 3) polygon.holes.push_back(std::move(ring));
        }
        result.parts.push_back(std::move(polygon));
    }
    return result;
}

void add_feature(const gdal::ContextFeature& feature, const MapTransform& frame,
                 const geo::Box& box, DrawnLayer& drawn) {
    const auto kind = drawn.layer->spec.kind;
    if (kind == project::LayerSpec::Kind::areas) {
        auto area = thinned(geo::clipped(frame.to_sheet(feature.areas), box));
        if (area.empty()) return;
        drawn.areas.push_back(std::move(area));
        drawn.names.push_back(feature.label);
    } else if (kind == project::LayerSpec::Kind::lines) {
        for (const auto& line : feature.lines) {
            for (const auto& piece : geo::clipped(frame.line_to_sheet(line), box)) {
                auto thin = thinned(piece);
                if (thin.size() > 1) drawn.lines.push_back(std::move(thin));
            }
        }
    } else {
        for (const auto& point : feature.points) {
            const auto at = frame.to_sheet(point);
            if (!box.contains(at)) continue;
            drawn.points.push_back(at);
            drawn.names.push_back(feature.label);
        }
    }
}

} // namespace

std::vector<DrawnLayer> layers_in(std::span<const ContextLayer> layers, const MapTransform& frame,
                                  const geo::Box& box) {
    const auto window = frame.to_ground(box).grown(0.5);
    std::vector<DrawnLayer> result;
    for (const auto& layer : layers) {
        DrawnLayer drawn;
        drawn.layer = &layer;
        for (const auto& feature : layer.features) {
            if (gdal::extent(feature).grown(0.5).overlaps(window)) {
                add_feature(feature, frame, box, drawn);
            }
        }
        result.push_back(std::move(drawn));
    }
    return result;
}

} // namespace wardmap::maps
