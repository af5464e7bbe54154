// SPDX-License-Identifier: MIT
// Pages of small maps of one extent and one scale.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "maps/legend/legend.h"
#include "maps/picture/picture.h"
#include "maps/sheets/sheet.h"
#include "maps/sheets/sheet_context.h"
#include "words/map_text.h"

namespace wardmap::maps {

/// Approximate size of a small map; circles are scaled to it.
inline constexpr double small_map_mm = 45;

/// One map with its texts.
struct SmallMap {
    std::string id;    // prefix of its wards' ids (before "-ward-" and the code); suffix of the
                       // figure's (after "map-")
    std::string alt;   // of the figure
    std::string title; // above it
    std::string under; // below the title; may be empty
    Drawing drawing;   // without names and marks
    std::optional<Legend> legend; // below the map, if each has its own
};

/// The content of a page.
struct SmallMaps {
    std::string id; // of the sheet: letters, digits, - and _
    std::string title;
    std::string subtitle; // may be empty
    std::vector<SmallMap> maps;
    std::vector<std::string> foot;
    std::optional<Legend> legend; // one for all maps
    words::MapWords words;
};

/// Makes a page of this many maps, starting at the first given.
using SmallMapsMaker = std::function<SmallMaps(std::size_t first, std::size_t count)>;

/// Lays `n` maps out on as few pages as leave each map at least 35 mm wide (or 55 mm high, for a
/// tall area), at most twelve on a page, in rows, in the grid with the largest maps; if the page is
/// too small for that, one to a page. All pages have the same grid. Precondition: n >
/// 0. Throws InputError if a page has no room for a single map.
[[nodiscard]] std::vector<Sheet> lay_out_small_maps(const SheetContext& context, std::size_t n,
                                                    const SmallMapsMaker& make);

/// Text style around small maps.
[[nodiscard]] layout::TextStyle small_words(const style::Style& style);

} // namespace wardmap::maps
