// SPDX-License-Identifier: MIT
#include "book/ward_table.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include <fmt/format.h>

#include "base/text.h"
#include "maps/readings.h"
#include "maps/theme.h"
#include "maps/words.h"
#include "study/area_value.h"

namespace wardmap::book {
namespace {

using project::MeasureKind;

/// Whether the counts behind the values stand in a column of their own.
bool shows_counts(const CategoryResult& category) {
    switch (category.spec.measure) {
    case MeasureKind::rate:
    case MeasureKind::share:
    case MeasureKind::density:
    case MeasureKind::index:
        return true;
    default:
        return false;
    }
}

std::string count_text(const Cell& figure) {
    if (figure.is_known()) {
        return text::number(figure.value(), std::fmod(figure.value(), 1) == 0 ? 0 : 1);
    }
    if (figure.is_suppressed()) {
        return fmt::format("withheld, {} to {}", text::number(figure.low(), 0),
                           text::number(figure.high(), 0));
    }
    return "none supplied";
}

std::string value_text(const CategoryResult& category, std::size_t ward) {
    const auto& value = category.values[ward];
    if (value.is_suppressed() && shows_counts(category)) {
        return fmt::format("{} to {}", text::number(value.low(), category.banding.decimals),
                           text::number(value.high(), category.banding.decimals));
    }
    return maps::printed(category, ward);
}

std::string percent_text(double ratio) {
    if (std::isinf(ratio)) return "no limit";
    return (ratio > 1 ? "+" : "") + text::number(100 * (ratio - 1), 0);
}

pages::Painter swatch(const maps::Fill& fill) {
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

std::string band_text(const CategoryResult& category, std::size_t ward) {
    const auto band = category.banding.band_of[ward];
    if (band) {
        const auto& found = category.banding.bands[*band];
        return found.word.empty() ? found.range : found.range + ", " + found.word;
    }
    return category.values[ward].is_suppressed() ? "not certain" : "none";
}

std::string rank_text(const CategoryResult& category, std::size_t ward) {
    const auto& standing = category.standings[ward];
    if (!standing) return "";
    return std::to_string(standing->rank) + (standing->tied ? "=" : "");
}

/// One column and how its cells are made.
struct Filler {
    pages::Column column;
    std::function<pages::TableCell(std::size_t ward)> cell;
};

std::vector<Filler> fillers(const Inputs& inputs, const CategoryResult& category,
                            const maps::Theme& theme) {
    const auto& study = inputs.study;
    std::vector<Filler> columns;
    columns.push_back({{first_capital(maps::called(study, 1))},
                       [&](std::size_t i) { return pages::TableCell{study.wards.wards[i].name}; }});
    if (shows_counts(category)) {
        columns.push_back({{first_capital(category.spec.unit), true}, [&](std::size_t i) {
                               return pages::TableCell{count_text(category.figures[i])};
                           }});
    }
    columns.push_back({{maps::legend_title(category), true},
                       [&](std::size_t i) { return pages::TableCell{value_text(category, i)}; }});
    const auto any_limits = [&] {
        for (std::size_t i = 0; i < category.values.size(); ++i) {
            if (!limits_text(category, i).empty()) return true;
        }
        return false;
    };
    if (any_limits()) {
        columns.push_back({{"95 % limits", true}, [&](std::size_t i) {
                               return pages::TableCell{limits_text(category, i)};
                           }});
    }
    columns.push_back(
        {{"Rank", true}, [&](std::size_t i) { return pages::TableCell{rank_text(category, i)}; }});
    if (theme.radii.empty() && !category.banding.bands.empty()) {
        columns.push_back(
            {{"Band"}, [&](std::size_t i) {
                 return pages::TableCell{band_text(category, i), swatch(theme.fills[i])};
             }});
    }
    if (category.hotspots) {
        columns.push_back(
            {{category.changes.empty() ? "Reading" : "Evidence of change"}, [&](std::size_t i) {
                 return pages::TableCell{reading_text(study, category, i),
                                         reading_painter(category, i)};
             }});
    }
    return columns;
}

} // namespace

std::string first_capital(std::string s) {
    if (!s.empty() && s.front() >= 'a' && s.front() <= 'z') {
        s.front() = static_cast<char>(s.front() - 'a' + 'A');
    }
    return s;
}

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

std::string limits_text(const CategoryResult& category, std::size_t ward) {
    if (!category.changes.empty()) {
        const auto& change = category.changes[ward];
        if (!change) return {};
        return fmt::format("{} to {} %", percent_text(change->ratio_95.low),
                           percent_text(change->ratio_95.high));
    }
    if (!category.hotspots || !category.hotspots->wards[ward].own) return {};
    double per = 0;
    if (category.spec.measure == MeasureKind::rate) per = category.spec.per;
    if (category.spec.measure == MeasureKind::share) per = 100;
    if (per == 0) return {};
    // The ratio's limits times the rate it is a ratio to: those of the ward's own rate.
    const auto& own = *category.hotspots->wards[ward].own;
    const double rate = category.hotspots->rate * per;
    const int decimals = category.banding.decimals;
    return fmt::format("{} to {}", text::number(own.ratio_95.low * rate, decimals),
                       text::number(own.ratio_95.high * rate, decimals));
}

std::string reading_text(const Study& study, const CategoryResult& category, std::size_t ward) {
    if (!category.hotspots) return {};
    const auto& joint = category.hotspots->wards[ward].joint;
    return hotspots::words(joint.reading, maps::called(study, 2)) +
           (joint.evidence == hotspots::Evidence::tentative ? " (tentative)" : "");
}

pages::Painter reading_painter(const CategoryResult& category, std::size_t ward) {
    const auto reading = category.hotspots->wards[ward].joint.reading;
    if (maps::mark_shapes(reading, {0, 0}, 1).empty()) return {};
    return [reading](const geo::Box& box) {
        auto shapes = maps::mark_shapes(reading, box.centre(), box.width());
        return std::vector<paint::Item>(std::make_move_iterator(shapes.begin()),
                                        std::make_move_iterator(shapes.end()));
    };
}

pages::Table ward_table(const Inputs& inputs, const CategoryResult& category) {
    const auto theme = maps::theme_of(inputs.study, category, inputs.style, 100);
    pages::Table table;
    const auto columns = fillers(inputs, category, theme);
    for (const auto& [column, cell] : columns) {
        table.columns.push_back(column);
    }
    for (const auto ward : wards_in_order(inputs.study, category)) {
        std::vector<pages::TableCell> row;
        for (const auto& [column, cell] : columns) {
            row.push_back(cell(ward));
        }
        table.rows.push_back(std::move(row));
    }
    const auto n = inputs.study.wards.wards.size();
    const auto many = maps::called(inputs.study, 2);
    table.caption =
        fmt::format("{}: {}", category.spec.title,
                    n > most_rows ? fmt::format("the {} {} with the highest figures, "
                                                "of {}",
                                                rows_of_many, many, text::number(double(n), 0))
                                  : "all " + many + " by rank");
    return table;
}

} // namespace wardmap::book
