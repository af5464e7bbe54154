// SPDX-License-Identifier: MIT
#include "paint/cairo_painter.h"

#include "base/error.h"
#include "base/interrupt.h"
#include "paint/hatch.h"

namespace wardmap::paint {
namespace {

void set_colour(cairo_t* cr, Colour c) {
    cairo_set_source_rgb(cr, c.r / 255.0, c.g / 255.0, c.b / 255.0);
}

void trace(cairo_t* cr, const Shape& shape) {
    for (const auto& ring : shape.rings) {
        bool first = true;
        for (const auto p : ring) {
            first ? cairo_move_to(cr, p.x, p.y) : cairo_line_to(cr, p.x, p.y);
            first = false;
        }
        const bool comes_round = ring.size() > 2 && ring.front() == ring.back();
        if (shape.closed || comes_round) cairo_close_path(cr);
    }
}

void set_stroke(cairo_t* cr, const Stroke& stroke) {
    set_colour(cr, stroke.colour);
    cairo_set_line_width(cr, stroke.width_pt * mm_per_pt);
    std::vector<double> dashes;
    for (const double dash : stroke.dash_pt) {
        dashes.push_back(dash * mm_per_pt);
    }
    cairo_set_dash(cr, dashes.data(), static_cast<int>(dashes.size()), 0);
}

void paint_hatch(cairo_t* cr, const Shape& shape) {
    const auto& hatch = *shape.hatch;
    const auto marks = hatch_marks(shape);
    cairo_save(cr);
    set_colour(cr, hatch.colour);
    cairo_set_line_width(cr, hatch.width_pt * mm_per_pt);
    cairo_set_dash(cr, nullptr, 0, 0);
    cairo_set_line_cap(cr, marks.dots.empty() ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
    for (const auto& [from, to] : marks.lines) {
        cairo_move_to(cr, from.x, from.y);
        cairo_line_to(cr, to.x, to.y);
    }
    for (const auto& dot : marks.dots) {
        cairo_move_to(cr, dot.x, dot.y);
        cairo_close_path(cr); // a round cap makes it a dot
    }
    cairo_stroke(cr);
    cairo_restore(cr);
}

void paint(cairo_t* cr, const Shape& shape) {
    if (shape.fill) {
        trace(cr, shape);
        set_colour(cr, *shape.fill);
        shape.stroke && !shape.hatch && shape.stroke->colour == *shape.fill
            ? cairo_fill_preserve(cr)
            : cairo_fill(cr);
    }
    if (shape.hatch) {
        cairo_new_path(cr);
        paint_hatch(cr, shape);
    }
    if (shape.stroke) {
        if (cairo_has_current_point(cr) == 0) trace(cr, shape);
        set_stroke(cr, *shape.stroke);
        cairo_stroke(cr);
    }
    cairo_new_path(cr);
}

void paint(cairo_t* cr, const Text& text, const Fonts& fonts) {
    PangoLayout* const layout = fonts.line(text.text, text.font);
    PangoLayoutLine* const line = pango_layout_get_line_readonly(layout, 0);
    PangoRectangle logical;
    pango_layout_line_get_extents(line, nullptr, &logical);
    const double width = static_cast<double>(logical.width) / PANGO_SCALE;
    const double back = text.align == Align::left     ? 0
                        : text.align == Align::centre ? width / 2
                                                      : width;
    cairo_save(cr);
    cairo_translate(cr, text.at.x, text.at.y);
    cairo_scale(cr, mm_per_pt, mm_per_pt);
    if (text.halo) {
        cairo_move_to(cr, -back, 0);
        pango_cairo_layout_line_path(cr, line);
        set_colour(cr, *text.halo);
        cairo_set_line_width(cr, 2 * text.halo_pt);
        cairo_set_dash(cr, nullptr, 0, 0);
        cairo_stroke(cr);
    }
    cairo_move_to(cr, -back, 0);
    set_colour(cr, text.colour);
    pango_cairo_show_layout_line(cr, line);
    cairo_restore(cr);
    cairo_new_path(cr);
}

/// In the current colour, so that nothing else in the content changes.
void paint_boundary(cairo_t* cr) {
    cairo_save(cr);
    cairo_identity_matrix(cr);
    cairo_rectangle(cr, 0, 0, boundary_pt, boundary_pt);
    cairo_fill(cr);
    cairo_restore(cr);
}

} // namespace

void check(cairo_status_t status, const std::string& doing) {
    if (status == CAIRO_STATUS_SUCCESS) return;
    stop_if_interrupted();
    throw OutputError("error: " + doing + ": " + cairo_status_to_string(status));
}

void paint_scene(cairo_t* cr, const Scene& scene, const Fonts& fonts, std::span<const Run> marks) {
    cairo_set_fill_rule(cr, CAIRO_FILL_RULE_EVEN_ODD);
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(cr, CAIRO_LINE_CAP_ROUND);
    for (std::size_t i = 0; i < scene.items.size(); ++i) {
        stop_if_interrupted();
        if (!marks.empty() && marks.front().from == i) paint_boundary(cr);
        if (const auto* const shape = std::get_if<Shape>(&scene.items[i])) {
            paint(cr, *shape);
        } else if (const auto* const text = std::get_if<Text>(&scene.items[i])) {
            paint(cr, *text, fonts);
        }
        if (!marks.empty() && marks.front().to == i + 1) {
            paint_boundary(cr);
            marks = marks.subspan(1);
        }
    }
    check(cairo_status(cr), "the sheet " + scene.title + " could not be painted");
}

cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length) {
    if (is_interrupted()) return CAIRO_STATUS_WRITE_ERROR;
    static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

} // namespace wardmap::paint
