// SPDX-License-Identifier: MIT
#include "maps/sheets/page.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "layout/block.h"
#include "layout/text_block.h"
#include "maps/legend/legend_panel.h"
#include "maps/picture/picture_items.h"
#include "maps/picture/ward_items.h"
#include "maps/sheets/arrange.h"
#include "study/study.h"
#include "style/style.h"
#include "words/captions.h"
#include "words/ward_figures.h"

namespace wardmap::maps {
namespace {

void add(std::vector<paint::Item>& items, std::vector<paint::Item> more) {
    std::move(more.begin(), more.end(), std::back_inserter(items));
}

/// Within the margins.
geo::Box room_on(const style::Style& style) {
    return {style.margin_mm, style.margin_mm, style.page_width_mm - style.margin_mm,
            style.page_height_mm - style.margin_mm};
}

layout::Block heading(const PageParts& parts, const style::Style& style,
                      const paint::TextMetrics& metrics) {
    if (!style.title) return {};
    const auto page = room_on(style);
    return layout::heading_block(parts.title, parts.subtitle, style,
                                 {{page.min_x, page.min_y}, page.width(), metrics});
}

/// The foot, placed so that its last line ends at the lower margin.
layout::Block foot(const PageParts& parts, const style::Style& style,
                   const paint::TextMetrics& metrics) {
    if (!style.source) return {};
    const auto page = room_on(style);
    const layout::TextStyle small{{style.small_pt, paint::Weight::regular, false},
                                  {0x33, 0x33, 0x33},
                                  1.3,
                                  paint::PdfRole::paragraph};
    const auto set = [&](geo::Point at) {
        return layout::text_block(parts.foot, small, {at, page.width(), metrics});
    };
    return set({page.min_x, page.max_y - set({0, 0}).height_mm});
}

/// The page between heading and foot.
geo::Box body_of(const style::Style& style, const layout::Block& head, const layout::Block& feet) {
    auto body = room_on(style);
    if (head.height_mm > 0) body.min_y += head.height_mm + block_gap_mm;
    if (feet.height_mm > 0) body.max_y -= feet.height_mm + block_gap_mm;
    return body;
}

/// The panel; the map has only numbers that its key explains.
std::vector<paint::Item> explained(const PictureInputs& inputs, const LegendPanel& panel,
                                   Layout& layout) {
    const auto lay = [&](const Picture& picture) {
        return panel.lay(layout.panel, key_of(inputs, picture), layout.key_place,
                         picture.main.view.frame.mm_per_m());
    };
    const auto whole = std::move(layout.picture);
    auto most = whole.key.size();
    while (true) {
        layout.picture = whole;
        drop_unexplained(layout.picture, most, inputs.importance);
        auto laid = lay(layout.picture);
        if (laid.explained >= most) return std::move(laid.items);
        // With fewer numbers each needs less space: slightly more than this may fit.
        most = std::min(most - 1, laid.explained + 8);
    }
}

Findings label_findings(const PictureInputs& inputs, const PageParts& parts,
                        const Picture& picture) {
    const auto& study = inputs.study;
    const auto& boundaries = study.project.boundaries;
    Findings findings;
    const auto report_unlabelled = [&](const std::string& who, const std::string& what,
                                       const char* help) {
        findings.push_back(
            {.severity = Severity::note,
             .found = fmt::format("{}: {} no {} on the map: not enough space", parts.id, who, what),
             .help = help});
    };
    const auto wards_have = [&](std::size_t n) {
        return text::with_count(n, boundaries.noun.singular + " has",
                                boundaries.noun.plural + " have");
    };
    if (!picture.unplaced.empty()) {
        report_unlabelled(wards_have(picture.unplaced.size()), "name",
                          "use a larger page, or read the names in data/wards.csv");
    }
    if (const auto n = unmarked_wards(inputs, picture); n > 0) {
        report_unlabelled(wards_have(n), parts.drawing.mark_word,
                          "use a larger page, or read the figures in data/wards.csv");
    }
    if (const auto n = nameless_sites(picture); n > 0) {
        report_unlabelled(text::with_count(n, "place or site has", "places or sites have"), "name",
                          "use a larger page, or fewer of them: where = \"...\" under [[layer]]");
    }
    return findings;
}

/// Settings to try so that the map is not dwarfed by the panel.
struct Attempt {
    double least_share = 0;  // share of the map's scale without the panel
    std::size_t numbers = 0; // minimum in the key
    double shrunk = 1;       // type
};

/// Prefers smaller type to a small map, and a small map to no numbers; finally, anything that fits.
std::vector<Attempt> attempts() {
    constexpr double usual_share = 0.5;
    std::vector<Attempt> all;
    for (const double least_share : {usual_share, 0.0}) {
        for (const std::size_t numbers : {4U, 2U, 0U}) {
            for (double shrunk = 1; shrunk > 0.4; shrunk -= 0.05) {
                all.push_back({least_share, numbers, shrunk});
            }
        }
    }
    return all;
}

style::Style shrunken(style::Style style, double shrunk) {
    constexpr double least_pt = 6;
    for (auto* const size : {&style.legend_pt, &style.small_pt, &style.key_pt}) {
        *size = std::max(std::min(least_pt, *size), shrunk * *size);
    }
    return style;
}

/// A page with space for its map: its parts and its style.
struct Fitting {
    style::Style style;
    PageParts parts;
    std::size_t least_numbers = 0;
};

/// The inputs for the map of these parts; the style and the parts must outlive it.
PictureInputs inputs_of(const SheetContext& context, const PageParts& parts,
                        std::size_t least_numbers) {
    return {context.study,    context.ground, context.style,  context.metrics, parts.radii,
            parts.importance, least_numbers,  &parts.drawing, parts.outline_pt};
}

Fitting fitting(const SheetContext& context, const PageMaker& make) {
    const auto& wanted = context.style;
    std::string id;
    for (const auto& [least_share, numbers, shrunk] : attempts()) {
        Fitting tried{shrunken(wanted, shrunk), {}, numbers};
        tried.parts = make(tried.style);
        id = tried.parts.id;
        const auto& parts = tried.parts;
        const auto inputs = inputs_of(context.with(tried.style), parts, numbers);
        const LegendPanel panel(parts.legend, words::area_noun(context.study, 2), tried.style,
                                context.metrics);
        const auto body = body_of(tried.style, heading(parts, tried.style, context.metrics),
                                  foot(parts, tried.style, context.metrics));
        const auto left = space_left_by(inputs, body, panel);
        const double share = scale_share(inputs, body, left);
        if (share > 0 && share >= least_share) return tried;
    }
    throw InputError(Finding{
        .severity = Severity::error,
        .found = fmt::format("{}: a page of {} x {} mm has no room for map and legend", id,
                             text::shortest(wanted.page_width_mm),
                             text::shortest(wanted.page_height_mm)),
        .expected = "a larger page",
        .help = "another size under [page] of the style, or legend = false under [furniture]"});
}

} // namespace

Page lay_out_page(const SheetContext& context, const PageMaker& make, const std::string& alt) {
    const auto [style, parts, numbers] = fitting(context, make);
    const auto inputs = inputs_of(context.with(style), parts, numbers);
    const LegendPanel panel(parts.legend, words::area_noun(context.study, 2), style,
                            context.metrics);
    auto head = heading(parts, style, context.metrics);
    auto feet = foot(parts, style, context.metrics);
    auto layout = arrange_page(inputs, body_of(style, head, feet), panel);
    auto panel_items = explained(inputs, panel, layout);
    Page page;
    page.findings = label_findings(inputs, parts, layout.picture);
    add(page.items, layer("heading", "Heading", std::move(head.items)));
    page.items.emplace_back(paint::FigureBegin{"map", alt});
    add(page.items, picture_items(inputs, parts.drawing, layout.picture));
    page.items.emplace_back(paint::FigureEnd{});
    add(page.items, layer("legend", "Legend", std::move(panel_items)));
    add(page.items, layer("notes", "Notes", std::move(feet.items)));
    return page;
}

} // namespace wardmap::maps
