// SPDX-License-Identifier: MIT
#include "book/ward_table.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "maps/sheets/theme.h"
#include "maps/symbols/readings.h"
#include "study/study.h"
#include "words/alt_text.h"
#include "words/captions.h"
#include "words/ward_figures.h"

namespace wardmap::book {
namespace {

layout::Painter swatch(const maps::Fill& fill) {
    return [fill](const geo::Box& box) {
        paint::Shape shape;
        shape.rings = {{{box.min_x, box.min_y},
                        {box.max_x, box.min_y},
                        {box.max_x, box.max_y},
                        {box.min_x, box.max_y}}};
        shape.fill = fill.colour;
        shape.hatch = fill.hatch;
        shape.stroke = paint::Stroke{{0x4D, 0x4D, 0x4D}, 0.4, {}};
        return std::vector<paint::Item>{shape};
    };
}

/// One column, and the function for its cells.
struct Filler {
    layout::Column column;
    std::function<layout::TableCell(std::size_t ward)> cell;
};

std::vector<Filler> fillers(const Inputs& inputs, const CategoryResult& category,
                            const maps::Theme& theme) {
    const auto& study = inputs.study;
    std::vector<Filler> columns;
    columns.push_back({{words::first_capital(words::area_noun(study, 1))}, [&](std::size_t i) {
                           return layout::TableCell{study.wards.wards[i].name};
                       }});
    if (words::shows_counts(category)) {
        columns.push_back({{words::first_capital(category.spec.unit), true}, [&](std::size_t i) {
                               return layout::TableCell{words::count_text(category.figures[i])};
                           }});
    }
    columns.push_back({{words::legend_title(category), true}, [&](std::size_t i) {
                           return layout::TableCell{words::value_text(category, i)};
                       }});
    const auto any_limits = [&] {
        for (std::size_t i = 0; i < category.values.size(); ++i) {
            if (!words::limits_text(category, i).empty()) return true;
        }
        return false;
    };
    if (any_limits()) {
        columns.push_back({{"95% confidence limits", true}, [&](std::size_t i) {
                               return layout::TableCell{words::limits_text(category, i)};
                           }});
    }
    columns.push_back({{"Rank", true}, [&](std::size_t i) {
                           return layout::TableCell{words::rank_text(category, i)};
                       }});
    if (theme.radii.empty() && !category.banding.bands.empty()) {
        columns.push_back(
            {{"Band"}, [&](std::size_t i) {
                 return layout::TableCell{words::band_text(category, i), swatch(theme.fills[i])};
             }});
    }
    if (category.hotspots) {
        columns.push_back(
            {{category.changes.empty() ? "Reading" : "Evidence of change"}, [&](std::size_t i) {
                 return layout::TableCell{words::reading_text(study, category, i),
                                          reading_painter(category, i)};
             }});
    }
    return columns;
}

} // namespace

std::vector<std::size_t> wards_in_order(const Study& study, const CategoryResult& category) {
    const auto& wards = study.wards.wards;
    std::vector<std::size_t> order(wards.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    const auto place = [&](std::size_t i) {
        if (category.standings[i]) return category.standings[i]->rank;
        const auto& value = category.values[i];
        // Withheld, missing, not calculable.
        return wards.size() + 1 + static_cast<std::size_t>(value.state());
    };
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return place(a) != place(b) ? place(a) < place(b) : wards[a].name < wards[b].name;
    });
    if (order.size() > most_rows) order.resize(rows_of_many);
    return order;
}

layout::Painter reading_painter(const CategoryResult& category, std::size_t ward) {
    const auto level = category.hotspots->wards[ward].reading.level;
    if (maps::mark_shapes(level, {0, 0}, 1).empty()) return {};
    return [level](const geo::Box& box) {
        auto shapes = maps::mark_shapes(level, box.centre(), box.width());
        return std::vector<paint::Item>(std::make_move_iterator(shapes.begin()),
                                        std::make_move_iterator(shapes.end()));
    };
}

layout::Table ward_table(const Inputs& inputs, const CategoryResult& category) {
    const auto theme = maps::theme_of(inputs.study, category, inputs.style, 100);
    layout::Table table;
    const auto columns = fillers(inputs, category, theme);
    for (const auto& [column, cell] : columns) {
        table.columns.push_back(column);
    }
    for (const auto ward : wards_in_order(inputs.study, category)) {
        std::vector<layout::TableCell> row;
        for (const auto& [column, cell] : columns) {
            row.push_back(cell(ward));
        }
        table.rows.push_back(std::move(row));
    }
    const auto n = inputs.study.wards.wards.size();
    const auto many = words::area_noun(inputs.study, 2);
    table.caption =
        fmt::format("{}: {}", category.spec.title,
                    n > most_rows ? fmt::format("the {} {} with the highest figures, "
                                                "of {}",
                                                rows_of_many, many, text::number(double(n), 0))
                                  : "all " + many + " by rank");
    return table;
}

} // namespace wardmap::book
