// SPDX-License-Identifier: MIT
// Polygons with attributes out, as a GeoPackage, with styles for QGIS.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "geo/polygon.h"

namespace wardmap::gdal {

struct Field {
    enum class Type { text, integer, real };
    std::string name;
    Type type = Type::text;
};

/// One feature; `values` in the order of the fields, monostate for null.
struct Record {
    std::vector<std::variant<std::monostate, std::string, std::int64_t, double>> values;
    geo::MultiPolygon shape;
};

/// Where QGIS keeps styles in a GeoPackage.
inline constexpr const char* style_table_name = "layer_styles";

/// How QGIS draws the layer: it opens with the first style and offers the others.
struct LayerStyle {
    std::string name;
    std::string description;
    std::string qml;
};

struct VectorLayer {
    std::string name;
    std::string description;
    std::string crs; // "EPSG:27700"
    std::vector<Field> fields;
    std::vector<Record> records;
    std::vector<LayerStyle> styles = {}; // the first is the default
};

/// Writes a new GeoPackage with one layer; the same layer gives the same bytes. Throws OutputError
/// with GDAL's reason. Not thread-safe.
void write_geopackage(const VectorLayer& layer, const std::string& path);

} // namespace wardmap::gdal
