// SPDX-License-Identifier: MIT
// Title page, contents, and all categories at a glance.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "base/text.h"
#include "book/parts.h"
#include "hotspots/reading.h"
#include "maps/ground/base_map.h"
#include "maps/ground/map_transform.h"
#include "maps/ground/view.h"
#include "study/study.h"
#include "words/foot_lines.h"
#include "words/ward_figures.h"

namespace wardmap::book {
namespace {

/// "High Street, Park Wood (12 in all)": the first five names of wards, highest first.
std::string first_names(const Study& study, const CategoryResult& category,
                        const std::vector<std::size_t>& wards) {
    constexpr std::size_t most = 5;
    std::vector<std::string> names;
    for (std::size_t k = 0; k < std::min(most, wards.size()); ++k) {
        names.push_back(study.wards.wards[wards[k]].name);
    }
    if (names.empty()) return category.hotspots->own_tests > 0 ? "none" : "not tested";
    if (wards.size() <= most) return text::join(names, "; ");
    return fmt::format("{} ({} in all)", text::join(names, "; "), wards.size());
}

/// Wards above the area's rate by more than chance explains, or the exceptional ones among them.
std::string higher_wards(const Study& study, const CategoryResult& category, bool exceptional) {
    if (!category.hotspots) return "not tested";
    if (!category.changes.empty()) return "see its page: evidence of change";
    std::vector<std::size_t> wards;
    for (std::size_t i = 0; i < study.wards.wards.size(); ++i) {
        const auto& ward = category.hotspots->wards[i];
        const bool is_so = exceptional ? ward.exceptional &&
                                             ward.exceptional->verdict == hotspots::Verdict::high &&
                                             ward.exceptional->evidence == hotspots::Evidence::firm
                                       : hotspots::is_higher(ward.reading.level);
        if (is_so) wards.push_back(i);
    }
    const auto place = [&](std::size_t i) {
        return category.standings[i] ? category.standings[i]->rank : study.wards.wards.size() + 1;
    };
    std::sort(wards.begin(), wards.end(), [&](std::size_t a, std::size_t b) {
        return place(a) != place(b) ? place(a) < place(b)
                                    : study.wards.wards[a].name < study.wards.wards[b].name;
    });
    return first_names(study, category, wards);
}

/// "2 withheld, 13 without a figure".
std::string gaps(const CategoryResult& category) {
    std::size_t withheld = 0;
    std::size_t without = 0;
    for (const auto& value : category.values) {
        if (value.is_suppressed()) ++withheld;
        if (value.is_missing() || value.is_not_calculable()) ++without;
    }
    std::vector<std::string> wording;
    if (withheld > 0) wording.push_back(fmt::format("{} withheld", withheld));
    if (without > 0) wording.push_back(fmt::format("{} without a figure", without));
    return wording.empty() ? "complete" : text::join(wording, ", ");
}

/// The area by itself: the wards in outline.
layout::Figure outline_figure(const Inputs& inputs) {
    const auto& study = inputs.study;
    const auto n = study.wards.wards.size();
    layout::Figure figure;
    figure.height_mm = 130;
    figure.alt = fmt::format("Outline map of {} {}{}.", text::number(static_cast<double>(n), 0),
                             words::area_noun(study, n),
                             study.project.area.empty() ? "" : " of " + study.project.area);
    figure.paint = [&inputs](const geo::Box& box) {
        const auto at = maps::fitted(inputs.ground.extent(), box, 0.5, 0.5);
        const maps::MapTransform frame(inputs.ground.extent(), at);
        const auto view = maps::view_of(inputs.ground, frame, at, false);
        std::vector<paint::Item> items;
        for (const auto& shape : view.shapes) {
            paint::Shape ward;
            for (const auto& polygon : shape.parts) {
                ward.rings.push_back(polygon.outer);
                ward.rings.insert(ward.rings.end(), polygon.holes.begin(), polygon.holes.end());
            }
            ward.fill = paint::Colour{0xEC, 0xEC, 0xEA};
            ward.stroke = paint::Stroke{{0x6E, 0x6E, 0x6E}, 0.5, {}};
            items.emplace_back(std::move(ward));
        }
        return items;
    };
    return figure;
}

} // namespace

void add_cover(const Inputs& inputs, layout::Flow& flow) {
    const auto& study = inputs.study;
    const auto& project = study.project;
    flow.gap(28);
    flow.heading(1, project.title.empty() ? book_title(study) : project.title,
                 {"", "cover", false});
    const auto n = study.wards.wards.size();
    const auto maps = study.categories.size();
    flow.paragraph(
        fmt::format("Map book: {} by {}{}", text::with_count(maps, "category", "categories"),
                    words::area_noun(study, 1), project.area.empty() ? "" : ", " + project.area),
        layout::Kind::lead);
    flow.gap(10);
    flow.figure(outline_figure(inputs));
    flow.gap(6);
    std::set<std::string> periods;
    for (const auto& category : study.categories) {
        if (!category.spec.period.empty()) periods.insert(category.spec.period);
    }
    flow.paragraph(fmt::format(
        "{} {}. {}", text::number(static_cast<double>(n), 0), words::area_noun(study, n),
        periods.empty() ? ""
                        : "Periods: " + text::join({periods.begin(), periods.end()}, "; ") + "."));
    for (const auto& line : words::boundary_lines(study)) {
        flow.paragraph(line, layout::Kind::note);
    }
}

void add_contents(const std::vector<Part>& parts, layout::Flow& flow) {
    flow.new_page();
    flow.heading(1, "Contents");
    for (const auto& part : parts) {
        flow.contents_line(part.title, part.anchor, 2);
    }
}

void add_glance(const Inputs& inputs, const Part& part, layout::Flow& flow) {
    const auto& study = inputs.study;
    flow.heading(1, part.title, {"", part.anchor});
    flow.paragraph(fmt::format(
        "One line for each category. \u201CHigher\u201D means: above the area's rate by more than "
        "chance explains; \u201Cexceptionally high\u201D: out of line even among these {}, after "
        "correction for multiple testing. A high figure shows where to look, not why.",
        words::area_noun(study, 2)));
    layout::Table table;
    table.caption = "All categories";
    table.columns = {{"Category"}, {"Period"}, {"Higher"}, {"Exceptionally high"}, {"Figures"}};
    for (const auto& category : study.categories) {
        table.rows.push_back({{category.spec.title},
                              {category.spec.period},
                              {higher_wards(study, category, false)},
                              {higher_wards(study, category, true)},
                              {gaps(category)}});
    }
    flow.table(table);
}

} // namespace wardmap::book
