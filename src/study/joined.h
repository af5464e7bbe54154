// SPDX-License-Identifier: MIT
// Figures as the tables have them, joined onto wards: not for readers.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "join/join.h"
#include "project/project.h"
#include "tables/cell.h"

namespace wardmap {

/// One period of a series. Every vector has one entry per ward.
struct Step {
    std::string label;         // "2014-01"
    std::vector<Cell> figures; // per ward
    std::vector<Cell> around;  // per ward of the fringe
};

struct JoinedDenominator {
    project::Denominator spec;
    std::vector<Cell> cells;  // per ward
    std::vector<Cell> around; // per ward of the fringe
    join::Account account;
};

struct JoinedCategory {
    project::Category spec;
    std::vector<Cell> figures; // per ward
    std::vector<Cell> around;  // per ward of the fringe
    std::vector<Step> steps;   // of a series, oldest first; else empty
    /// Of its table, and then of the tables that are added to it.
    std::vector<join::Account> accounts;
    std::vector<join::Comparator> comparators; // larger areas, of its table
    Findings findings;
};

struct Joined {
    std::vector<JoinedDenominator> denominators;
    std::vector<JoinedCategory> categories;
    Findings findings; // of denominators
};

} // namespace wardmap
