// SPDX-License-Identifier: MIT
// Two categories on one map, as the project wants them.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "project/band_spec.h"

namespace wardmap::project {

/// Two categories on one map, in three classes of each: [[bivariate]].
struct Bivariate {
    /// One of the two: the category, and how it is classified.
    struct Axis {
        std::string category;       // id
        std::string name;           // in sentences, "deprivation"; empty: the category's title
        std::vector<double> breaks; // two, between the classes; empty: from the scheme
    };
    std::string id;    // unique among categories too; names the files
    std::string title; // empty: from the titles of the two
    Axis x;
    Axis y;
    Scheme scheme = Scheme::quantile; // or natural, equal; for axes without breaks
    std::string palette;              // empty: the style's
    std::string note;                 // printed on the sheet
    std::size_t line = 0;             // in the project file
};

} // namespace wardmap::project
