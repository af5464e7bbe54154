// SPDX-License-Identifier: MIT
// The page of a bivariate map.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "book/map_figure.h"
#include "book/parts.h"
#include "study/bivariate.h"
#include "study/bivariate_result.h"
#include "study/study.h"
#include "words/bivariate.h"
#include "words/ward_figures.h"

namespace wardmap::book {
namespace {

/// The wards of each class by name.
layout::Table class_table(const Inputs& inputs, const BivariateResult& result) {
    const auto& study = inputs.study;
    layout::Table table;
    table.caption = fmt::format("{} by class", words::first_capital(words::area_noun(study, 2)));
    table.columns = {{"Class"},
                     {"In words"},
                     {"Number", true},
                     {words::first_capital(words::area_noun(study, 2))}};
    for (const std::size_t up : {2U, 1U, 0U}) {
        for (const std::size_t across : {2U, 1U, 0U}) {
            const auto n = result.counts.at(up).at(across);
            if (n == 0) continue;
            constexpr std::size_t most_named = 60;
            const auto names = words::names_at(study, result, up, across);
            table.rows.push_back({{code_of(up, across)},
                                  {words::class_words(result, up, across)},
                                  {text::number(static_cast<double>(n), 0)},
                                  {n > most_named ? "in data/wards.csv" : text::list(names)}});
        }
    }
    return table;
}

} // namespace

void add_bivariate(const Inputs& inputs, const BivariateResult& result, const Part& part,
                   layout::Flow& flow) {
    const auto& study = inputs.study;
    flow.heading(1, part.title, {"", part.anchor});
    flow.paragraph(words::bivariate_subtitle(study, result), layout::Kind::lead);
    for (const auto& sentence : words::bivariate_sentences(study, result)) {
        flow.paragraph(sentence);
    }
    constexpr double caption_mm = 14;
    constexpr double least_mm = 100;
    const double room = std::max(least_mm, flow.room_mm() - caption_mm);
    flow.figure({figure_height_mm(inputs.ground, flow.width_mm(), room),
                 words::words_of(study, result).alt,
                 fmt::format("Map: {}", words::bivariate_subtitle(study, result)),
                 [&](const geo::Box& box) { return map_in(inputs, result, box); }});
    flow.new_page();
    flow.table(class_table(inputs, result));
    const auto lines = words::bivariate_foot(study, result);
    flow.heading(2, "Source and method", {"", "", false});
    flow.paragraph(text::join(lines, " "), layout::Kind::note);
}

} // namespace wardmap::book
