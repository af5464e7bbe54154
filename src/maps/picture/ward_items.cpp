// SPDX-License-Identifier: MIT
#include "maps/picture/ward_items.h"

#include <algorithm>

#include <fmt/format.h>

#include "maps/ground/close_lines.h"
#include "maps/ground/line_scale.h"
#include "maps/picture/island_boxes.h"
#include "maps/symbols/fills.h"
#include "maps/symbols/strokes.h"
#include "paint/palette.h"
#include "study/study_area.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

constexpr double widest_seam_pt = 0.35;
constexpr double bordered_mm = 4; // wards this wide have full outlines

/// The lines between wards.
struct BorderLines {
    double width_pt = 0; // 0: by their colours alone
    bool thin = false;   // white, so that each ward shows its colour
};

/// By the size of the mean ward on the sheet: the style's lines for large ones, thin white ones for
/// small ones, none if lines would dominate.
BorderLines border_lines(const View& view, const style::Style& style) {
    constexpr double large_mm2 = 60;
    constexpr double least_mm2 = 5;
    constexpr double thin_pt = 0.18;
    const double mean = mean_area(view.shapes).value_or(large_mm2);
    if (mean >= large_mm2) return {line_share(view.shapes, bordered_mm) * style.border_pt, false};
    if (mean >= least_mm2) return {std::min(thin_pt, style.border_pt), true};
    return {};
}

/// The colours of lines between wards: the alternative one if the usual one has too little contrast
/// with both wards.
struct BorderColours {
    paint::Colour usual;
    paint::Colour other;
    double least_contrast;
    const char* other_css;
};

void add_borders(std::vector<paint::Item>& items, const View& view, const std::vector<Fill>& fills,
                 const BorderColours& colours, double width_pt) {
    const auto is_lost_on = [&](std::size_t ward) {
        return paint::contrast(fills[ward].colour, colours.usual) < colours.least_contrast;
    };
    std::vector<geo::Ring> usual;
    std::vector<geo::Ring> other;
    for (std::size_t i = 0; i < view.inner.size(); ++i) {
        const auto [one, two] = view.sides[i];
        (is_lost_on(one) && is_lost_on(two) ? other : usual).push_back(view.inner[i]);
    }
    if (!usual.empty()) {
        items.emplace_back(lines_of(std::move(usual), colours.usual, width_pt, "borders"));
    }
    if (!other.empty()) {
        items.emplace_back(lines_of(std::move(other), colours.other, width_pt, colours.other_css));
    }
}

/// Lines around the wards; along narrow water, where banks would merge, as thin as borders.
void add_outline(std::vector<paint::Item>& items, const View& view, paint::Colour colour,
                 double width_pt, double thin_pt) {
    auto banks = split_close_lines(view.outside, 1.6 * width_pt * paint::mm_per_pt);
    if (!banks.close.empty()) {
        items.emplace_back(
            lines_of(std::move(banks.close), colour, std::min(thin_pt, width_pt), "outline-banks"));
    }
    if (!banks.apart.empty()) {
        items.emplace_back(lines_of(std::move(banks.apart), colour, width_pt, "outline"));
    }
}

} // namespace

std::string id_of(const std::string& prefix, const std::string& code) {
    std::string id = prefix;
    for (const char c : code) {
        const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                           (c >= 'a' && c <= 'z') || c == '-' || c == '_';
        id += plain ? std::string(1, c) : fmt::format("_{:02x}", static_cast<unsigned char>(c));
    }
    return id;
}

std::vector<paint::Item> with_ids_after(const std::string& prefix, std::vector<paint::Item> items) {
    for (auto& item : items) {
        std::string* id = nullptr;
        if (auto* const shape = std::get_if<paint::Shape>(&item)) id = &shape->id;
        if (auto* const layer = std::get_if<paint::LayerBegin>(&item)) id = &layer->id;
        if (id != nullptr && !id->empty()) id->insert(0, prefix);
    }
    return items;
}

std::vector<paint::Item> layer(std::string id, std::string label, std::vector<paint::Item> items) {
    if (items.empty()) return items;
    items.insert(items.begin(), paint::LayerBegin{std::move(id), std::move(label)});
    items.emplace_back(paint::LayerEnd{});
    return items;
}

std::vector<paint::Item> ward_shapes(const StudyArea& study, const WardSymbols& symbols,
                                     const View& view, const style::Style& style) {
    const auto& fills = symbols.fills;
    const auto& shapes = view.shapes;
    // No wider than the border that covers it, so that small wards keep their area.
    constexpr double least_seam_pt = 0.1;
    const double seam_pt =
        std::clamp(border_lines(view, style).width_pt, least_seam_pt, widest_seam_pt);
    auto items = island_backgrounds(view);
    for (const bool hatched : {false, true}) {
        for (std::size_t i = 0; i < shapes.size(); ++i) {
            if (shapes[i].empty() || fills[i].hatch.has_value() != hatched) continue;
            paint::Shape shape;
            shape.rings = rings_of(shapes[i]);
            shape.fill = fills[i].colour;
            shape.hatch = fills[i].hatch;
            shape.stroke = paint::Stroke{fills[i].colour, seam_pt, {}};
            shape.id = id_of(symbols.id_prefix, study.wards.wards[i].code);
            shape.css = css_of("ward", fills[i]);
            shape.title = fmt::format("{}: {}", study.wards.wards[i].name, symbols.texts[i]);
            items.emplace_back(std::move(shape));
        }
    }
    return items;
}

std::vector<paint::Item> ward_borders(const View& view, const std::vector<Fill>& fills,
                                      const style::Style& style) {
    const double share = line_share(view.shapes, bordered_mm);
    const auto lines = border_lines(view, style);
    const double least_outline_pt = std::min(0.4, style.outline_pt);
    std::vector<paint::Item> items;
    constexpr paint::Colour light{0xD0, 0xD0, 0xD0};
    constexpr paint::Colour grey{0x8C, 0x8C, 0x8C};
    const BorderColours colours = lines.thin
                                      ? BorderColours{paint::white, grey, 1.08, "borders-on-pale"}
                                      : BorderColours{style.border, light, 1.6, "borders-on-dark"};
    if (lines.width_pt > 0) add_borders(items, view, fills, colours, lines.width_pt);
    const double thinnest_pt = std::min(0.2, style.outline_pt);
    add_outline(items, view, style.outline, std::max(share * style.outline_pt, least_outline_pt),
                std::max(lines.width_pt, thinnest_pt));
    for (auto& frame : island_frames(view)) {
        items.push_back(std::move(frame));
    }
    return items;
}

std::vector<paint::Item> ward_items(const StudyArea& study, const WardSymbols& symbols,
                                    const View& view, const style::Style& style) {
    auto items = ward_shapes(study, symbols, view, style);
    for (auto& line : ward_borders(view, symbols.fills, style)) {
        items.push_back(std::move(line));
    }
    return items;
}

std::vector<paint::Item> around_items(const View& view) {
    constexpr paint::Colour grey{0xE2, 0xE2, 0xE2};
    constexpr double border_pt = 0.5;
    std::vector<paint::Item> items;
    for (const auto& ward : view.around) {
        paint::Shape shape;
        shape.rings = rings_of(ward);
        shape.fill = grey;
        shape.stroke = paint::Stroke{paint::white, border_pt, {}};
        shape.css = "around";
        if (!shape.rings.empty()) items.emplace_back(std::move(shape));
    }
    return items;
}

} // namespace wardmap::maps
