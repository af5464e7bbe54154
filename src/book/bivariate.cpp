// SPDX-License-Identifier: MIT
// The page of two categories on one map.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "book/map_figure.h"
#include "book/parts.h"
#include "maps/bivariate_words.h"
#include "maps/ward_words.h"
#include "maps/words.h"
#include "study/bivariate.h"

namespace wardmap::book {
namespace {

/// The wards of each class by name.
pages::Table class_table(const Inputs& inputs, const BivariateResult& result) {
    const auto& study = inputs.study;
    pages::Table table;
    table.caption = fmt::format("{} by class", maps::first_capital(maps::called(study, 2)));
    table.columns = {
        {"Class"}, {"In words"}, {"Number", true}, {maps::first_capital(maps::called(study, 2))}};
    for (const std::size_t up : {2, 1, 0}) {
        for (const std::size_t across : {2, 1, 0}) {
            const auto n = result.counts.at(up).at(across);
            if (n == 0) continue;
            constexpr std::size_t most_named = 60;
            const auto names = maps::names_at(study, result, up, across);
            table.rows.push_back({{code_of(up, across)},
                                  {maps::class_words(result, up, across)},
                                  {text::number(static_cast<double>(n), 0)},
                                  {n > most_named ? "in data/wards.csv" : text::list(names)}});
        }
    }
    return table;
}

} // namespace

void add_bivariate(const Inputs& inputs, const BivariateResult& result, const Part& part,
                   pages::Flow& flow) {
    const auto& study = inputs.study;
    flow.heading(1, part.title, {"", part.anchor});
    flow.paragraph(maps::bivariate_subtitle(study, result), pages::Kind::lead);
    for (const auto& sentence : maps::bivariate_sentences(study, result)) {
        flow.paragraph(sentence);
    }
    constexpr double caption_mm = 14;
    constexpr double least_mm = 100;
    const double room = std::max(least_mm, flow.room_mm() - caption_mm);
    flow.figure({figure_height_mm(inputs.ground, flow.width_mm(), room),
                 maps::words_of(study, result).alt,
                 fmt::format("Map: {}", maps::bivariate_subtitle(study, result)),
                 [&](const geo::Box& box) { return map_in(inputs, result, box); }});
    flow.new_page();
    flow.table(class_table(inputs, result));
    const auto lines = maps::bivariate_foot(study, result);
    flow.heading(2, "Source and method", {"", "", false});
    flow.paragraph(text::join(lines, " "), pages::Kind::note);
}

} // namespace wardmap::book
