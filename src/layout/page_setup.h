// SPDX-License-Identifier: MIT
// Pages of text: size, margins and type.
#pragma once

#include <string>
#include <vector>

#include "paint/scene.h"

namespace wardmap::layout {

struct PageSetup {
    double width_mm = 210;
    double height_mm = 297;
    double margin_mm = 18;
    std::string title;                               // of the document; in the footer
    bool footer = true;                              // "title, page 2 of 9"
    bool cover = false;                              // the first page has no footer
    double body_pt = 10;                             // paragraphs and lists
    double table_pt = 8.5;                           // tables and captions
    double small_pt = 8;                             // notes, footer
    std::vector<double> heading_pt = {20, 15, 11.5}; // by level
    paint::Colour ink{0x1A, 0x1A, 0x1A};
    paint::Colour quiet{0x4D, 0x4D, 0x4D}; // notes, captions, footer
    std::string language = "en-GB";
};

} // namespace wardmap::layout
