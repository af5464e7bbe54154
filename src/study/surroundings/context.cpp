// SPDX-License-Identifier: MIT
#include "study/surroundings/context.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "base/collect.h"
#include "base/error.h"
#include "base/shown.h"
#include "base/text.h"
#include "gdal/vector_source.h"
#include "project/project.h"

namespace wardmap {
namespace {

using Kind = project::LayerSpec::Kind;

bool holds(const gdal::ContextFeature& feature, Kind kind) {
    switch (kind) {
    case Kind::areas:
        return !feature.areas.empty();
    case Kind::lines:
        return !feature.lines.empty();
    case Kind::points:
        return !feature.points.empty();
    }
    return false;
}

const char* word_of(Kind kind) {
    switch (kind) {
    case Kind::areas:
        return "areas";
    case Kind::lines:
        return "lines";
    case Kind::points:
        return "points";
    }
    return "";
}

/// Refuses a layer with another kind of geometry.
void refuse_other_kind(const project::LayerSpec& spec,
                       const std::vector<gdal::ContextFeature>& features) {
    const auto any = [&](Kind kind) {
        return std::any_of(features.begin(), features.end(),
                           [&](const auto& feature) { return holds(feature, kind); });
    };
    if (features.empty() || any(spec.kind)) return;
    std::vector<std::string> held;
    for (const auto kind : {Kind::areas, Kind::lines, Kind::points}) {
        if (any(kind)) held.emplace_back(word_of(kind));
    }
    throw InputError(
        Finding{.severity = Severity::error,
                .place = {spec.file.written},
                .found = fmt::format("the layer holds no {}; it holds {}", word_of(spec.kind),
                                     text::some(held)),
                .expected = word_of(spec.kind),
                .help = fmt::format("[[layer]] kind = {}", text::quoted(held.front()))});
}

void report(Findings& findings, const project::LayerSpec& spec, Severity severity,
            std::string found, std::string help) {
    findings.push_back({.severity = severity,
                        .place = {spec.file.written},
                        .found = std::move(found),
                        .help = std::move(help)});
}

ContextLayer read_one(const project::LayerSpec& spec, const std::string& crs, const WardSet& wards,
                      Findings& findings) {
    const gdal::LayerRequest request{spec.file.resolved, spec.file.written, spec.layer,
                                     spec.where,         spec.encoding,     "[[layer]]"};
    auto read = gdal::read_context({request, spec.crs, spec.name, crs});
    refuse_other_kind(spec, read.features);
    if (read.left_out > 0) {
        report(findings, spec, Severity::warning,
               fmt::format(
                   "{} without a shape, or with one that cannot be transformed to {}: left out",
                   text::with_count(read.left_out, "feature"), crs),
               "");
    }
    ContextLayer layer{spec, {}, std::move(read.files)};
    const auto extent = wards.extent();
    for (auto& feature : read.features) {
        // Grown, because the box of a point has no area.
        if (holds(feature, spec.kind) && gdal::extent(feature).grown(0.5).overlaps(extent)) {
            layer.features.push_back(std::move(feature));
        }
    }
    if (layer.features.empty()) {
        report(findings, spec, Severity::warning,
               fmt::format("nothing of the layer {} is on the map", text::quoted(spec.title)),
               spec.where.empty() ? "another path under [[layer]], or leave the layer out"
                                  : "another where under [[layer]]");
    }
    return layer;
}

} // namespace

std::vector<ContextLayer> read_context_layers(const project::Project& project, const WardSet& wards,
                                              Findings& findings, Findings& errors) {
    std::vector<ContextLayer> layers;
    for (const auto& spec : project.layers) {
        collecting(errors, [&] { layers.push_back(read_one(spec, wards.crs, wards, findings)); });
    }
    return layers;
}

} // namespace wardmap
