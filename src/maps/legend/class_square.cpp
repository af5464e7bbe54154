// SPDX-License-Identifier: MIT
#include "maps/legend/class_square.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "layout/block.h"
#include "maps/symbols/fills.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

constexpr double least_cell_mm = 13; // at 9 pt, like all below
constexpr double cell_height_mm = 8.8;
constexpr double gap_mm = 2;
constexpr double arrow_mm = 4.5;

double widest(const SquareAxis& axis, const layout::TextStyle& style,
              const paint::TextMetrics& metrics) {
    double width = 0;
    for (std::size_t k = 0; k < 3; ++k) {
        width = std::max({width, metrics.measure(axis.levels[k], style.font).width_mm,
                          metrics.measure(axis.ranges[k], style.font).width_mm});
    }
    return width;
}

bool is_used(const SquareAxis& axis, std::size_t place) {
    return !axis.levels.at(place).empty();
}

/// Measurements of the square for one type size.
struct Measures {
    double left = 0; // of the text beside the square
    double cell = 0;
    double height = 0;
};

Measures measures_of(const ClassSquare& square, const layout::TextStyle& style,
                     const paint::TextMetrics& metrics) {
    const double gap = layout::at_size(gap_mm, style);
    return {widest(square.up, style, metrics) + gap,
            std::max(layout::at_size(least_cell_mm, style),
                     widest(square.across, style, metrics) + gap),
            layout::at_size(cell_height_mm, style)};
}

/// An arrow with its tip at `tip`, pointing up or to the right.
void add_arrow(layout::Block& block, geo::Point tip, bool up, const layout::TextStyle& style) {
    const double length = layout::at_size(arrow_mm, style);
    const double head = layout::at_size(1.1, style);
    const auto at = [&](double along, double aside) {
        return up ? geo::Point{tip.x + aside, tip.y + along}
                  : geo::Point{tip.x - along, tip.y + aside};
    };
    paint::Shape arrow;
    arrow.rings = {{at(length, 0), at(0, 0)}, {at(head, -head), at(0, 0), at(head, head)}};
    arrow.closed = false;
    arrow.stroke = paint::Stroke{style.colour, 0.1 * style.font.size_pt, {}};
    arrow.css = "legend";
    block.items.emplace_back(std::move(arrow));
}

/// Title and unit of an axis, to the right of its arrow.
void add_axis_words(layout::Block& block, const SquareAxis& axis, bool up,
                    const layout::TextStyle& style, const layout::TextColumn& column) {
    const double size = style.font.size_pt * paint::mm_per_pt;
    const double top = column.at.y + block.height_mm;
    const double indent = up ? layout::at_size(3.6, style) : layout::at_size(arrow_mm + 1.5, style);
    if (up) {
        add_arrow(block, {column.at.x + layout::at_size(1.2, style), top + 0.1 * size}, true,
                  style);
    } else {
        add_arrow(block, {column.at.x + layout::at_size(arrow_mm, style), top + 0.64 * size}, false,
                  style);
    }
    layout::TextStyle heading = style;
    heading.font.weight = paint::Weight::semibold;
    layout::TextStyle note = style;
    note.colour = layout::quiet;
    const geo::Point words{column.at.x + indent, column.at.y};
    layout::add_paragraphs(block, {axis.title}, heading,
                           {words, column.width_mm - indent, column.metrics});
    if (!axis.unit.empty()) {
        layout::add_paragraphs(block, {axis.unit}, note,
                               {words, column.width_mm - indent, column.metrics});
    }
}

/// Two texts of one cell: paragraphs, so that they are not read out as one word.
void add_pair(layout::Block& block, paint::Text first, paint::Text second) {
    for (auto* const text : {&first, &second}) {
        text->role = paint::PdfRole::paragraph;
        block.items.emplace_back(std::move(*text));
    }
}

struct ClassPlace {
    std::size_t up = 0;
    std::size_t across = 0;
};

void add_cell(layout::Block& block, const ClassSquare& square, ClassPlace place,
              const geo::Box& box, const layout::TextStyle& style) {
    const auto up = place.up;
    const auto across = place.across;
    const auto& fill = square.fills.at(up).at(across);
    paint::Shape cell;
    cell.rings = {{{box.min_x, box.min_y},
                   {box.max_x, box.min_y},
                   {box.max_x, box.max_y},
                   {box.min_x, box.max_y}}};
    cell.fill = fill.colour;
    cell.stroke = paint::Stroke{paint::white, 1, {}};
    cell.css = css_of("legend", fill);
    block.items.emplace_back(std::move(cell));
    const double size = style.font.size_pt * paint::mm_per_pt;
    const auto centre = box.centre();
    layout::TextStyle code = style;
    code.font.weight = paint::Weight::bold;
    code.colour = fill.ink;
    layout::TextStyle number = style;
    number.colour = fill.ink;
    layout::tagged(block, {paint::PdfRole::data_cell}, [&] {
        add_pair(
            block,
            layout::line_of(square.codes.at(up).at(across), {centre.x, centre.y - 0.12 * size},
                            code, paint::Align::centre),
            layout::line_of(text::number(static_cast<double>(square.wards.at(up).at(across)), 0),
                            {centre.x, centre.y + 1.05 * size}, number, paint::Align::centre));
    });
}

/// The header of a row or a column.
struct LevelHeader {
    const SquareAxis& axis;
    std::size_t place = 0;
    bool heads_row = false;
};

/// Level and range, one above the other, centred.
void add_level(layout::Block& block, const LevelHeader& header, geo::Point first_baseline,
               const layout::TextStyle& style) {
    const auto& axis = header.axis;
    const auto place = header.place;
    const bool heads_row = header.heads_row;
    layout::TextStyle range = style;
    range.colour = layout::quiet;
    const auto align = heads_row ? paint::Align::right : paint::Align::centre;
    const double second = first_baseline.y + 1.2 * style.font.size_pt * paint::mm_per_pt;
    layout::tagged(
        block,
        {paint::PdfRole::header_cell, 0,
         heads_row ? paint::HeaderScope::row : paint::HeaderScope::column},
        [&] {
            add_pair(
                block, layout::line_of(axis.levels.at(place), first_baseline, style, align),
                layout::line_of(axis.ranges.at(place), {first_baseline.x, second}, range, align));
        });
}

/// The headers of the columns, which are below the cells, are read first.
void add_rows(layout::Block& block, const ClassSquare& square, const Measures& sizes,
              const layout::TextStyle& style, geo::Point at) {
    const double size = style.font.size_pt * paint::mm_per_pt;
    const double left = at.x + sizes.left;
    double top = at.y + block.height_mm;
    const auto levels =
        std::ranges::count_if(square.up.levels, [](const auto& s) { return !s.empty(); });
    const double foot = top + static_cast<double>(levels) * sizes.height;
    const auto across_in = [&](double x, const auto& add) {
        for (std::size_t across = 0; across < 3; ++across) {
            if (!is_used(square.across, across)) continue;
            add(across, x);
            x += sizes.cell;
        }
    };
    layout::tagged(block, {paint::PdfRole::table_row}, [&] {
        layout::tagged(block, {paint::PdfRole::data_cell}, [] {});
        across_in(left + sizes.cell / 2, [&](std::size_t across, double x) {
            add_level(block, {square.across, across, false}, {x, foot + 1.15 * size}, style);
        });
    });
    for (const std::size_t up : {2U, 1U, 0U}) {
        if (!is_used(square.up, up)) continue;
        const double middle = top + sizes.height / 2;
        layout::tagged(block, {paint::PdfRole::table_row}, [&] {
            add_level(block, {square.up, up, true},
                      {left - layout::at_size(gap_mm, style) / 2, middle - 0.12 * size}, style);
            across_in(left, [&](std::size_t across, double x) {
                add_cell(block, square, {up, across}, {x, top, x + sizes.cell, top + sizes.height},
                         style);
            });
        });
        top += sizes.height;
    }
    block.height_mm = top + 2.75 * size - at.y;
}

} // namespace

double square_width_mm(const ClassSquare& square, const layout::TextStyle& style,
                       const paint::TextMetrics& metrics) {
    const auto sizes = measures_of(square, style, metrics);
    const auto columns =
        std::ranges::count_if(square.across.levels, [](const auto& s) { return !s.empty(); });
    return sizes.left + static_cast<double>(columns) * sizes.cell;
}

void add_class_square(layout::Block& block, const ClassSquare& square,
                      const layout::TextStyle& style, const layout::TextColumn& column) {
    const auto sizes = measures_of(square, style, column.metrics);
    add_axis_words(block, square.up, true, style, column);
    block.height_mm += layout::at_size(1, style);
    layout::Block cells{{}, block.height_mm};
    layout::tagged(cells, {paint::PdfRole::table},
                   [&] { add_rows(cells, square, sizes, style, column.at); });
    // Both axes are named before the cells are read.
    block.height_mm = cells.height_mm;
    add_axis_words(
        block, square.across, false, style,
        {{column.at.x + sizes.left, column.at.y}, column.width_mm - sizes.left, column.metrics});
    std::move(cells.items.begin(), cells.items.end(), std::back_inserter(block.items));
    layout::TextStyle note = style;
    note.colour = layout::quiet;
    block.height_mm += layout::at_size(1.2, style);
    layout::add_paragraphs(block, {square.note}, note, column);
    block.height_mm += layout::at_size(0.8, style);
    layout::add_paragraphs(block, square.readings, style, column);
    block.height_mm += layout::at_size(1.2, style);
}

} // namespace wardmap::maps
