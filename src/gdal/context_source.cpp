// SPDX-License-Identifier: MIT
#include "gdal/context_source.h"

#include <algorithm>
#include <optional>

#include "base/error.h"
#include "base/refuse.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "gdal/vector_source.h"
#include "geo/coordinates.h"
#include "geo/transform.h"

namespace wardmap::gdal {
namespace {

std::optional<std::size_t> label_field(const ContextRequest& request, const Layer& layer) {
    if (request.label.empty()) return std::nullopt;
    const auto at = std::find(layer.fields.begin(), layer.fields.end(), request.label);
    if (at == layer.fields.end()) {
        refuse({request.layer.shown_as}, "there is no column " + text::quoted(request.label),
               "one of " + text::some(layer.fields, "or"),
               did_you_mean(request.label, layer.fields));
    }
    return static_cast<std::size_t>(at - layer.fields.begin());
}

template <typename Shapes> // of a Feature or a ContextFeature
geo::Box extent_of(const geo::MultiPolygon& areas, const Shapes& other) {
    auto box = extent(areas);
    for (const auto& line : other.lines) {
        box.add(extent(line));
    }
    for (const auto& point : other.points) {
        box.add(point);
    }
    return box;
}

std::string crs_of(const ContextRequest& request, const Layer& layer) {
    if (!request.crs.empty()) return request.crs;
    if (!layer.crs.empty()) return layer.crs;
    refuse({request.layer.shown_as}, "the layer does not state its coordinate reference system",
           "a .prj file, or the system by name", "[[layer]] crs = \"EPSG:27700\"");
}

/// Transforms points; records whether any could not be transformed.
class Crossing {
public:
    explicit Crossing(const geo::Transform& transform) : m_transform(transform) {}

    [[nodiscard]] bool failed() const { return m_failed; }

    [[nodiscard]] geo::Ring operator()(const geo::Ring& points) {
        if (m_transform.same()) return points;
        geo::Ring result;
        result.reserve(points.size());
        for (const auto p : points) {
            const auto q = m_transform(p);
            if (q) result.push_back(*q);
            m_failed = m_failed || !q;
        }
        return result;
    }

    [[nodiscard]] std::vector<geo::Ring> operator()(const std::vector<geo::Ring>& rings) {
        std::vector<geo::Ring> result;
        result.reserve(rings.size());
        for (const auto& ring : rings) {
            result.push_back((*this)(ring));
        }
        return result;
    }

private:
    const geo::Transform& m_transform;
    bool m_failed = false;
};

/// Nothing if a point cannot be transformed, or there is none.
std::optional<ContextFeature> transformed_feature(const Feature& feature,
                                                  const geo::Transform& transform) {
    Crossing cross(transform);
    ContextFeature result;
    for (const auto& part : feature.shape.parts) {
        result.areas.parts.push_back({cross(part.outer), cross(part.holes)});
    }
    result.lines = cross(feature.lines);
    result.points = cross(feature.points);
    const bool empty = result.areas.empty() && result.lines.empty() && result.points.empty();
    if (empty || cross.failed()) return std::nullopt;
    return result;
}

} // namespace

geo::Box extent(const ContextFeature& feature) {
    return extent_of(feature.areas, feature);
}

ContextFeatures read_context(const ContextRequest& request) {
    auto layer = read_layer(request.layer);
    const auto label = label_field(request, layer);
    const geo::Transform transform(crs_of(request, layer), request.target, request.layer.shown_as);
    geo::Box box;
    for (const auto& feature : layer.features) {
        box.add(extent_of(feature.shape, feature));
    }
    if (auto wrong = geo::misplaced(box, transform, request.layer.shown_as, request.layer.in)) {
        throw InputError(std::move(*wrong));
    }
    ContextFeatures result;
    result.files = std::move(layer.files);
    for (const auto& feature : layer.features) {
        auto across = transformed_feature(feature, transform);
        if (!across) {
            ++result.left_out;
            continue;
        }
        if (label && feature.texts[*label]) {
            across->label = std::string(text::trimmed(*feature.texts[*label]));
        }
        result.features.push_back(std::move(*across));
    }
    return result;
}

} // namespace wardmap::gdal
