// SPDX-License-Identifier: MIT
// A page with heading, map, panel and foot: what all sheets of one map share.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "maps/legend/legend.h"
#include "maps/picture/picture.h"
#include "maps/sheets/sheet_context.h"

namespace wardmap::maps {

/// What a page says and shows.
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

/// Makes them for a style: sizes of type are tried.
using PageMaker = std::function<PageParts(const style::Style&)>;

struct Page {
    std::vector<paint::Item> items;
    Findings findings; // names left out
};

/// Lays a page out, with smaller type in legend and foot where it has no room for them beside a
/// map. `alt` goes with the map. Throws InputError if even that leaves no room.
[[nodiscard]] Page lay_out_page(const SheetContext& context, const PageMaker& make,
                                const std::string& alt);

} // namespace wardmap::maps
