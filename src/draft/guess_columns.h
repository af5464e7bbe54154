// SPDX-License-Identifier: MIT
// What the columns of an unknown table are. Private to draft/.
#pragma once

#include <string>
#include <vector>

#include "join/ward_index.h"
#include "tables/table.h"
#include "wards/ward.h"

namespace wardmap::draft {

struct FigureColumn {
    std::string name;
    bool whole = true; // whole and not negative: may be a count
    double largest = 0;
    std::vector<std::string> marks; // texts in place of figures
};

struct Columns {
    std::vector<std::string> keys; // that name wards, codes first
    std::vector<FigureColumn> figures;
    std::vector<std::string> twice; // names that several columns have: no figures of theirs
    /// Columns of few words beside several rows of each ward: of a long table.
    struct Dimension {
        std::string name;
        std::vector<std::string> words;
    };
    std::vector<Dimension> dimensions;
    /// A text in a column of wards, with a figure that is at least the sum of theirs.
    std::string total;
};

[[nodiscard]] Columns guess_columns(const tables::Table& table, const join::WardIndex& index);

} // namespace wardmap::draft
