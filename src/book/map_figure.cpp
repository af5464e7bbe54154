// SPDX-License-Identifier: MIT
#include "book/map_figure.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "maps/ground/base_map.h"
#include "maps/sheets/bivariate_sheet.h"
#include "maps/sheets/category_sheet.h"
#include "maps/sheets/sheet.h"
#include "study/bivariate_result.h"
#include "study/category_result.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::book {
namespace {

void shift(paint::Item& item, double dx, double dy) {
    if (auto* const text = std::get_if<paint::Text>(&item)) {
        text->at = {text->at.x + dx, text->at.y + dy};
    } else if (auto* const shape = std::get_if<paint::Shape>(&item)) {
        for (auto& ring : shape->rings) {
            for (auto& point : ring) {
                point = {point.x + dx, point.y + dy};
            }
        }
    }
}

/// Texts and shapes of a sheet, moved to their place on the page.
std::vector<paint::Item> moved(maps::Sheet sheet, const geo::Box& box) {
    auto items = std::move(sheet.scene.items);
    std::erase_if(items, [](const paint::Item& item) {
        return !std::holds_alternative<paint::Text>(item) &&
               !std::holds_alternative<paint::Shape>(item);
    });
    for (auto& item : items) {
        shift(item, box.min_x, box.min_y);
    }
    return items;
}

} // namespace

style::Style figure_style(const style::Style& style, double width_mm, double height_mm) {
    auto own = style;
    own.page_width_mm = width_mm;
    own.page_height_mm = height_mm;
    own.margin_mm = 0;
    own.title = false;
    own.source = false;
    own.legend_pt = std::min(style.legend_pt, 8.5);
    own.label_pt = std::min(style.label_pt, 7.5);
    own.label_min_pt = std::min(style.label_min_pt, own.label_pt);
    own.small_pt = std::min(style.small_pt, 7.5);
    return own;
}

double figure_height_mm(const maps::BaseMap& ground, double width_mm, double most_mm) {
    constexpr double legend_mm = 55; // about, below the map
    const auto& extent = ground.extent();
    const double shape = extent.height() / std::max(1.0, extent.width());
    return std::clamp(std::round(width_mm * shape + legend_mm), std::min(100.0, most_mm), most_mm);
}

std::vector<paint::Item> map_in(const Inputs& inputs, const CategoryResult& category,
                                const geo::Box& box) {
    const auto style = figure_style(inputs.style, box.width(), box.height());
    return moved(
        maps::lay_out_sheet({inputs.study, style, inputs.metrics, inputs.ground}, category), box);
}

std::vector<paint::Item> map_in(const Inputs& inputs, const BivariateResult& result,
                                const geo::Box& box) {
    const auto style = figure_style(inputs.style, box.width(), box.height());
    return moved(maps::lay_out_sheet({inputs.study, style, inputs.metrics, inputs.ground}, result),
                 box);
}

} // namespace wardmap::book
