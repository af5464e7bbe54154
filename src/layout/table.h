// SPDX-License-Identifier: MIT
// A table as data.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "paint/scene.h"

namespace wardmap::layout {

/// Draws within a box: a swatch, a mark, a picture.
using Painter = std::function<std::vector<paint::Item>(const geo::Box& box)>;

/// Further text of a cell, on separate lines.
struct CellLine {
    std::string text;
    bool bold = false;
};

struct TableCell {
    std::string text;  // wraps to the column
    Painter mark = {}; // drawn left of the text; decoration that repeats the text
    bool bold = false;
    double size_pt = 0;               // of `text`; 0: the table's
    std::vector<CellLine> below = {}; // in the size of the table
};

struct Column {
    std::string title;
    bool numeric = false; // right-aligned
    double width_mm = 0;  // 0: by content
};

struct Table {
    std::string caption; // may be empty
    std::vector<Column> columns;
    std::vector<std::vector<TableCell>> rows; // a cell for each column
    bool row_heads = true;                    // the first column holds row headers
    double size_pt = 0;                       // 0: table_pt of the setup
};

} // namespace wardmap::layout
