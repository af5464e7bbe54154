// SPDX-License-Identifier: MIT
#include "book/snippets.h"

#include <cmath>

#include <fmt/format.h>

#include "base/text.h"
#include "book/docx.h"
#include "book/map_figure.h"
#include "maps/sheets/category_sheet.h"
#include "paint/canvas.h"
#include "study/study.h"
#include "style/style.h"
#include "words/captions.h"
#include "words/foot_lines.h"
#include "words/sentences.h"

namespace wardmap::book {
namespace {

constexpr double most_height_mm = 155;      // so that it fits on one page with its text
constexpr double pixels_per_mm = 96 / 25.4; // in a browser

std::string paragraphs(const std::vector<std::string>& lines, const char* css) {
    std::string all;
    for (const auto& line : lines) {
        all += fmt::format("<p{}>{}</p>\n", css, text::as_markup(line));
    }
    return all;
}

std::string html_of(const PictureDocument& document, const std::string& file) {
    return fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' "
        "file: data:; style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{0}</title>\n"
        "<style>body{{font:11pt/1.4 Arial,sans-serif;max-width:160mm;margin:2em auto;padding:0 "
        "1em;color:#1a1a1a}}figure{{margin:0}}img{{max-width:100%;height:auto}}"
        "figcaption{{font-weight:bold;margin:.5em 0}}.source{{font-size:8.5pt;color:#4d4d4d;"
        "margin:.3em 0}}</style>\n</head>\n<body>\n<figure>\n"
        "<img src=\"{1}\" width=\"{2}\" height=\"{3}\" alt=\"{4}\">\n"
        "<figcaption>{5}</figcaption>\n</figure>\n{6}{7}</body>\n</html>\n",
        text::as_markup(document.title), text::as_markup(file),
        std::lround(document.width_mm * pixels_per_mm),
        std::lround(document.height_mm * pixels_per_mm), text::as_markup(document.alt),
        text::as_markup(document.caption), paragraphs(document.text, ""),
        paragraphs(document.source, " class=\"source\""));
}

} // namespace

Snippet snippet_of(const Study& study, const CategoryResult& category, const style::Style& style,
                   const paint::TextMetrics& metrics, const maps::BaseMap& ground) {
    const double height = figure_height_mm(ground, snippet_width_mm, most_height_mm);
    const auto own = figure_style(style, snippet_width_mm, height);
    const auto sheet = maps::lay_out_sheet({study, own, metrics, ground}, category);
    PictureDocument document;
    document.title = sheet.scene.title;
    document.png = paint::to_png_within(sheet.scene, 300, snippet_most_bytes);
    document.width_mm = snippet_width_mm;
    document.height_mm = height;
    document.alt = sheet.words.alt;
    document.caption = fmt::format("{}: {}", category.spec.title, words::subtitle(study, category));
    document.text = words::category_sentences(study, category);
    document.source = words::foot_lines(study, category);
    Snippet snippet;
    snippet.html = html_of(document, category.spec.id + ".png");
    snippet.docx = docx_of(document);
    snippet.png = std::move(document.png);
    return snippet;
}

} // namespace wardmap::book
