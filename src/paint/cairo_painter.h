// SPDX-License-Identifier: MIT
// Paints a scene on any Cairo surface. Private to paint/: names Cairo types.
#pragma once

#include <memory>
#include <span>
#include <string>

#include <cairo.h>

#include "paint/fonts.h"
#include "paint/scene.h"
#include "paint/structure.h"

namespace wardmap::paint {

struct DestroySurface {
    void operator()(cairo_surface_t* s) const { cairo_surface_destroy(s); }
};
struct DestroyCairo {
    void operator()(cairo_t* cr) const { cairo_destroy(cr); }
};
using Surface = std::unique_ptr<cairo_surface_t, DestroySurface>;
using Cairo = std::unique_ptr<cairo_t, DestroyCairo>;

/// Throws OutputError with Cairo's reason if a surface or context is in an error state.
void check(cairo_status_t status, const std::string& doing);

/// Paints every item; those of each entry of `marks` (PDF) between two boundaries. Precondition:
/// one user unit of `cr` is one millimetre of the sheet.
void paint_scene(cairo_t* cr, const Scene& scene, const Fonts& fonts,
                 std::span<const Run> marks = {});

/// Output function for Cairo's streams: appends to the std::string at `closure`.
cairo_status_t append_bytes(void* closure, const unsigned char* data, unsigned int length);

} // namespace wardmap::paint
