// SPDX-License-Identifier: MIT
// A first project file from boundaries and tables: every guess is noted, and every category joins.
#pragma once

#include <string>
#include <vector>

#include "tables/table.h"
#include "wards/ward.h"

namespace wardmap::draft {

struct Boundaries {
    std::string written; // as the project file is to name it
    std::string layer;
    std::string where;
    std::string crs;
};

struct Input {
    tables::Table table;
    std::string written;
    std::string sheet; // to be named; empty where there is only one
};

struct Draft {
    std::string toml;
    std::size_t categories = 0;
    std::vector<std::string> guesses; // what is to be looked at, in words
};

/// Columns with population, residents, households or dwellings become denominators, those with
/// figures categories: counts (rates where there are residents), means, ranks. A long table becomes
/// one block for all words of a column. What does not join is left out and reported. Throws
/// InputError where no category is left.
[[nodiscard]] Draft draft_project(const WardSet& wards, const Boundaries& boundaries,
                                  const std::vector<Input>& inputs);

} // namespace wardmap::draft
