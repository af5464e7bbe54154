// SPDX-License-Identifier: MIT
#include "publish/publish.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "base/atomic_folder.h"
#include "base/interrupt.h"
#include "geo/vector_writer.h"
#include "publish/audit.h"
#include "publish/columns.h"
#include "publish/csv.h"
#include "publish/draw_book.h"
#include "publish/draw_briefing.h"
#include "publish/draw_maps.h"
#include "publish/files.h"
#include "publish/manifest.h"
#include "publish/summary.h"

namespace wardmap::publish {
namespace {

geo::Field::Type type_of(Column::Type type) {
    switch (type) {
    case Column::Type::text:
        return geo::Field::Type::text;
    case Column::Type::integer:
        return geo::Field::Type::integer;
    case Column::Type::real:
        return geo::Field::Type::real;
    }
    return geo::Field::Type::text;
}

std::string geopackage(const Study& study, const std::vector<Column>& columns,
                       const AtomicFolder& folder) {
    geo::VectorLayer layer;
    layer.name = "wards";
    layer.description = study.project.title;
    layer.crs = study.wards.crs;
    for (const auto& column : columns) {
        layer.fields.push_back({column.name, type_of(column.type)});
    }
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        geo::Record record;
        for (const auto& column : columns) {
            record.values.push_back(column.values[i]);
        }
        record.shape = study.wards.wards[i].shape;
        layer.records.push_back(std::move(record));
    }
    const auto path = folder.stage() / "data" / "wards.gpkg";
    std::filesystem::create_directories(path.parent_path());
    geo::write_geopackage(layer, path.string());
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_data(const Study& study, const AtomicFolder& folder, Files& files) {
    const auto columns = ward_columns(study);
    files.add("data/wards.csv", to_csv(study, columns));
    files.add("data/summary.txt", summary_text(study));
    files.add("data/README.txt", dictionary(columns));
    files.add("data/wards.gpkg", geopackage(study, columns, folder));
}

} // namespace

std::vector<Written> publish(const Study& study, const project::Style& style,
                             const Options& options) {
    auto products = options.products.empty() ? study.project.products : options.products;
    std::sort(products.begin(), products.end());
    const auto wants = [&](const char* product) {
        return std::find(products.begin(), products.end(), product) != products.end();
    };
    AtomicFolder folder(options.folder);
    Files files(folder);
    report(options.progress, 0, "drawing maps");
    const auto more = draw_maps(study, style, options, wants("maps"), wants("readings"), files);
    if (wants("book")) draw_book(study, style, files);
    if (wants("snippets")) draw_snippets(study, style, options, files);
    if (wants("briefing")) draw_briefing(study, style, options, files);
    if (wants("data")) write_data(study, folder, files);
    files.add("audit.txt", audit_text(study, more));
    files.add("audit.json", audit_json(study, more));
    auto written = files.written();
    const auto manifest = manifest_json(study, style, products, written);
    files.add(manifest_name, manifest);
    stop_if_interrupted();
    folder.commit(formerly_written(options.folder));
    report(options.progress, 1, "drawing maps");
    return files.written();
}

} // namespace wardmap::publish
