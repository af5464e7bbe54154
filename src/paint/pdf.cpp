// SPDX-License-Identifier: MIT
#include <cairo-pdf.h>
#include <fmt/format.h>

#include "base/text.h"
#include "paint/cairo_painter.h"
#include "paint/canvas.h"
#include "paint/pdf_finish.h"
#include "paint/pdf_pages.h"
#include "paint/structure.h"

namespace wardmap::paint {
namespace {

constexpr const char* fixed_date = "2000-01-01T00:00:00Z"; // the same bytes each run

constexpr double pt_per_mm = 1 / mm_per_pt;

void set_metadata(cairo_surface_t* surface, const std::string& title) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, drawable(title).c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Wardmap");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, fixed_date);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, fixed_date);
}

/// Entries nest below the last entry of a lower level.
void add_outline(cairo_surface_t* surface, std::span<const Scene> pages) {
    std::vector<std::pair<int, int>> open; // level, id
    const auto add = [&](std::size_t page, const std::string& title, int level, double y_mm) {
        while (!open.empty() && open.back().first >= level) {
            open.pop_back();
        }
        const auto link =
            fmt::format("page={} pos=[0 {}]", page + 1, text::shortest(y_mm * pt_per_mm));
        const int parent = open.empty() ? CAIRO_PDF_OUTLINE_ROOT : open.back().second;
        const auto flags =
            open.empty() ? CAIRO_PDF_OUTLINE_FLAG_OPEN : static_cast<cairo_pdf_outline_flags_t>(0);
        open.emplace_back(level,
                          cairo_pdf_surface_add_outline(surface, parent, drawable(title).c_str(),
                                                        link.c_str(), flags));
    };
    bool any = false;
    for (std::size_t p = 0; p < pages.size(); ++p) {
        for (const auto& item : pages[p].items) {
            const auto* const mark = std::get_if<Bookmark>(&item);
            if (mark == nullptr || mark->title.empty()) continue;
            add(p, mark->title, mark->level, mark->y_mm);
            any = true;
        }
    }
    for (std::size_t p = 0; !any && p < pages.size(); ++p) {
        add(p, pages[p].title, 1, 0);
    }
}

} // namespace

std::string paint_pdf(std::span<const Scene> scenes, const Structure& structure,
                      const std::string& title) {
    std::string bytes;
    const Surface surface(cairo_pdf_surface_create_for_stream(append_bytes, &bytes, 595, 842));
    check(cairo_surface_status(surface.get()), "the PDF could not be started");
    // finish_pdf accepts any version; this one has the object streams that it writes. It is the
    // default of Cairo 1.16; Cairo 1.18 would state 1.7, although nothing in the file needs it.
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
    set_metadata(surface.get(), title);
    const Fonts fonts;
    for (std::size_t p = 0; p < scenes.size(); ++p) {
        const auto& scene = scenes[p];
        cairo_pdf_surface_set_size(surface.get(), scene.width_mm * pt_per_mm,
                                   scene.height_mm * pt_per_mm);
        const Cairo cr(cairo_create(surface.get()));
        cairo_scale(cr.get(), pt_per_mm, pt_per_mm);
        paint_scene(cr.get(), scene, fonts, structure.pages[p]);
        cairo_show_page(cr.get());
        check(cairo_status(cr.get()), "the PDF could not be painted");
    }
    add_outline(surface.get(), scenes);
    cairo_surface_finish(surface.get());
    check(cairo_surface_status(surface.get()), "the PDF could not be finished");
    return bytes;
}

std::string to_pdf(std::span<const Scene> pages, const std::string& title) {
    const auto structure = structure_of(pages);
    return finish_pdf(paint_pdf(pages, structure, title), structure, pages, title);
}

} // namespace wardmap::paint
