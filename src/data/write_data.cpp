// SPDX-License-Identifier: MIT
#include "data/write_data.h"

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>

#include "base/error.h"
#include "base/interrupt.h"
#include "data/columns.h"
#include "data/csv.h"
#include "data/csv_metadata.h"
#include "data/qgis_style.h"
#include "data/study_json.h"
#include "data/summary.h"
#include "data/ward_workbook.h"
#include "gdal/vector_writer.h"
#include "project/data_folder.h"
#include "study/study.h"
#include "style/style.h"
#include "words/captions.h"

namespace wardmap::data {
namespace {

gdal::Field::Type type_of(Column::Type type) {
    switch (type) {
    case Column::Type::text:
        return gdal::Field::Type::text;
    case Column::Type::integer:
        return gdal::Field::Type::integer;
    case Column::Type::real:
        return gdal::Field::Type::real;
    }
    return gdal::Field::Type::text;
}

std::string content_of(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) throw OutputError("error: " + path.filename().string() + " cannot be read");
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A number as in the other data products.
Value as_published(const Value& value) {
    const auto* const number = std::get_if<double>(&value);
    return number != nullptr ? Value(published_number(*number)) : value;
}

/// A style for each of these categories.
std::vector<gdal::LayerStyle> styles_of(const Study& study, const style::Style& style,
                                        const std::vector<const Column*>& columns) {
    std::map<std::string, int> titles; // duplicates are distinguished by id
    for (const auto& category : study.categories) {
        ++titles[category.spec.title];
    }
    std::set<std::string> here;
    for (const auto* const column : columns) {
        here.insert(column->category);
    }
    std::vector<gdal::LayerStyle> styles;
    for (const auto& category : study.categories) {
        const auto& spec = category.spec;
        if (!here.contains(spec.id)) continue;
        const auto more = titles[spec.title] > 1 ? " (" + spec.id + ")" : std::string();
        styles.push_back({spec.title + more, words::subtitle(study, category),
                          qgis_style(study, category, style)});
    }
    return styles;
}

using LayerColumns = std::vector<const Column*>;

/// The columns of each layer: the wards' own, then as many whole categories as fit.
std::vector<LayerColumns> layers_of(const std::vector<Column>& columns) {
    LayerColumns own;
    std::vector<LayerColumns> categories;
    for (const auto& column : columns) {
        if (column.category.empty()) {
            own.push_back(&column);
            continue;
        }
        const bool is_new =
            categories.empty() || categories.back().front()->category != column.category;
        if (is_new) categories.emplace_back();
        categories.back().push_back(&column);
    }
    std::vector<LayerColumns> layers{own};
    for (const auto& category : categories) {
        if (layers.back().size() + category.size() > gdal::most_fields) layers.push_back(own);
        layers.back().insert(layers.back().end(), category.begin(), category.end());
    }
    return layers;
}

gdal::VectorLayer layer_of(const Study& study, const style::Style& style,
                           const LayerColumns& columns) {
    gdal::VectorLayer layer;
    layer.description = study.project.title;
    layer.crs = study.wards.crs;
    for (const auto* const column : columns) {
        layer.fields.push_back({column->name, type_of(column->type)});
    }
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        stop_if_interrupted();
        gdal::Record record;
        for (const auto* const column : columns) {
            record.values.push_back(as_published(column->values[i]));
        }
        record.shape = study.wards.wards[i].shape;
        layer.records.push_back(std::move(record));
    }
    layer.styles = styles_of(study, style, columns);
    return layer;
}

std::string geopackage(const Study& study, const style::Style& style,
                       const std::vector<Column>& columns, const OutputFolder& folder) {
    const auto path = folder.stage() / "data" / "wards.gpkg";
    std::filesystem::create_directories(path.parent_path());
    gdal::GeoPackage file(path.string());
    const auto layers = layers_of(columns);
    for (std::size_t i = 0; i < layers.size(); ++i) {
        auto layer = layer_of(study, style, layers[i]);
        layer.name = i == 0 ? "wards" : "wards_" + std::to_string(i + 1);
        file.add(layer);
    }
    file.finish();
    return content_of(path);
}

} // namespace

void write_data(const Study& study, const style::Style& style, StagedFiles& files) {
    const auto columns = ward_columns(study);
    files.add("data/wards.csv", to_csv(study, columns));
    files.add("data/summary.txt", summary_text(study));
    files.add("data/README.txt", dictionary(columns));
    files.add("data/wards.csv-metadata.json", csv_metadata(study, columns));
    files.add("data/wards.xlsx", ward_workbook(study, columns));
    files.add("data/wards.gpkg", geopackage(study, style, columns, files.folder()));
    files.add("data/study.json", study_json(study, style, columns));
    files.add(std::string("data/") + study_schema_name,
              content_of(project::data_folder() / "styles" / "data" / study_schema_name));
}

} // namespace wardmap::data
