// SPDX-License-Identifier: MIT
// How sheets look: a style file as values. Sizes in millimetres and points.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "paint/colour.h"
#include "paint/picture_format.h"

namespace wardmap::style {

struct Style {
    std::string name;
    double page_width_mm = 210;
    double page_height_mm = 297;
    double margin_mm = 15;

    double dpi = 300;  // of PNG
    double png_kb = 0; // a PNG larger than this is drawn at a lower dpi; 0: no limit
    std::vector<paint::PictureFormat> formats = {
        paint::PictureFormat::png, paint::PictureFormat::svg, paint::PictureFormat::pdf};

    double title_pt = 16;
    double subtitle_pt = 11;
    double legend_pt = 9;
    double label_pt = 8;
    double label_min_pt = 6; // never below 6
    double small_pt = 7.5;   // source lines
    double key_pt = 0;       // key of numbers, scale bars; 0: as small_pt

    std::string palette_sequential = "YlOrRd"; // counts, rates, shares, densities
    std::string palette_score = "Purples";     // mean, rank, index

    std::string palette_diverging = "BlueOrange"; // changes, bands about a mean or a median
    std::string palette_bivariate = "BlueGold";   // two categories on one map

    std::vector<paint::Colour> own_sequential; // custom ramps, lightest first; or empty
    std::vector<paint::Colour> own_score;

    double border_pt = 0.5;
    double outline_pt = 1.0; // around the whole area
    paint::Colour border{0x4D, 0x4D, 0x4D};
    paint::Colour outline{0x1A, 0x1A, 0x1A};

    double hatch_mm = 1.5; // between the lines of a pattern
    double hatch_pt = 0.6; // their width

    bool title = true;
    bool legend = true;
    bool labels = true;    // names on the map, with their key
    bool histogram = true; // the wards by value, in the legend
    bool scale_bar = true;
    bool north_arrow = true;
    bool source = true; // the lines below the map
    int insets = 2;     // maximum

    Findings findings; // of its own palettes

    /// For printing in grey: categories' own palettes are not used.
    [[nodiscard]] bool is_grey() const {
        return palette_sequential == "Greys" && palette_score == "Greys" &&
               palette_diverging == "Greys" && own_sequential.empty() && own_score.empty();
    }

    [[nodiscard]] double key_size_pt() const { return key_pt > 0 ? key_pt : small_pt; }
};

/// A page by name: "A4", "A3", "column", "half", "slide", "square".
struct PageSize {
    std::string_view name;
    double width_mm;
    double height_mm;
};
inline constexpr std::array<PageSize, 6> page_sizes = {{{"A4", 210, 297},
                                                        {"A3", 297, 420},
                                                        {"column", 160, 200},
                                                        {"half", 210, 148.5},
                                                        {"slide", 338.67, 190.5},
                                                        {"square", 180, 180}}};

} // namespace wardmap::style
