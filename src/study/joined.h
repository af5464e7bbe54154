// SPDX-License-Identifier: MIT
// Figures as in the tables, joined to wards: not for publication.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/finding.h"
#include "join/account.h"
#include "project/figures.h"
#include "study/step.h"
#include "tables/cell.h"

namespace wardmap {

/// A table cell included in a ward's figure. Tables are identified by content, so that two names of
/// one file make no difference.
struct TableCell {
    std::size_t table = 0; // of Joined::tables
    std::size_t line = 0;
    std::size_t column = 0; // in the file
    double weight = 1;      // the share that a lookup gives the ward
    Cell content;
};

/// The source cells of figures.
struct Origins {
    std::vector<std::vector<TableCell>> cells; // per ward
    /// Wards with a sum stated in a table, whether or not it agrees; an empty list: all wards.
    std::vector<std::vector<std::size_t>> totals;
};

struct JoinedDenominator {
    project::DenominatorSpec spec;
    std::vector<Cell> cells;  // per ward
    std::vector<Cell> around; // per ward of the fringe
    join::Account account;
    Origins origins;
};

struct JoinedCategory {
    project::CategorySpec spec;
    std::vector<Cell> figures; // per ward
    std::vector<Cell> around;  // per ward of the fringe
    std::vector<Step> steps;   // of a series, oldest first; else empty
    /// For its table, and then for the tables added to it.
    std::vector<join::Account> accounts;
    std::vector<join::Comparator> comparators; // larger areas, of its table
    Findings findings;
    Origins origins;
    std::vector<Origins> step_origins; // of each step
};

/// The identity of a table by content: two names of one file are the same.
struct TableIdentity {
    std::string file;      // hash of its content
    std::string part;      // sheet, or table of a database
    bool is_query = false; // its cells cannot be traced to cells of the file
    auto operator<=>(const TableIdentity&) const = default;
};

struct Joined {
    std::vector<TableIdentity> tables;
    std::vector<JoinedDenominator> denominators;
    std::vector<JoinedCategory> categories;
    Findings findings; // of denominators
};

} // namespace wardmap
