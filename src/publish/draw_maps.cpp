// SPDX-License-Identifier: MIT
#include "publish/draw_maps.h"

#include <algorithm>
#include <atomic>

#include "base/interrupt.h"
#include "base/parallel.h"
#include "maps/bivariate_sheet.h"
#include "maps/contact.h"
#include "maps/lint.h"
#include "maps/sheet.h"
#include "paint/canvas.h"

namespace wardmap::publish {
namespace {

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
    const CategoryResult* category = nullptr;
    maps::Subject subject = maps::Subject::bands;
    const BivariateResult* bivariate = nullptr; // instead of the two above
};

std::vector<SheetJob> jobs_of(const Study& study, bool maps, bool readings) {
    std::vector<SheetJob> jobs;
    for (const auto& category : study.categories) {
        if (maps) jobs.push_back({&category, maps::Subject::bands});
        if (readings && category.hotspots) jobs.push_back({&category, maps::Subject::reading});
    }
    for (const auto& bivariate : study.bivariates) {
        if (maps) jobs.push_back({nullptr, maps::Subject::bands, &bivariate});
    }
    return jobs;
}

std::string path_of(const SheetJob& job) {
    if (job.bivariate != nullptr) return "maps/" + job.bivariate->spec.id;
    return "maps/" + job.category->spec.id +
           (job.subject == maps::Subject::reading ? ".reading" : "");
}

} // namespace

Findings draw_maps(const Study& study, const project::Style& style, const Options& options,
                   bool bands, bool readings, Files& files) {
    const auto jobs = jobs_of(study, bands, readings);
    const std::size_t n = jobs.size();
    std::vector<Findings> findings(n);
    std::atomic<std::size_t> done = 0;
    const maps::Ground ground(study);
    parallel_for(n, options.threads, [&](std::size_t i) {
        stop_if_interrupted();
        const auto& [category, subject, bivariate] = jobs[i];
        const paint::TextMetrics metrics;
        const auto sheet =
            bivariate != nullptr
                ? maps::lay_out_sheet(study, *bivariate, style, metrics, ground)
                : maps::lay_out_sheet(study, *category, style, metrics, ground, subject);
        findings[i] = sheet.findings;
        const auto path = path_of(jobs[i]);
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
            return job.category != nullptr && job.subject == maps::Subject::bands;
        }));
    auto all = maps > 0 ? maps::advice_on_counts(study) : Findings();
    if (maps > 1) append(all, draw_contact(study, style, ground, options.lint, files));
    for (auto& list : findings) {
        append(all, std::move(list));
    }
    stop_on_errors(all);
    return all;
}

} // namespace wardmap::publish
