// SPDX-License-Identifier: MIT
// A first project file from boundaries and tables, with the evidence for every choice.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "tables/table.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::draft {

struct Boundaries {
    std::string written; // as it will be named in the project file
    std::string layer;
    std::string where;
    std::string crs;
    bool where_found =
        false; // the filter was detected: the part of the layer that the tables are about
    bool crs_assumed = false;
};

struct Input {
    tables::Table table;
    std::string written;
    std::string sheet; // to be named; empty if there is only one
};

/// The role assigned to a column, with the evidence.
struct Evidence {
    std::string file;
    std::string sheet;
    std::string column;
    std::string role;     // "area code", "figure"
    std::string evidence; // "codes of 26 of the 26 areas of the map"
};

struct Draft {
    std::string toml;
    std::size_t categories = 0;
    std::vector<std::string> choices;  // choices to check, in words
    std::vector<std::string> left_out; // columns and tables that are not used, and why
    std::vector<Evidence> evidence;    // of every column of every table
};

/// The text with which to filter boundaries of many districts if the tables name areas of only one:
/// that district's code, else its name, as in the boundaries; else empty.
[[nodiscard]] std::string district_of_tables(const WardSet& wards,
                                             const std::vector<Input>& inputs);

struct FoundLookup; // draft/lookup_table.h

/// The category blocks are those of plan_table. Columns with residents, households or dwellings
/// become denominators; if there is nothing else they are mapped. A table of other boundaries that
/// could not be joined is left out if another can be mapped. `lookup`: null if there is none.
/// Throws InputError if no column can be mapped.
[[nodiscard]] Draft draft_project(const WardSet& wards, const Boundaries& boundaries,
                                  const std::vector<Input>& inputs, const FoundLookup* lookup);

} // namespace wardmap::draft
