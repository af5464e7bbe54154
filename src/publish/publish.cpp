// SPDX-License-Identifier: MIT
#include "publish/publish.h"

#include <algorithm>

#include "audit/audit.h"
#include "base/interrupt.h"
#include "base/named_values.h"
#include "base/output_folder.h"
#include "base/staged_files.h"
#include "data/write_data.h"
#include "explorer/explorer.h"
#include "publish/draw_book.h"
#include "publish/draw_briefing.h"
#include "publish/draw_maps.h"
#include "publish/manifest.h"
#include "publish/public_paths.h"

namespace wardmap::publish {
namespace {

void write_explorer(const Study& study, const style::Style& style, StagedFiles& files) {
    files.add("explorer.html", explorer::explorer_page(study, style, maps::BaseMap(study.wards)));
}

/// In alphabetical order, as the manifest has them.
std::vector<std::string> names_of(const std::vector<project::Product>& products) {
    std::vector<std::string> names;
    for (const auto product : products) {
        names.emplace_back(name_of(project::product_names, product));
    }
    std::sort(names.begin(), names.end());
    return names;
}

} // namespace

std::vector<Written> publish(const Study& as_read, const style::Style& style,
                             const Options& options) {
    const auto shown = with_public_paths(as_read);
    const auto& study = shown ? *shown : as_read;
    auto products = options.products.empty() ? study.project.products : options.products;
    using project::Product;
    const auto wants = [&](Product product) {
        return std::find(products.begin(), products.end(), product) != products.end();
    };
    OutputFolder folder(options.folder, options.notice);
    StagedFiles files(folder);
    report(options.progress, 0, "drawing maps");
    const auto more =
        draw_maps(study, style, options, {wants(Product::maps), wants(Product::readings)}, files);
    if (wants(Product::book)) draw_book(study, style, files);
    if (wants(Product::snippets)) draw_snippets(study, style, options, files);
    if (wants(Product::briefing)) draw_briefing(study, style, options, files);
    if (wants(Product::explorer)) write_explorer(study, style, files);
    if (wants(Product::data)) data::write_data(study, style, files);
    files.add("audit.txt", audit::audit_text(study, more));
    files.add("audit.json", audit::audit_json(study, more));
    auto written = files.written();
    const auto manifest = manifest_json(study, style, names_of(products), written);
    files.add(manifest_name, manifest);
    if (options.watch != nullptr) options.watch->stop_if_changed();
    stop_if_interrupted();
    folder.commit(formerly_written(options.folder));
    report(options.progress, 1, "drawing maps");
    return files.written();
}

} // namespace wardmap::publish
