// SPDX-License-Identifier: MIT
#include "maps/labels/label_wards.h"

#include "maps/labels/labels.h"
#include "maps/symbols/fills.h"
#include "maps/symbols/strokes.h"
#include "paint/palette.h"
#include "study/category_result.h"
#include "study/study_area.h"

namespace wardmap::maps {
namespace {

// Inked height of Open Sans: capitals and descenders, without the line gap.
constexpr double ascent_em = 0.76;
constexpr double descent_em = 0.24;

} // namespace

std::vector<bool> unstable_names(const CategoryResult& category) {
    std::vector<bool> unstable;
    for (const auto& ward : category.stability) {
        unstable.push_back(ward && !ward->is_stable());
    }
    return unstable;
}

std::vector<paint::Item> label_items(const std::vector<bool>& italic, const Labelling& labelling,
                                     const std::vector<Fill>& fills, paint::Colour disc) {
    std::vector<paint::Item> items;
    for (const auto& label : labelling.labels) {
        const bool outside = label.leader.has_value();
        const auto& fill = fills[label.request];
        if (outside) {
            const geo::Ring way = {label.leader->first, label.leader->second};
            items.emplace_back(lines_of({way}, paint::white, 1.1, "leader-halo"));
            items.emplace_back(lines_of({way}, outline_ink, 0.5, "leader"));
        }
        for (const auto& line : label.lines) {
            paint::Text text;
            text.text = line.text;
            text.at = line.baseline_centre;
            text.font.size_pt = label.size_pt;
            text.font.italic = !italic.empty() && italic[label.request];
            text.align = paint::Align::centre;
            text.colour = outside ? paint::black : label.on_disc ? paint::text_on(disc) : fill.ink;
            text.halo = outside ? paint::white : label.on_disc ? disc : fill.colour;
            text.halo_pt = 1.2;
            text.halo_css = outside ? "halo" : label.on_disc ? "halo circle" : css_of("halo", fill);
            items.emplace_back(std::move(text));
        }
    }
    return items;
}

Labelling label_wards(const StudyArea& study, const NamesWanted& names, const LabelOptions& options,
                      const paint::TextMetrics& metrics) {
    std::vector<LabelRequest> requests;
    for (std::size_t i = 0; i < names.shapes.size(); ++i) {
        requests.push_back({study.wards.wards[i].name, names.shapes[i], names.wanted[i],
                            names.importance.empty() ? 0 : names.importance[i]});
    }
    return place_labels(requests, options, [&](const std::string& text, double size_pt) {
        const double em = size_pt * paint::mm_per_pt;
        const double width =
            metrics.measure(text, {size_pt, paint::Weight::regular, false}).width_mm;
        return LabelExtent{width, ascent_em * em, descent_em * em};
    });
}

} // namespace wardmap::maps
