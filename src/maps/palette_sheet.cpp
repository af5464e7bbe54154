// SPDX-License-Identifier: MIT
#include "maps/palette_sheet.h"

#include <array>
#include <utility>

#include "maps/blocks.h"
#include "paint/palette.h"

namespace wardmap::maps {
namespace {

constexpr double left_mm = 15;
constexpr double top_mm = 44;
constexpr double row_mm = 20;
constexpr double name_mm = 24;
constexpr double strip_mm = 6;

void add_text(paint::Scene& scene, const std::string& words, geo::Point at, double size_pt,
              paint::Weight weight = paint::Weight::regular) {
    paint::Text text;
    text.text = words;
    text.at = at;
    text.font = {size_pt, weight, false};
    text.role = "P";
    scene.items.emplace_back(std::move(text));
}

void add_strip(paint::Scene& scene, const std::vector<paint::Colour>& colours, paint::Sight sight,
               geo::Box box) {
    const double each = box.width() / static_cast<double>(colours.size());
    for (std::size_t i = 0; i < colours.size(); ++i) {
        const double x = box.min_x + static_cast<double>(i) * each;
        paint::Shape shape;
        shape.rings = {
            {{x, box.min_y}, {x + each, box.min_y}, {x + each, box.max_y}, {x, box.max_y}}};
        shape.fill = paint::as_seen(colours[i], sight);
        shape.stroke = paint::Stroke{paint::white, 0.5, {}};
        shape.css = "palette";
        shape.title = paint::to_hex(colours[i]);
        scene.items.emplace_back(std::move(shape));
    }
}

void add_palette(paint::Scene& scene, const std::string& name, double y) {
    using paint::Sight;
    add_text(scene, name, {left_mm, y + 4.5}, 9, paint::Weight::semibold);
    double x = left_mm + name_mm;
    for (const std::size_t count : {std::size_t{3}, std::size_t{5}, std::size_t{7}}) {
        const double width = 8.5 * static_cast<double>(count);
        add_strip(scene, paint::sequential_palette(name, count), Sight::normal,
                  {x, y, x + width, y + strip_mm});
        x += width + 4;
    }
    constexpr std::array sights = {
        std::pair{Sight::deuteranopia, "deuteranopia"}, std::pair{Sight::protanopia, "protanopia"},
        std::pair{Sight::tritanopia, "tritanopia"}, std::pair{Sight::grey, "grey print"}};
    const auto five = paint::sequential_palette(name, 5);
    x = left_mm + name_mm;
    for (const auto& [sight, seen_by] : sights) {
        add_text(scene, seen_by, {x, y + strip_mm + 9.2}, 6.5);
        add_strip(scene, five, sight, {x, y + strip_mm + 2, x + 30, y + strip_mm + 6.5});
        x += 34;
    }
}

} // namespace

paint::Scene palette_sheet(const paint::TextMetrics& metrics) {
    paint::Scene scene;
    scene.title = "Wardmap's palettes";
    scene.description = "Each palette in three, five and seven bands, and in five bands as people "
                        "with deuteranopia, protanopia and tritanopia and a grey print see it.";
    add_text(scene, scene.title, {left_mm, 22}, 16, paint::Weight::bold);
    auto words = text_block({scene.description},
                            {{9, paint::Weight::regular, false}, paint::black, 1.3, "P"},
                            {left_mm, 25}, scene.width_mm - 2 * left_mm, metrics);
    std::move(words.items.begin(), words.items.end(), std::back_inserter(scene.items));
    double y = top_mm;
    for (const auto& name : paint::palette_names()) {
        add_palette(scene, name, y);
        y += row_mm;
    }
    return scene;
}

} // namespace wardmap::maps
