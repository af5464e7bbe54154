// SPDX-License-Identifier: MIT
#include "publish/publish.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <initializer_list>
#include <optional>
#include <utility>

#include "audit/audit.h"
#include "base/interrupt.h"
#include "base/named_values.h"
#include "base/output_folder.h"
#include "base/parallel.h"
#include "base/staged_files.h"
#include "data/write_data.h"
#include "explorer/explorer.h"
#include "maps/ground/base_map.h"
#include "publish/draw_book.h"
#include "publish/draw_briefing.h"
#include "publish/draw_maps.h"
#include "publish/manifest.h"
#include "publish/public_paths.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::publish {
namespace {

using project::Product;

/// All products of a run, made in parallel.
class Products {
public:
    Products(const Study& study, const style::Style& style, const Options& options,
             const std::vector<Product>& wanted, StagedFiles& files)
        : m_study(study), m_style(style), m_options(options), m_wanted(wanted), m_files(files) {
        if (wants({Product::maps, Product::readings, Product::book, Product::snippets,
                   Product::briefing})) {
            m_ground.emplace(study);
        }
    }

    /// Returns the findings of the maps.
    Findings draw() {
        Findings findings;
        add({Product::maps, Product::readings}, [&] {
            findings = draw_maps(m_study, m_style, *m_ground, m_options,
                                 {wants({Product::maps}), wants({Product::readings})}, m_files);
        });
        add({Product::book}, [&] { draw_book(m_study, m_style, *m_ground, m_files); });
        add({Product::snippets},
            [&] { draw_snippets(m_study, m_style, *m_ground, m_options, m_files); });
        add({Product::briefing},
            [&] { draw_briefing(m_study, m_style, *m_ground, m_options, m_files); });
        add({Product::explorer}, [&] {
            m_files.add("explorer.html",
                        explorer::explorer_page(m_study, m_style, maps::BaseMap(m_study.wards)));
        });
        add({Product::data}, [&] { data::write_data(m_study, m_style, m_files); });
        run();
        return findings;
    }

private:
    [[nodiscard]] bool wants(std::initializer_list<Product> any_of) const {
        return std::ranges::find_first_of(m_wanted, any_of) != m_wanted.end();
    }

    void add(std::initializer_list<Product> for_any_of, std::function<void()> task) {
        if (wants(for_any_of)) m_tasks.push_back(std::move(task));
    }

    /// Runs all tasks to completion, then rethrows the exception of the first in order, so that the
    /// message does not depend on the number of threads.
    void run() {
        std::vector<std::exception_ptr> thrown(m_tasks.size());
        parallel_for(m_tasks.size(), m_options.threads, [&](std::size_t i) {
            try {
                m_tasks[i]();
            } catch (...) {
                thrown[i] = std::current_exception();
            }
        });
        for (const auto& one : thrown) {
            if (one) std::rethrow_exception(one);
        }
    }

    const Study& m_study;
    const style::Style& m_style;
    const Options& m_options;
    const std::vector<Product>& m_wanted;
    StagedFiles& m_files;
    std::optional<maps::BaseMap> m_ground; // shared by all products that draw maps
    std::vector<std::function<void()>> m_tasks;
};

/// In alphabetical order, as in the manifest.
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
    const auto products = options.products.empty() ? study.products : options.products;
    OutputFolder folder(options.folder, options.notice);
    StagedFiles files(folder);
    report(options.progress, 0, "drawing maps");
    const auto more = Products(study, style, options, products, files).draw();
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
