// SPDX-License-Identifier: MIT
// How sheets look: a style file as values. Sizes in millimetres and points.
#pragma once

#include <string>
#include <vector>

namespace wardmap::project {

struct Style {
    std::string name;
    double page_width_mm = 210;
    double page_height_mm = 297;
    double margin_mm = 15;
    double dpi = 300; // of PNG
    std::vector<std::string> formats = {"png", "svg", "pdf"};

    double title_pt = 16;
    double subtitle_pt = 11;
    double legend_pt = 9;
    double label_pt = 8;
    double label_min_pt = 6; // never below 6
    double small_pt = 7.5;   // source lines

    std::string palette_sequential = "YlOrRd"; // counts, rates, shares, densities
    std::string palette_score = "Purples";     // mean, rank, index
    double border_pt = 0.5;
    double outline_pt = 1.0; // around the whole area
};

} // namespace wardmap::project
