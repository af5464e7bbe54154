// SPDX-License-Identifier: MIT
#include "publish/publish.h"

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <mutex>

#include "base/atomic_folder.h"
#include "base/hash.h"
#include "base/interrupt.h"
#include "base/parallel.h"
#include "geo/vector_writer.h"
#include "maps/contact.h"
#include "maps/lint.h"
#include "maps/sheet.h"
#include "paint/canvas.h"
#include "publish/audit.h"
#include "publish/columns.h"
#include "publish/csv.h"
#include "publish/manifest.h"
#include "publish/summary.h"

namespace wardmap::publish {
namespace {

/// Writes into the stage and keeps the account of it. Safe for several threads.
class Files {
public:
    explicit Files(const AtomicFolder& folder) : m_folder(folder) {}

    void add(const std::string& path, const std::string& content) {
        stop_if_interrupted();
        m_folder.write(path, content);
        Written written{path, sha256(content), content.size()};
        const std::lock_guard guard(m_mutex);
        m_written[path] = std::move(written);
    }

    [[nodiscard]] std::vector<Written> written() const {
        std::vector<Written> files;
        for (const auto& [path, file] : m_written) {
            files.push_back(file);
        }
        return files;
    }

private:
    const AtomicFolder& m_folder;
    std::mutex m_mutex;
    std::map<std::string, Written> m_written;
};

std::string png_of(const paint::Scene& scene, const project::Style& style) {
    return paint::to_png_within(scene, style.dpi, static_cast<std::size_t>(style.png_kb * 1000));
}

/// All categories on one or more pages, where there are several.
Findings draw_contact(const Study& study, const project::Style& style, const maps::Ground& ground,
                      bool lint, Files& files) {
    const paint::TextMetrics metrics;
    const auto sheets = maps::lay_out_contact(study, style, metrics, ground);
    Findings faults;
    std::vector<paint::Scene> pages;
    std::string words;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto& scene = sheets[i].scene;
        const std::string path =
            "maps/contact" + (sheets.size() == 1 ? std::string() : "-" + std::to_string(i + 1));
        for (const auto& format : style.formats) {
            if (format == "png") files.add(path + ".png", png_of(scene, style));
            if (format == "svg") files.add(path + ".svg", paint::to_svg(scene));
        }
        if (lint) append(faults, maps::lint(scene, path, metrics));
        pages.push_back(scene);
        words += sheets[i].words.description;
    }
    if (std::find(style.formats.begin(), style.formats.end(), "pdf") != style.formats.end()) {
        files.add("maps/contact.pdf", paint::to_pdf(pages, pages.front().title));
    }
    files.add("maps/contact.txt", words);
    return faults;
}

/// One sheet to draw.
struct SheetJob {
    const CategoryResult* category;
    maps::Subject subject;
};

std::vector<SheetJob> jobs_of(const Study& study, bool maps, bool readings) {
    std::vector<SheetJob> jobs;
    for (const auto& category : study.categories) {
        if (maps) jobs.push_back({&category, maps::Subject::bands});
        if (readings && category.hotspots) jobs.push_back({&category, maps::Subject::reading});
    }
    return jobs;
}

Findings draw_sheets(const Study& study, const project::Style& style, const Options& options,
                     const std::vector<SheetJob>& jobs, Files& files) {
    const std::size_t n = jobs.size();
    std::vector<Findings> findings(n);
    std::atomic<std::size_t> done = 0;
    const maps::Ground ground(study.wards);
    parallel_for(n, options.threads, [&](std::size_t i) {
        stop_if_interrupted();
        const auto& [category, subject] = jobs[i];
        const paint::TextMetrics metrics;
        const auto sheet = maps::lay_out_sheet(study, *category, style, metrics, ground, subject);
        findings[i] = sheet.findings;
        const std::string path =
            "maps/" + category->spec.id + (subject == maps::Subject::reading ? ".reading" : "");
        if (options.lint) append(findings[i], maps::lint(sheet.scene, path, metrics));
        for (const auto& format : style.formats) {
            if (format == "png") files.add(path + ".png", png_of(sheet.scene, style));
            if (format == "svg") files.add(path + ".svg", paint::to_svg(sheet.scene));
            if (format == "pdf") {
                files.add(path + ".pdf", paint::to_pdf({&sheet.scene, 1}, sheet.scene.title));
            }
        }
        files.add(path + ".txt", sheet.words.alt + "\n\n" + sheet.words.description);
        const double share = 0.9 * static_cast<double>(++done) / static_cast<double>(n);
        report(options.progress, share, "drawing maps");
    });
    const auto maps =
        static_cast<std::size_t>(std::count_if(jobs.begin(), jobs.end(), [](const SheetJob& job) {
            return job.subject == maps::Subject::bands;
        }));
    auto all = maps > 0 ? maps::advice_on_counts(study) : Findings();
    if (maps > 1) append(all, draw_contact(study, style, ground, options.lint, files));
    for (auto& list : findings) {
        append(all, std::move(list));
    }
    stop_on_errors(all);
    return all;
}

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
    const auto jobs = jobs_of(study, wants("maps"), wants("readings"));
    const auto more = draw_sheets(study, style, options, jobs, files);
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
