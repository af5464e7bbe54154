// SPDX-License-Identifier: MIT
// Writes polygons with attributes as layers of a GeoPackage, with styles for QGIS.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
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

/// QGIS styles of the layer: the first is applied on opening, the others are offered.
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

/// Maximum number of fields in a GeoPackage layer: SQLite's 2,000 columns, less two internal ones.
inline constexpr std::size_t most_fields = 1998;

/// A new GeoPackage, layer by layer; the same layers give the same bytes. Every member throws
/// OutputError with GDAL's reason. Not thread-safe.
class GeoPackage {
public:
    explicit GeoPackage(std::string path);
    GeoPackage(const GeoPackage&) = delete;
    GeoPackage& operator=(const GeoPackage&) = delete;
    ~GeoPackage();

    /// Precondition: at most `most_fields` fields, a unique name.
    void add(const VectorLayer& layer);
    /// Writes the styles of all layers and closes the file.
    void finish();

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

/// A GeoPackage of one layer.
void write_geopackage(const VectorLayer& layer, const std::string& path);

} // namespace wardmap::gdal
