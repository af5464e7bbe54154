// SPDX-License-Identifier: MIT
#include "publish/draw_maps.h"

#include <algorithm>
#include <atomic>
#include <functional>
#include <utility>

#include "base/interrupt.h"
#include "base/parallel.h"
#include "maps/sheets/bivariate_sheet.h"
#include "maps/sheets/category_sheet.h"
#include "maps/sheets/contact_sheet.h"
#include "maps/sheets/lint.h"
#include "maps/sheets/periods_sheet.h"
#include "maps/sheets/sheet.h"
#include "maps/sheets/sheet_context.h"
#include "paint/canvas.h"
#include "paint/picture_format.h"
#include "study/series/period_sets.h"
#include "study/study.h"
#include "style/style.h"
#include "words/map_text.h"

namespace wardmap::publish {
namespace {

std::string png_of(const paint::Scene& scene, const style::Style& style) {
    return paint::to_png_within(scene, style.dpi, static_cast<std::size_t>(style.png_kb * 1000));
}

/// One picture to draw, of one page or several.
struct Job {
    std::string path; // without its extension
    std::function<std::vector<maps::Sheet>(const paint::TextMetrics&)> lay_out;
    bool has_alt = true; // in its text file, before the description
};

class Jobs {
public:
    Jobs(const Study& study, const style::Style& style, const maps::BaseMap& ground)
        : m_study(study), m_style(style), m_ground(ground) {}

    void add_maps() {
        for (const auto& category : m_study.categories) {
            add_sheet(category.spec.id, category, words::Subject::bands);
        }
        for (const auto& bivariate : m_study.bivariates) {
            add(bivariate.spec.id, [this, &bivariate](const auto& metrics) {
                return std::vector{maps::lay_out_sheet(context(metrics), bivariate)};
            });
        }
        for (auto& set : period_sets(m_study)) {
            const auto path = set.id + ".periods";
            add(path, [this, set = std::move(set)](const auto& metrics) {
                return maps::lay_out_periods(context(metrics), set);
            });
        }
        if (m_study.categories.size() < 2) return;
        add("contact",
            [this](const auto& metrics) { return maps::lay_out_contact_sheet(context(metrics)); });
        m_all.back().has_alt = false;
    }

    void add_readings() {
        for (const auto& category : m_study.categories) {
            if (!category.hotspots) continue;
            add_sheet(category.spec.id + ".reading", category, words::Subject::reading);
        }
    }

    [[nodiscard]] const std::vector<Job>& all() const { return m_all; }

private:
    [[nodiscard]] maps::SheetContext context(const paint::TextMetrics& metrics) const {
        return {m_study, m_style, metrics, m_ground};
    }

    template <typename LayOut>
    void add(const std::string& name, LayOut lay_out) {
        m_all.push_back({"maps/" + name, std::move(lay_out)});
    }

    void add_sheet(const std::string& name, const CategoryResult& category,
                   words::Subject subject) {
        add(name, [this, &category, subject](const auto& metrics) {
            return std::vector{maps::lay_out_sheet(context(metrics), category, subject)};
        });
    }

    const Study& m_study;
    const style::Style& m_style;
    const maps::BaseMap& m_ground;
    std::vector<Job> m_all;
};

using Format = paint::PictureFormat;

/// Lays a picture out and writes it; returns its findings.
Findings draw(const Job& job, const style::Style& style, bool lint, StagedFiles& files) {
    const paint::TextMetrics metrics;
    const auto sheets = job.lay_out(metrics);
    Findings findings;
    std::vector<paint::Scene> pages;
    std::string words = job.has_alt ? sheets.front().words.alt + "\n\n" : "";
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const auto& scene = sheets[i].scene;
        const auto path =
            job.path + (sheets.size() == 1 ? std::string() : "-" + std::to_string(i + 1));
        for (const auto format : style.formats) {
            if (format == Format::png) files.add(path + ".png", png_of(scene, style));
            if (format == Format::svg) files.add(path + ".svg", paint::to_svg(scene));
        }
        append(findings, sheets[i].findings);
        if (lint) append(findings, maps::lint(scene, path, metrics));
        pages.push_back(scene);
        words += sheets[i].words.description;
    }
    if (std::ranges::find(style.formats, Format::pdf) != style.formats.end()) {
        files.add(job.path + ".pdf", paint::to_pdf(pages, pages.front().title));
    }
    files.add(job.path + ".txt", words);
    return findings;
}

} // namespace

Findings draw_maps(const Study& study, const style::Style& style, const maps::BaseMap& ground,
                   const Options& options, MapSubjects subjects, StagedFiles& files) {
    Jobs jobs(study, style, ground);
    if (subjects.bands) jobs.add_maps();
    if (subjects.readings) jobs.add_readings();
    const std::size_t n = jobs.all().size();
    std::vector<Findings> findings(n);
    std::atomic<std::size_t> done = 0;
    parallel_for(n, options.threads, [&](std::size_t i) {
        stop_if_interrupted();
        findings[i] = draw(jobs.all()[i], style, options.lint, files);
        const double share = 0.9 * static_cast<double>(++done) / static_cast<double>(n);
        report(options.progress, share, "drawing maps");
    });
    auto all = subjects.bands ? maps::advice_on_counts(study) : Findings();
    for (auto& list : findings) {
        append(all, std::move(list));
    }
    stop_on_errors(all);
    return all;
}

} // namespace wardmap::publish
