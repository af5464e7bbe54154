// SPDX-License-Identifier: MIT
#include "publish/draw_book.h"

#include "base/interrupt.h"
#include "base/parallel.h"
#include "book/book.h"
#include "book/snippets.h"
#include "paint/canvas.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::publish {

void draw_book(const Study& study, const style::Style& style, const maps::BaseMap& ground,
               StagedFiles& files) {
    const paint::TextMetrics metrics;
    const auto pages = book::lay_out_book(study, style, metrics, ground);
    stop_if_interrupted();
    files.add("book.pdf", paint::to_pdf(pages, book::book_title(study)));
}

void draw_snippets(const Study& study, const style::Style& style, const maps::BaseMap& ground,
                   const Options& options, StagedFiles& files) {
    parallel_for(study.categories.size(), options.threads, [&](std::size_t i) {
        stop_if_interrupted();
        const paint::TextMetrics metrics;
        const auto& category = study.categories[i];
        const auto snippet = book::snippet_of(study, category, style, metrics, ground);
        const auto path = "snippets/" + category.spec.id;
        files.add(path + ".png", snippet.png);
        files.add(path + ".html", snippet.html);
        files.add(path + ".docx", snippet.docx);
    });
}

} // namespace wardmap::publish
