// SPDX-License-Identifier: MIT
// The pages of one category: map and sentences, then table, source and method.
#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"
#include "book/map_figure.h"
#include "book/parts.h"
#include "book/ward_table.h"
#include "project/measure_kind.h"
#include "study/category_result.h"
#include "study/study.h"
#include "tables/cell.h"
#include "words/alt_text.h"
#include "words/captions.h"
#include "words/foot_lines.h"
#include "words/sentences.h"
#include "words/ward_figures.h"

namespace wardmap::book {
namespace {

/// Explains columns that are not self-explanatory.
std::string table_note(const Inputs& inputs, const CategoryResult& category) {
    const auto& study = inputs.study;
    const auto many = words::area_noun(study, 2);
    const bool rank = category.spec.is(project::MeasureKind::rank);
    std::string note = rank ? "Rank: 1 = the number nearest to 1"
                            : fmt::format("Rank: 1 = highest of the {} with a figure", many);
    note += "; equal figures share a rank (=).";
    const bool tested = category.hotspots && category.hotspots->own_tests > 0;
    if (!category.changes.empty()) {
        note += " 95% confidence limits: how far chance alone could have moved the change.";
    } else if (tested) {
        note +=
            " 95% confidence limits: how far chance alone moves a figure of this size; if limits "
            "overlap, do not read much into the order.";
    }
    const bool withheld = std::any_of(category.values.begin(), category.values.end(),
                                      [](const Cell& cell) { return cell.is_suppressed(); });
    if (withheld) {
        note += " Withheld: the publisher does not give the figure but only the lowest and highest "
                "value "
                "it may have; such " +
                many + " are listed by name and have no rank.";
    }
    if (study.wards.wards.size() > most_rows) {
        note += " All " + many + " are in data/wards.csv, if the project publishes it.";
    }
    return note;
}

} // namespace

void add_spread(const Inputs& inputs, const CategoryResult& category, const Part& part,
                layout::Flow& flow) {
    const auto& study = inputs.study;
    flow.heading(1, part.title, {"", part.anchor});
    flow.paragraph(words::subtitle(study, category), layout::Kind::lead);
    for (const auto& sentence : words::category_sentences(study, category)) {
        flow.paragraph(sentence);
    }
    constexpr double caption_mm = 14;
    constexpr double least_mm = 100;
    const double room = std::max(least_mm, flow.room_mm() - caption_mm);
    const auto area = words::area_line(study, category);
    flow.figure({figure_height_mm(inputs.ground, flow.width_mm(), room),
                 words::words_of(study, category).alt,
                 fmt::format("Map: {}", words::subtitle(study, category)),
                 [&](const geo::Box& box) { return map_in(inputs, category, box); }});
    flow.new_page();
    flow.table(ward_table(inputs, category));
    flow.paragraph(table_note(inputs, category) +
                       (area.empty() ? "" : fmt::format(" {} ({}).", area, category.unit.title())),
                   layout::Kind::note);
    flow.heading(2, "Source and method", {"", "", false});
    flow.paragraph(text::join(words::foot_lines(study, category), " "), layout::Kind::note);
}

} // namespace wardmap::book
