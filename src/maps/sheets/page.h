// SPDX-License-Identifier: MIT
// A page with heading, map, panel and foot: shared by all sheets of one map.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "maps/legend/legend.h"
#include "maps/picture/picture.h"
#include "maps/sheets/sheet_context.h"

namespace wardmap::maps {

/// The content of a page.
struct PageParts {
    std::string id; // for messages
    std::string title;
    std::string subtitle;
    std::vector<std::string> foot;
    Legend legend;
    Drawing drawing;
    std::vector<double> radii = {};      // as in PictureInputs
    std::vector<double> importance = {}; // as in PictureInputs
    double outline_pt = 0;               // as in PictureInputs
};

/// Makes the parts for a style, so that type sizes can be tried.
using PageMaker = std::function<PageParts(const style::Style&)>;

struct Page {
    std::vector<paint::Item> items;
    Findings findings; // omitted names
};

/// Lays a page out, with smaller type in legend and foot if they do not fit beside a map. `alt` is
/// the map's. Throws InputError if there is still not enough space.
[[nodiscard]] Page lay_out_page(const SheetContext& context, const PageMaker& make,
                                const std::string& alt);

} // namespace wardmap::maps
