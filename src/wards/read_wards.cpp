// SPDX-License-Identifier: MIT
#include "wards/read_wards.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "base/collect.h"
#include "base/error.h"
#include "base/interrupt.h"
#include "base/shown.h"
#include "base/text.h"
#include "gdal/vector_source.h"
#include "geo/coordinates.h"
#include "geo/operations.h"
#include "geo/transform.h"
#include "wards/distinct_names.h"
#include "wards/guess_fields.h"
#include "wards/kind_of_area.h"
#include "wards/place.h"
#include "wards/proposed_crs.h"
#include "wards/repair.h"

namespace wardmap::wards {
namespace {

Finding fault(const BoundarySource& source, std::string found, std::string expected = "",
              std::string help = "", std::string kind = "") {
    return {.severity = Severity::error,
            .place = {source.file.written},
            .found = std::move(found),
            .expected = std::move(expected),
            .help = std::move(help),
            .kind = std::move(kind)};
}

std::string text_at(const gdal::Feature& feature, std::optional<std::size_t> field) {
    if (!field || !feature.texts[*field]) return {};
    return std::string(text::trimmed(*feature.texts[*field]));
}

/// The CRS of the coordinates, from the project or the file.
std::string crs_of(const BoundarySource& source, const gdal::Layer& layer, const geo::Box& box) {
    if (!source.crs.empty()) return source.crs;
    if (!layer.crs.empty()) return layer.crs;
    const auto proposed = geo::proposed_crs(box);
    const bool degrees = proposed == "EPSG:4326";
    throw InputError(fault(
        source,
        "the boundaries do not state their coordinate reference system (a shapefile "
        "has it in a .prj file)",
        degrees ? "the coordinates look like longitude and latitude, in degrees"
                : "British National Grid for most ward boundaries of England and Wales",
        proposed.empty() ? "[boundaries] crs = \"EPSG:27700\" if they are on British National Grid"
                         : fmt::format("[boundaries] crs = \"{}\"", proposed)));
}

geo::Box extent_of(const gdal::Layer& layer) {
    geo::Box box;
    for (const auto& feature : layer.features) {
        stop_if_interrupted();
        box.add(geo::extent(feature.shape));
    }
    return box;
}

/// Coordinates far outside their CRS's area of use are mislabelled.
void refuse_wrong_crs(const BoundarySource& source, const geo::Box& box,
                      const geo::Transform& transform) {
    if (auto wrong = geo::misplaced(box, transform, source.file.written, "[boundaries]")) {
        throw InputError(std::move(*wrong));
    }
}

/// Counted from 1 through all rings; nothing if every coordinate is a number.
std::optional<std::size_t> first_that_is_no_number(const geo::MultiPolygon& shape) {
    std::size_t vertex = 0;
    const auto all_numbers = [&](const geo::Ring& ring) {
        return std::ranges::all_of(ring, [&](geo::Point p) {
            ++vertex;
            return std::isfinite(p.x) && std::isfinite(p.y);
        });
    };
    for (const auto& part : shape.parts) {
        if (!all_numbers(part.outer)) return vertex;
        for (const auto& hole : part.holes) {
            if (!all_numbers(hole)) return vertex;
        }
    }
    return std::nullopt;
}

/// A ward with all features with its code.
struct Gathered {
    Ward ward;
    std::vector<geo::MultiPolygon> shapes;
    long long first_feature = 0;
};

class Gathering {
public:
    Gathering(const BoundarySource& source, const gdal::Layer& layer, const Fields& fields,
              const geo::Transform& transform)
        : m_source(source), m_fields(fields), m_transform(transform) {
        for (const auto& feature : layer.features) {
            add(feature);
        }
        stop_on_errors(m_faults, m_findings);
    }

    [[nodiscard]] std::vector<Ward> wards(Findings& findings) {
        std::vector<Ward> wards;
        for (auto& [code, gathered] : m_by_code) {
            auto& ward = gathered.ward;
            ward.shape = gathered.shapes.size() == 1 ? std::move(gathered.shapes.front())
                                                     : merged(gathered, findings);
            ward.area_m2 = geo::area(ward.shape);
            wards.push_back(std::move(ward));
        }
        append(findings, std::move(m_findings));
        return wards;
    }

private:
    void add(const gdal::Feature& feature) {
        const auto code = text_at(feature, m_fields.code);
        const auto name = text_at(feature, m_fields.name);
        const std::string feature_name =
            fmt::format("feature {} ({})", feature.id, name.empty() ? code : name);
        if (!feature.other_geometry.empty()) {
            m_faults.push_back(
                fault(m_source, fmt::format("{} is a {}", feature_name, feature.other_geometry),
                      "polygons", "use the boundary layer, not that of centroids or lines",
                      "features are not polygons"));
            return;
        }
        if (code.empty()) {
            m_faults.push_back(
                fault(m_source, feature_name + " has no code", "a code for every area",
                      "[boundaries] where = \"... IS NOT NULL\" leaves such features out",
                      "features have no code"));
            return;
        }
        if (feature.shape.empty()) {
            m_findings.push_back({.severity = Severity::warning,
                                  .place = {m_source.file.written},
                                  .found = feature_name + " has no geometry and is left out",
                                  .kind = "features have no geometry and are left out"});
            return;
        }
        if (const auto vertex = first_that_is_no_number(feature.shape)) {
            m_faults.push_back(
                fault(m_source, fmt::format("{}: vertex {} is not a number", feature_name, *vertex),
                      "two numbers for each vertex",
                      "correct the polygon where the boundaries come from, or leave "
                      "it out with [boundaries] where"));
            return;
        }
        const auto shape = geo::transformed(feature.shape, m_transform);
        if (!shape) {
            m_faults.push_back(fault(
                m_source,
                fmt::format("{} has coordinates that cannot be transformed from {} to {}",
                            feature_name, m_transform.source_name(), m_transform.target_name()),
                "", "", "features have coordinates that cannot be transformed"));
            return;
        }
        auto valid =
            repaired(*shape, name.empty() ? code : name, m_source.file.written, m_findings);
        if (valid.empty()) {
            m_faults.push_back(fault(m_source, feature_name + " has no area", "a polygon"));
            return;
        }
        gather(feature, code, name, std::move(valid));
    }

    void gather(const gdal::Feature& feature, const std::string& code, const std::string& name,
                geo::MultiPolygon shape) {
        const auto [at, is_new] = m_by_code.try_emplace(code);
        auto& gathered = at->second;
        if (is_new) {
            gathered.ward.code = code;
            gathered.ward.name = name;
            gathered.ward.legacy_code = text_at(feature, m_fields.legacy);
            gathered.ward.welsh_name = text_at(feature, m_fields.welsh);
            for (const auto field : m_fields.district) {
                const auto district = text_at(feature, field);
                if (!district.empty()) gathered.ward.district.push_back(district);
            }
            gathered.first_feature = feature.id;
        } else if (gathered.ward.name != name) {
            m_faults.push_back(
                fault(m_source,
                      fmt::format("code {} is on feature {} ({}) and on feature {} ({})",
                                  text::quoted(code), gathered.first_feature, gathered.ward.name,
                                  feature.id, name),
                      "one area for each code"));
            return;
        }
        gathered.shapes.push_back(std::move(shape));
    }

    geo::MultiPolygon merged(const Gathered& gathered, Findings& findings) const {
        findings.push_back(
            {.severity = Severity::warning,
             .place = {m_source.file.written},
             .found = fmt::format("{} features of {} ({}) were merged", gathered.shapes.size(),
                                  gathered.ward.name, gathered.ward.code),
             .kind = "areas were merged from several features"});
        return geo::united(gathered.shapes);
    }

    const BoundarySource& m_source;
    const Fields& m_fields;
    const geo::Transform& m_transform;
    std::map<std::string, Gathered> m_by_code;
    Findings m_findings;
    Findings m_faults;
};

void refuse_empty(const BoundarySource& source, const gdal::Layer& layer) {
    if (!layer.features.empty()) return;
    if (source.where.empty()) {
        throw InputError(fault(source, "the layer " + layer.name + " has no features", "polygons"));
    }
    auto without = gdal::read_layer(
        {source.file.resolved, source.file.written, source.layer, "", source.encoding});
    std::vector<std::string> values;
    for (std::size_t i = 0; i < without.fields.size(); ++i) {
        if (source.where.find(without.fields[i]) == std::string::npos) continue;
        values.push_back(without.fields[i] + " is " +
                         text::list(gdal::distinct_values(without, i, 5), "or"));
    }
    throw InputError(fault(source,
                           fmt::format("no feature matches where = {}", text::quoted(source.where)),
                           values.empty() ? "a filter that some feature matches"
                                          : "for instance " + text::join(values, "; ")));
}

void refuse_same_polygons(const BoundarySource& source, const std::vector<Ward>& wards) {
    std::map<std::pair<double, double>, const Ward*> seen;
    Findings faults;
    for (const auto& ward : wards) {
        const auto box = geo::extent(ward.shape);
        const auto [at, is_new] = seen.try_emplace({box.min_x, ward.area_m2}, &ward);
        if (!is_new && at->second->shape == ward.shape) {
            faults.push_back(
                fault(source,
                      fmt::format("{} ({}) and {} ({}) have the same polygon", at->second->name,
                                  at->second->code, ward.name, ward.code),
                      "each place once", "leave one out with [boundaries] where"));
        }
    }
    stop_on_errors(faults);
}

void warn_of_strange_names(const BoundarySource& source, const std::vector<Ward>& wards,
                           Findings& findings) {
    std::vector<std::string> strange;
    for (const auto& ward : wards) {
        // Letters that a wrong code page produces in Welsh names.
        for (const char* const sign : {"ƒ", "Ã", "\uFFFD", "‰", "“", "\u0083"}) {
            if (ward.name.find(sign) != std::string::npos) {
                strange.push_back(ward.name);
                break;
            }
        }
    }
    if (strange.empty()) return;
    findings.push_back({.severity = Severity::warning,
                        .place = {source.file.written},
                        .found = "these names look as if they were read in the wrong encoding: " +
                                 text::some(strange),
                        .help = "[boundaries] encoding = \"CP850\" (or \"UTF-8\")"});
}

} // namespace

std::string proposed_crs(const BoundarySource& source) {
    if (!source.crs.empty()) return {};
    const auto layer = gdal::read_layer(
        {source.file.resolved, source.file.written, source.layer, source.where, source.encoding});
    return layer.crs.empty() ? geo::proposed_crs(extent_of(layer)) : std::string();
}

WardSet read_wards(const BoundarySource& source, const std::string& target_crs) {
    const auto layer = gdal::read_layer(
        {source.file.resolved, source.file.written, source.layer, source.where, source.encoding});
    refuse_empty(source, layer);
    WardSet set;
    const auto fields = find_fields(layer, source, set.findings);
    const auto box = extent_of(layer);
    const auto source_crs = crs_of(source, layer, box);
    const auto place = place_of(source_crs, box, source.file.written);
    const auto target = choose_target({source, place}, target_crs, set.findings);
    const geo::Transform transform(source_crs, target, source.file.written);
    refuse_wrong_crs(source, box, transform);

    set.crs = target;
    set.source = source.file.written;
    set.files = layer.files;
    set.layer = layer.name;
    set.code_field = layer.fields[fields.code];
    set.name_field = layer.fields[fields.name];
    set.encoding = layer.encoding;
    const auto operation = transform.operation_at(box.empty() ? geo::Point{} : box.centre());
    set.reprojection = {transform.source_name(), transform.target_name(), operation.name,
                        operation.accuracy_m};
    if (operation.ballpark) warn_of_ballpark({source, place}, transform, set.findings);
    set.wards = Gathering(source, layer, fields, transform).wards(set.findings);
    if (set.wards.empty()) throw InputError(fault(source, "no feature has a polygon", "polygons"));
    warn_of_strange_names(source, set.wards, set.findings);
    reporting(set.findings, [&] { refuse_same_polygons(source, set.wards); });
    distinguish_names(set.wards, source.file.written, set.findings);
    std::vector<std::string> codes;
    std::ranges::transform(set.wards, std::back_inserter(codes), &Ward::code);
    set.noun = noun_of_all(codes);
    return set;
}

} // namespace wardmap::wards
