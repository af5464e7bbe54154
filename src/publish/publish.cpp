// SPDX-License-Identifier: MIT
#include "publish/publish.h"

#include <algorithm>

#include "base/interrupt.h"
#include "base/output_folder.h"
#include "base/staged_files.h"
#include "explorer/explorer.h"
#include "publish/audit.h"
#include "publish/draw_book.h"
#include "publish/draw_briefing.h"
#include "publish/draw_maps.h"
#include "publish/manifest.h"
#include "publish/write_data.h"

namespace wardmap::publish {
namespace {

void write_explorer(const Study& study, const project::Style& style, StagedFiles& files) {
    files.add("explorer.html", explorer::explorer_page(study, style, maps::Ground(study.wards)));
}

} // namespace

std::vector<Written> publish(const Study& study, const project::Style& style,
                             const Options& options) {
    auto products = options.products.empty() ? study.project.products : options.products;
    std::sort(products.begin(), products.end());
    const auto wants = [&](const char* product) {
        return std::find(products.begin(), products.end(), product) != products.end();
    };
    OutputFolder folder(options.folder, options.notice);
    StagedFiles files(folder);
    report(options.progress, 0, "drawing maps");
    const auto more = draw_maps(study, style, options, wants("maps"), wants("readings"), files);
    if (wants("book")) draw_book(study, style, files);
    if (wants("snippets")) draw_snippets(study, style, options, files);
    if (wants("briefing")) draw_briefing(study, style, options, files);
    if (wants("explorer")) write_explorer(study, style, files);
    if (wants("data")) write_data(study, style, files);
    files.add("audit.txt", audit_text(study, more));
    files.add("audit.json", audit_json(study, more));
    auto written = files.written();
    const auto manifest = manifest_json(study, style, products, written);
    files.add(manifest_name, manifest);
    if (options.watch != nullptr) options.watch->stop_if_changed();
    stop_if_interrupted();
    folder.commit(formerly_written(options.folder));
    report(options.progress, 1, "drawing maps");
    return files.written();
}

} // namespace wardmap::publish
