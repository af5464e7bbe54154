// SPDX-License-Identifier: MIT
#include "maps/sheets/palette_sheet.h"

#include <array>
#include <iterator>
#include <utility>

#include "layout/text_block.h"
#include "paint/bivariate_palette.h"
#include "paint/palette.h"
#include "study/bivariate.h"

namespace wardmap::maps {
namespace {

using paint::Sight;

constexpr double left_mm = 15;
constexpr double name_mm = 24;
constexpr double plain_mm = 40; // width of the strip in normal sight
constexpr double seen_mm = 26;  // of each strip in other kinds of sight
constexpr double gap_mm = 3;
constexpr double strip_mm = 5.5;
constexpr double row_mm = 7.4;
constexpr double square_mm = 20;
constexpr double square_row_mm = 23;

constexpr std::array sights = {
    std::pair{Sight::deuteranopia, "deuteranopia"}, std::pair{Sight::protanopia, "protanopia"},
    std::pair{Sight::tritanopia, "tritanopia"}, std::pair{Sight::grey, "grey print"}};

double seen_x(std::size_t sight) {
    return left_mm + name_mm + plain_mm + gap_mm + static_cast<double>(sight) * (seen_mm + gap_mm);
}

void add_text(paint::Scene& scene, const std::string& words, geo::Point at, double size_pt,
              paint::Weight weight = paint::Weight::regular) {
    paint::Text text;
    text.text = words;
    text.at = at;
    text.font = {size_pt, weight, false};
    text.role = paint::PdfRole::paragraph;
    scene.items.emplace_back(std::move(text));
}

void add_box(paint::Scene& scene, paint::Colour colour, Sight sight, const geo::Box& box) {
    paint::Shape shape;
    shape.rings = {{{box.min_x, box.min_y},
                    {box.max_x, box.min_y},
                    {box.max_x, box.max_y},
                    {box.min_x, box.max_y}}};
    shape.fill = paint::as_seen(colour, sight);
    shape.stroke = paint::Stroke{paint::white, 0.5, {}};
    shape.css = "palette";
    shape.title = paint::to_hex(colour);
    scene.items.emplace_back(std::move(shape));
}

void add_strip(paint::Scene& scene, const std::vector<paint::Colour>& colours, Sight sight,
               const geo::Box& box) {
    const double each = box.width() / static_cast<double>(colours.size());
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const double x = box.min_x + static_cast<double>(i) * each;
        add_box(scene, colours[i], sight, {x, box.min_y, x + each, box.max_y});
    }
}

/// A palette on one line: `plain` in normal sight, `seen` in every other.
void add_row(paint::Scene& scene, const std::string& name, const std::vector<paint::Colour>& plain,
             const std::vector<paint::Colour>& seen, double y) {
    add_text(scene, name, {left_mm, y + 4}, 9, paint::Weight::semibold);
    const double x = left_mm + name_mm;
    add_strip(scene, plain, Sight::normal, {x, y, x + plain_mm, y + strip_mm});
    for (std::size_t k = 0; k < sights.size(); ++k) {
        add_strip(scene, seen, sights.at(k).first,
                  {seen_x(k), y, seen_x(k) + seen_mm, y + strip_mm});
    }
}

void add_square(paint::Scene& scene, const paint::BivariateColours& colours, Sight sight,
                geo::Point at) {
    constexpr double cell = square_mm / 3;
    for (std::size_t up = 0; up < 3; ++up) {
        for (std::size_t across = 0; across < 3; ++across) {
            const double x = at.x + static_cast<double>(across) * cell;
            const double y = at.y + static_cast<double>(2 - up) * cell;
            const auto colour = colours.at(up).at(across);
            add_box(scene, colour, sight, {x, y, x + cell, y + cell});
            paint::Text code;
            code.text = code_of(up, across);
            code.at = {x + cell / 2, y + cell / 2 + 0.9};
            code.font = {7, paint::Weight::semibold, false};
            code.align = paint::Align::centre;
            code.colour = paint::text_on(paint::as_seen(colour, sight));
            code.role = paint::PdfRole::paragraph;
            scene.items.emplace_back(std::move(code));
        }
    }
}

void add_squares(paint::Scene& scene, const std::string& name, double y) {
    const auto colours = paint::bivariate_palette(name);
    add_text(scene, name, {left_mm, y + 4}, 9, paint::Weight::semibold);
    add_square(scene, colours, Sight::normal, {left_mm + name_mm, y});
    for (std::size_t k = 0; k < sights.size(); ++k) {
        add_square(scene, colours, sights.at(k).first, {seen_x(k), y});
    }
}

/// The heading of a kind of palette, with column headings. Returns the position of its first row.
double add_heading(paint::Scene& scene, const std::string& kind, const std::string& plain,
                   const std::string& seen, double y) {
    add_text(scene, kind, {left_mm, y + 4}, 11, paint::Weight::bold);
    add_text(scene, plain, {left_mm + name_mm, y + 4}, 7);
    for (std::size_t k = 0; k < sights.size(); ++k) {
        add_text(scene, seen + sights.at(k).second, {seen_x(k), y + 4}, 7);
    }
    return y + 6;
}

} // namespace

paint::Scene palette_sheet(const paint::TextMetrics& metrics) {
    paint::Scene scene;
    scene.id = "palettes";
    scene.title = "Wardmap's palettes";
    scene.description =
        "Each palette with normal colour vision, with deuteranopia, protanopia and "
        "tritanopia, and printed in grey. Bivariate palettes are for two categories on one map, "
        "which also prints the class in each area.";
    add_text(scene, scene.title, {left_mm, 19}, 16, paint::Weight::bold);
    auto words = layout::text_block(
        {scene.description},
        {{9, paint::Weight::regular, false}, paint::black, 1.3, paint::PdfRole::paragraph},
        {{left_mm, 22}, scene.width_mm - 2 * left_mm, metrics});
    std::move(words.items.begin(), words.items.end(), std::back_inserter(scene.items));
    double y = add_heading(scene, "Sequential", "seven bands", "five, ", 34);
    for (const auto& name : paint::palette_names()) {
        add_row(scene, name, paint::sequential_palette(name, 7), paint::sequential_palette(name, 5),
                y);
        y += row_mm;
    }
    y = add_heading(scene, "Diverging", "three on each side", "", y + 3);
    for (const auto& name : paint::diverging_names()) {
        const auto colours = paint::diverging_palette(name, 3, 3);
        add_row(scene, name, colours, colours, y);
        y += row_mm;
    }
    y = add_heading(scene, "Bivariate", "letter up, figure across", "", y + 3);
    for (const auto& name : paint::bivariate_palette_names()) {
        add_squares(scene, name, y);
        y += square_row_mm;
    }
    return scene;
}

} // namespace wardmap::maps
