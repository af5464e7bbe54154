// SPDX-License-Identifier: MIT
#include "gdal/vector_writer.h"

#include <utility>

#include <cpl_string.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "gdal/gdal_session.h"
#include "geo/handle.h"

namespace wardmap::gdal {
namespace {

[[noreturn]] void failed(const std::string& path, const GdalErrorCapture& gdal_errors) {
    throw OutputError("error: " + path + " could not be written" +
                      (gdal_errors.last().empty() ? "" : ": " + gdal_errors.last()));
}

OGRGeometryH new_ring(const geo::Ring& points) {
    OGRGeometryH ring = OGR_G_CreateGeometry(wkbLinearRing);
    for (const auto p : points) {
        OGR_G_AddPoint_2D(ring, p.x, p.y);
    }
    OGR_G_AddPoint_2D(ring, points.front().x, points.front().y);
    return ring;
}

OGRGeometryH new_geometry(const geo::MultiPolygon& shape) {
    OGRGeometryH all = OGR_G_CreateGeometry(wkbMultiPolygon);
    for (const auto& part : shape.parts) {
        OGRGeometryH polygon = OGR_G_CreateGeometry(wkbPolygon);
        OGR_G_AddGeometryDirectly(polygon, new_ring(part.outer));
        for (const auto& hole : part.holes) {
            OGR_G_AddGeometryDirectly(polygon, new_ring(hole));
        }
        OGR_G_AddGeometryDirectly(all, polygon);
    }
    return all;
}

OGRFieldType type_of(Field::Type type) {
    switch (type) {
    case Field::Type::text:
        return OFTString;
    case Field::Type::integer:
        return OFTInteger64;
    case Field::Type::real:
        return OFTReal;
    }
    return OFTString;
}

void set_value(OGRFeatureH feature, int field, const std::string& value) {
    OGR_F_SetFieldString(feature, field, value.c_str());
}
void set_value(OGRFeatureH feature, int field, std::int64_t value) {
    OGR_F_SetFieldInteger64(feature, field, value);
}
void set_value(OGRFeatureH feature, int field, double value) {
    OGR_F_SetFieldDouble(feature, field, value);
}
void set_value(OGRFeatureH feature, int field, std::monostate) {
    OGR_F_SetFieldNull(feature, field);
}

void add_record(OGRLayerH layer, const Record& record, const std::string& path,
                const GdalErrorCapture& gdal_errors) {
    const geo::Handle<void, OGR_F_Destroy> feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        std::visit([&](const auto& v) { set_value(feature.get(), static_cast<int>(i), v); },
                   record.values[i]);
    }
    OGR_F_SetGeometryDirectly(feature.get(), new_geometry(record.shape));
    if (OGR_L_CreateFeature(layer, feature.get()) != OGRERR_NONE) failed(path, gdal_errors);
}

void add_field(OGRLayerH layer, const char* name, OGRFieldType type, const std::string& path,
               const GdalErrorCapture& gdal_errors) {
    const geo::Handle<void, OGR_Fld_Destroy> field(OGR_Fld_Create(name, type));
    if (OGR_L_CreateField(layer, field.get(), 1) != OGRERR_NONE) failed(path, gdal_errors);
}

/// The table in which QGIS looks for styles; the names are its own.
OGRLayerH new_style_table(GDALDatasetH dataset, const std::string& path,
                          const GdalErrorCapture& gdal_errors) {
    const geo::Handle<char*, CSLDestroy> options(CSLSetNameValue(nullptr, "FID", "id"));
    OGRLayerH table =
        GDALDatasetCreateLayer(dataset, style_table_name, nullptr, wkbNone, options.get());
    if (table == nullptr) failed(path, gdal_errors);
    for (const char* const name : {"f_table_catalog", "f_table_schema", "f_table_name",
                                   "f_geometry_column", "styleName", "styleQML", "styleSLD"}) {
        add_field(table, name, OFTString, path, gdal_errors);
    }
    const geo::Handle<void, OGR_Fld_Destroy> is_default(OGR_Fld_Create("useAsDefault", OFTInteger));
    OGR_Fld_SetSubType(is_default.get(), OFSTBoolean);
    if (OGR_L_CreateField(table, is_default.get(), 1) != OGRERR_NONE) failed(path, gdal_errors);
    for (const char* const name : {"description", "owner", "ui"}) {
        add_field(table, name, OFTString, path, gdal_errors);
    }
    add_field(table, "update_time", OFTDateTime, path, gdal_errors);
    return table;
}

/// The styles of one layer, and the layer's name in the style table.
struct StyledLayer {
    std::string name;
    std::string geometry_column;
    std::vector<LayerStyle> styles;
};

void add_styles(const StyledLayer& layer, OGRLayerH table, const std::string& path,
                const GdalErrorCapture& gdal_errors) {
    for (std::size_t i = 0; i < layer.styles.size(); ++i) {
        const auto& style = layer.styles[i];
        const geo::Handle<void, OGR_F_Destroy> row(OGR_F_Create(OGR_L_GetLayerDefn(table)));
        const auto set = [&](const char* name, const std::string& value) {
            set_value(row.get(), OGR_F_GetFieldIndex(row.get(), name), value);
        };
        for (const char* const empty : {"f_table_catalog", "f_table_schema", "styleSLD", "owner"}) {
            set(empty, "");
        }
        set("f_table_name", layer.name);
        set("f_geometry_column", layer.geometry_column);
        set("styleName", style.name);
        set("styleQML", style.qml);
        set("description", style.description);
        set("update_time", "2000-01-01T00:00:00Z"); // the same bytes whenever it is written
        set_value(row.get(), OGR_F_GetFieldIndex(row.get(), "useAsDefault"),
                  static_cast<std::int64_t>(i == 0));
        if (OGR_L_CreateFeature(table, row.get()) != OGRERR_NONE) failed(path, gdal_errors);
    }
}

void close_dataset(GDALDatasetH dataset) {
    GDALClose(dataset);
}

} // namespace

struct GeoPackage::Impl {
    std::string path;
    GdalErrorCapture gdal_errors;
    geo::Handle<void, close_dataset> dataset;
    std::vector<StyledLayer> styled;
};

GeoPackage::GeoPackage(std::string path) : m_impl(std::make_unique<Impl>()) {
    m_impl->path = std::move(path);
    const GDALDriverH driver = GDALGetDriverByName("GPKG");
    if (driver == nullptr) failed(m_impl->path, m_impl->gdal_errors);
    m_impl->dataset.reset(GDALCreate(driver, m_impl->path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!m_impl->dataset) failed(m_impl->path, m_impl->gdal_errors);
}

GeoPackage::~GeoPackage() = default;

void GeoPackage::add(const VectorLayer& source) {
    const auto& path = m_impl->path;
    const auto& gdal_errors = m_impl->gdal_errors;
    auto* const dataset = m_impl->dataset.get();
    const geo::Handle<void, OSRDestroySpatialReference> crs(OSRNewSpatialReference(nullptr));
    OSRSetFromUserInput(crs.get(), source.crs.c_str());
    OSRSetAxisMappingStrategy(crs.get(), OAMS_TRADITIONAL_GIS_ORDER);
    const geo::Handle<char*, CSLDestroy> options(
        CSLSetNameValue(nullptr, "DESCRIPTION", source.description.c_str()));
    OGRLayerH layer = GDALDatasetCreateLayer(dataset, source.name.c_str(), crs.get(),
                                             wkbMultiPolygon, options.get());
    if (layer == nullptr) failed(path, gdal_errors);
    for (const auto& field : source.fields) {
        add_field(layer, field.name.c_str(), type_of(field.type), path, gdal_errors);
    }
    if (GDALDatasetStartTransaction(dataset, 0) != OGRERR_NONE) failed(path, gdal_errors);
    for (const auto& record : source.records) {
        stop_if_interrupted();
        add_record(layer, record, path, gdal_errors);
    }
    if (GDALDatasetCommitTransaction(dataset) != OGRERR_NONE) failed(path, gdal_errors);
    if (!source.styles.empty()) {
        m_impl->styled.push_back({source.name, OGR_L_GetGeometryColumn(layer), source.styles});
    }
}

void GeoPackage::finish() {
    const auto& path = m_impl->path;
    auto& gdal_errors = m_impl->gdal_errors;
    auto* const dataset = m_impl->dataset.get();
    if (!m_impl->styled.empty()) {
        OGRLayerH table = new_style_table(dataset, path, gdal_errors);
        if (GDALDatasetStartTransaction(dataset, 0) != OGRERR_NONE) failed(path, gdal_errors);
        for (const auto& layer : m_impl->styled) {
            add_styles(layer, table, path, gdal_errors);
        }
        if (GDALDatasetCommitTransaction(dataset) != OGRERR_NONE) failed(path, gdal_errors);
    }
    gdal_errors.clear();
    GDALFlushCache(dataset); // GDALClose does not report errors
    m_impl->dataset.reset();
    if (gdal_errors.failed()) failed(path, gdal_errors);
}

void write_geopackage(const VectorLayer& layer, const std::string& path) {
    GeoPackage file(path);
    file.add(layer);
    file.finish();
}

} // namespace wardmap::gdal
