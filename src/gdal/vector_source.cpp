// SPDX-License-Identifier: MIT
#include "gdal/vector_source.h"

#include <algorithm>
#include <filesystem>
#include <set>

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "base/interrupt.h"
#include "base/limits.h"
#include "base/plain_text.h"
#include "base/refuse.h"
#include "base/shown.h"
#include "base/suggest.h"
#include "base/text.h"
#include "gdal/access.h"
#include "gdal/archive_limits.h"
#include "gdal/code_page.h"
#include "gdal/dataset.h"
#include "gdal/gdal_session.h"
#include "gdal/json_limits.h"
#include "gdal/shapefile_set.h"
#include "gdal/vector_writer.h"
#include "geo/handle.h"

namespace wardmap::gdal {
namespace {

/// Added by macOS for each file of a zip: "__MACOSX/._wards.shp".
bool is_of_macos(const std::string& name) {
    return name.starts_with("__MACOSX") ||
           std::filesystem::path(name).filename().string().starts_with("._");
}

/// What to open within a zip: the folder that holds shapefiles, or the only other vector file.
std::string inside_zip(const LayerRequest& request) {
    const std::string zip = "/vsizip/{" + request.path + "}";
    const geo::Handle<char*, CSLDestroy> names(VSIReadDirRecursive(zip.c_str()));
    std::set<std::string> folders;
    std::vector<std::string> others;
    for (int i = 0; i < CSLCount(names.get()); ++i) {
        const std::string name = names.get()[i];
        const auto ending = extension_of(name);
        if (is_of_macos(name)) continue;
        if (ending == ".shp") folders.insert(std::filesystem::path(name).parent_path().string());
        const bool other = ending == ".gpkg" || ending == ".geojson" || ending == ".json" ||
                           ending == ".gml" || ending == ".tab";
        if (other) others.push_back(name);
    }
    if (folders.size() > 1) {
        refuse({request.shown_as},
               fmt::format("the zip has shapefiles in {} folders: {}", folders.size(),
                           text::some({folders.begin(), folders.end()})),
               "one shapefile", "unpack it, and name the .shp");
    }
    if (!folders.empty()) return folders.begin()->empty() ? zip : zip + "/" + *folders.begin();
    if (others.size() == 1) return zip + "/" + others.front();
    refuse({request.shown_as}, "the zip has no shapefile", "a zipped shapefile or GeoPackage",
           "unpack it, and name the file itself");
}

Dataset open_dataset(const LayerRequest& request, const GdalErrorCapture& gdal_errors) {
    const bool zipped = extension_of(request.path) == ".zip";
    if (zipped) {
        check_archive(request.path, request.shown_as, "a zipped shapefile or GeoPackage",
                      limits::zip_bytes);
    }
    if (is_json(request.path)) check_json(request.path, request.shown_as);
    const std::string path = zipped ? inside_zip(request) : request.path;
    if (zipped) check_access(path, request.shown_as);
    std::vector<std::string> options;
    if (!request.encoding.empty()) options.push_back("ENCODING=" + request.encoding);
    std::vector<const char*> option_list;
    option_list.reserve(options.size() + 1);
    for (const auto& option : options) {
        option_list.push_back(option.c_str());
    }
    option_list.push_back(nullptr);
    Dataset dataset(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, layer_drivers(),
                               option_list.data(), nullptr));
    if (!dataset) {
        refuse({request.shown_as},
               (request.in == "[boundaries]" ? "the boundaries" : "the layer") +
                   std::string(" cannot be read") +
                   (gdal_errors.last().empty() ? "" : ": " + gdal_errors.last()),
               "a shapefile, GeoPackage, GeoJSON or another vector file that GDAL reads", "");
    }
    return dataset;
}

OGRLayerH choose_layer(GDALDatasetH dataset, const LayerRequest& request) {
    std::vector<std::string> names;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
        const std::string name = OGR_L_GetName(GDALDatasetGetLayer(dataset, i));
        if (name != style_table_name) names.push_back(name); // holds QGIS's styles of the others
    }
    if (names.empty())
        refuse({request.shown_as}, "the file has no layer", "a file with a layer", "");
    if (request.layer.empty() && names.size() > 1) {
        refuse({request.shown_as},
               fmt::format("the file has {} layers: {}", names.size(), text::some(names)),
               "the name of one of them",
               fmt::format("{} layer = \"{}\"", request.in, names.front()));
    }
    const std::string wanted = request.layer.empty() ? names.front() : request.layer;
    const auto at = std::find(names.begin(), names.end(), wanted);
    if (at == names.end()) {
        refuse({request.shown_as}, fmt::format("there is no layer {}", text::quoted(wanted)),
               "one of " + text::some(names, "or"), did_you_mean(wanted, names));
    }
    return GDALDatasetGetLayerByName(dataset, wanted.c_str());
}

geo::Ring line_of(OGRGeometryH line) {
    const int n = OGR_G_GetPointCount(line);
    geo::Ring points(static_cast<std::size_t>(std::max(n, 0)));
    if (points.empty()) return points;
    constexpr int apart = sizeof(geo::Point);
    OGR_G_GetPoints(line, &points.front().x, apart, &points.front().y, apart, nullptr, 0);
    points.erase(std::unique(points.begin(), points.end()), points.end());
    return points;
}

geo::Ring ring_of(OGRGeometryH ring) {
    auto points = line_of(ring);
    while (points.size() > 1 && points.front() == points.back()) {
        points.pop_back();
    }
    return points;
}

void add_polygon(OGRGeometryH polygon, geo::MultiPolygon& shape) {
    const int rings = OGR_G_GetGeometryCount(polygon);
    if (rings == 0) return;
    geo::Polygon part{ring_of(OGR_G_GetGeometryRef(polygon, 0)), {}};
    if (part.outer.size() < 3) return;
    for (int i = 1; i < rings; ++i) {
        auto hole = ring_of(OGR_G_GetGeometryRef(polygon, i));
        if (hole.size() >= 3) part.holes.push_back(std::move(hole));
    }
    shape.parts.push_back(std::move(part));
}

/// Adds a geometry; returns the name of the first type found that is not a polygon.
std::string add_shape(OGRGeometryH geometry, Feature& feature) {
    const auto type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    if (type == wkbPolygon) {
        add_polygon(geometry, feature.shape);
        return {};
    }
    if (OGR_GT_IsNonLinear(type) != 0) {
        const geo::Handle<void, OGR_G_DestroyGeometry> linear(
            OGR_G_GetLinearGeometry(geometry, 0, nullptr));
        return linear ? add_shape(linear.get(), feature) : OGRGeometryTypeToName(type);
    }
    if (OGR_GT_IsSubClassOf(type, wkbGeometryCollection) != 0) {
        std::string other;
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
            const auto found = add_shape(OGR_G_GetGeometryRef(geometry, i), feature);
            if (other.empty()) other = found;
        }
        return other;
    }
    if (type == wkbLineString) {
        auto line = line_of(geometry);
        if (line.size() > 1) feature.lines.push_back(std::move(line));
    } else if (type == wkbPoint && OGR_G_IsEmpty(geometry) == 0) {
        feature.points.push_back({OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)});
    }
    return OGRGeometryTypeToName(type);
}

Feature feature_of(OGRFeatureH source, std::size_t fields) {
    Feature feature;
    feature.id = OGR_F_GetFID(source);
    for (std::size_t i = 0; i < fields; ++i) {
        const int at = static_cast<int>(i);
        if (OGR_F_IsFieldSetAndNotNull(source, at) == 0) {
            feature.texts.emplace_back();
            continue;
        }
        const std::string value = OGR_F_GetFieldAsString(source, at);
        feature.texts.emplace_back(value);
    }
    const OGRGeometryH geometry = OGR_F_GetGeometryRef(source);
    if (geometry != nullptr) feature.other_geometry = add_shape(geometry, feature);
    if (!feature.shape.empty()) feature.other_geometry.clear();
    return feature;
}

std::string wkt_of(OGRLayerH layer) {
    const OGRSpatialReferenceH crs = OGR_L_GetSpatialRef(layer);
    if (crs == nullptr) return {};
    char* wkt = nullptr;
    OSRExportToWkt(crs, &wkt);
    const geo::Handle<char, CPLFree> owned(wkt);
    return owned ? std::string(owned.get()) : std::string();
}

/// Checks the feature just read.
void refuse_long_texts(const Layer& layer, const LayerRequest& request) {
    const auto& feature = layer.features.back();
    for (std::size_t i = 0; i < feature.texts.size(); ++i) {
        const auto& text = feature.texts[i];
        if (!text || limits::fits_cell(*text)) continue;
        refuse({request.shown_as},
               fmt::format("feature {}: {} holds more than {} characters", feature.id,
                           text::quoted(layer.fields[i]), text::number(limits::cell_characters, 0)),
               "at most as much as fits in a spreadsheet cell", "check its content");
    }
}

void read_features(OGRLayerH source, const LayerRequest& request, GdalErrorCapture& gdal_errors,
                   Layer& layer) {
    gdal_errors.clear();
    if (!request.where.empty() &&
        OGR_L_SetAttributeFilter(source, request.where.c_str()) != OGRERR_NONE) {
        refuse({request.shown_as},
               fmt::format("the filter where = {} fails: {}", text::quoted(request.where),
                           gdal_errors.last()),
               "a condition on " + text::some(layer.fields, "or"),
               "for instance where = \"LAD13CD = 'E07000110'\"");
    }
    OGR_L_ResetReading(source);
    gdal_errors.clear();
    while (true) {
        const geo::Handle<void, OGR_F_Destroy> feature(OGR_L_GetNextFeature(source));
        if (gdal_errors.failed() || (!feature && !gdal_errors.last().empty())) {
            refuse({request.shown_as},
                   fmt::format("feature {} cannot be read: {}",
                               feature ? OGR_F_GetFID(feature.get())
                                       : static_cast<GIntBig>(layer.features.size()),
                               gdal_errors.last()),
                   "a whole file", "fetch or export the file again");
        }
        if (!feature) break;
        stop_if_interrupted();
        layer.features.push_back(feature_of(feature.get(), layer.fields.size()));
        refuse_long_texts(layer, request);
    }
    const auto promised = OGR_L_GetFeatureCount(source, 1);
    if (request.where.empty() && promised > static_cast<GIntBig>(layer.features.size())) {
        refuse({request.shown_as},
               fmt::format("only {} of {} features can be read", layer.features.size(), promised),
               "a whole file", "fetch or export the file again");
    }
}

/// Converts all texts to UTF-8 (NFC).
void settle_encoding(Layer& layer, const LayerRequest& request, const std::string& declared) {
    std::vector<std::string*> texts;
    for (auto& feature : layer.features) {
        for (auto& value : feature.texts) {
            if (value) texts.push_back(&*value);
        }
    }
    layer.encoding =
        request.encoding.empty() ? repair_code_page(texts, declared) : request.encoding;
    for (auto* const value : texts) {
        *value = text::is_utf8(*value)
                     ? text::nfc(text::without_controls(*value))
                     : text::to_utf8(*value, "WINDOWS-1252").value_or(*value); // stray bytes
    }
}

} // namespace

Layer read_layer(const LayerRequest& request) {
    check_access(request.path, request.shown_as);
    const auto set = complete_shapefile(request.path, request.shown_as);
    LayerRequest opened = request;
    opened.path = set.path;
    GdalErrorCapture gdal_errors;
    const auto dataset = open_dataset(opened, gdal_errors);
    const OGRLayerH source = choose_layer(dataset.get(), request);
    Layer layer;
    layer.name = OGR_L_GetName(source);
    const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(source);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
        layer.fields.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
    }
    layer.crs = wkt_of(source);
    const char* const encoding = GDALGetMetadataItem(source, "SOURCE_ENCODING", "SHAPEFILE");
    const bool dbf =
        EQUAL(GDALGetDriverShortName(GDALGetDatasetDriver(dataset.get())), "ESRI Shapefile");
    const std::string declared = encoding != nullptr && *encoding != 0 ? encoding : "";
    layer.files = set.files;
    read_features(source, request, gdal_errors, layer);
    settle_encoding(layer, request, dbf ? declared : "UTF-8");
    return layer;
}

std::vector<std::string> distinct_values(const Layer& layer, std::size_t field, std::size_t most) {
    std::vector<std::string> values;
    for (const auto& feature : layer.features) {
        if (!feature.texts[field]) continue;
        if (std::find(values.begin(), values.end(), *feature.texts[field]) == values.end()) {
            values.push_back(*feature.texts[field]);
        }
        if (values.size() == most) break;
    }
    return values;
}

} // namespace wardmap::gdal
