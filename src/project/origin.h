// SPDX-License-Identifier: MIT
// The origin of a category's figures.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/file_path.h"

namespace wardmap::project {

/// Figures that are joined from tables.
struct FromTables {
    std::string steps;                      // column with the periods of a series; empty: none
    std::optional<double> require_coverage; // share of wards that must have a figure
};

/// A category from which others are derived.
struct Part {
    std::string category; // id
    double weight = 1;
    bool reverse = false;   // composite: more is better
    std::string weighed_as; // its name in the file of weights; empty: the category's id
};

/// The source of the parts' weights, if not the parts themselves.
struct Weights {
    std::string source; // with its date; printed
    FilePath file;      // empty: each part has its own weight
};

/// The weighted sum of the parts' figures.
struct WeightedSum {
    std::vector<Part> parts;
    Weights weights;
};

/// Index of several categories; 100 = average.
struct Composite {
    std::vector<Part> parts;
    Weights weights;
    bool drop_missing_parts = false; // wards that lack a part use the others
};

/// Percentage change from one category to another; 0 = none.
struct Change {
    std::string from; // ids
    std::string to;
};

/// The number of categories in which a ward is in the top band.
struct Overlap {
    std::vector<Part> parts;
};

/// Location quotient of a category within another; 1 = as in the whole area.
struct Quotient {
    std::string part; // ids
    std::string whole;
};

using Origin = std::variant<FromTables, WeightedSum, Composite, Change, Overlap, Quotient>;

} // namespace wardmap::project
