// SPDX-License-Identifier: MIT
#include <cairo-pdf.h>

#include "paint/cairo_painter.h"
#include "paint/canvas.h"
#include "paint/pdf_tags.h"

namespace wardmap::paint {
namespace {

constexpr const char* fixed_date = "2000-01-01T00:00:00Z"; // the same bytes each run

std::vector<std::string> alternatives_of(std::span<const Scene> pages) {
    std::vector<std::string> alternatives;
    for (const auto& page : pages) {
        for (const auto& item : page.items) {
            if (const auto* const figure = std::get_if<FigureBegin>(&item)) {
                alternatives.push_back(drawable(figure->alt));
            }
        }
    }
    return alternatives;
}

void set_metadata(cairo_surface_t* surface, const std::string& title) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, drawable(title).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Wardmap");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, fixed_date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, fixed_date);
}

} // namespace

std::string to_pdf(std::span<const Scene> pages, const std::string& title) {
    std::string bytes;
    constexpr double pt_per_mm = 1 / mm_per_pt;
    {
        const Surface surface(cairo_pdf_surface_create_for_stream(append_bytes, &bytes, 595, 842));
        check(cairo_surface_status(surface.get()), "the PDF could not be started");
        set_metadata(surface.get(), title);
        const Fonts fonts;
        std::size_t number = 0;
        for (const auto& page : pages) {
            cairo_pdf_surface_set_size(surface.get(), page.width_mm * pt_per_mm,
                                       page.height_mm * pt_per_mm);
            const auto link = "page=" + std::to_string(++number) + " pos=[0 0]";
            cairo_pdf_surface_add_outline(surface.get(), CAIRO_PDF_OUTLINE_ROOT,
                                          drawable(page.title).c_str(), link.c_str(),
                                          CAIRO_PDF_OUTLINE_FLAG_OPEN);
            const Cairo cr(cairo_create(surface.get()));
            cairo_scale(cr.get(), pt_per_mm, pt_per_mm);
            paint_scene(cr.get(), page, fonts, Tags::yes);
            cairo_show_page(cr.get());
            check(cairo_status(cr.get()), "the PDF could not be painted");
        }
        cairo_surface_finish(surface.get());
        check(cairo_surface_status(surface.get()), "the PDF could not be finished");
    }
    return with_alternatives(bytes, alternatives_of(pages),
                             pages.empty() ? "en-GB" : pages.front().language);
}

} // namespace wardmap::paint
