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
    std::string written; // as the project file is to name it
    std::string layer;
    std::string where;
    std::string crs;
    bool where_found = false; // by us: the part of the layer that the tables are of
    bool crs_assumed = false;
};

struct Input {
    tables::Table table;
    std::string written;
    std::string sheet; // to be named; empty if there is only one
};

/// What a column was taken for.
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
    std::vector<std::string> choices;  // what is to be looked at, in words
    std::vector<std::string> left_out; // columns and tables that are not used, and why
    std::vector<Evidence> evidence;    // of every column of every table
};

/// The text that is to filter the boundaries where they are of many districts and the tables name
/// areas of one alone: that district's code, else its name, as the boundaries have it; else empty.
[[nodiscard]] std::string district_of_tables(const WardSet& wards,
                                             const std::vector<Input>& inputs);

/// The category blocks are those of plan_table. Columns with residents, households or dwellings
/// become denominators; without anything else they are mapped. Throws InputError if no column can
/// be mapped.
[[nodiscard]] Draft draft_project(const WardSet& wards, const Boundaries& boundaries,
                                  const std::vector<Input>& inputs);

} // namespace wardmap::draft
