// SPDX-License-Identifier: MIT
// Publishable figures: everything after this stage is computed from these alone.
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "disclosure/figure.h"
#include "join/account.h"
#include "project/category.h"
#include "project/denominator.h"
#include "study/step.h"
#include "tables/cell.h"

namespace wardmap {

/// What was suppressed, and why.
struct Disclosure {
    disclosure::Rule rule;
    std::vector<disclosure::Why> why; // per ward; empty if no rule applies
};

/// One denominator as published.
struct DenominatorResult {
    project::Denominator spec;
    std::vector<Cell> cells;  // per ward
    std::vector<Cell> around; // per ward of the fringe
    Disclosure disclosure;    // if these are the figures of a category with a rule
    join::Account account;    // without anything that would disclose a suppressed figure
};

/// One category as published. Every vector has one entry per ward.
struct PublishedCategory {
    project::Category spec;
    std::vector<Cell> figures; // suppressed according to the rule
    std::vector<Cell> around;  // figures of the wards of the fringe
    std::vector<Step> steps;   // of a series, oldest first; else empty
    Disclosure disclosure;
    /// For its table and then for the tables added to it, without anything that would disclose a
    /// suppressed figure; none for a derived category.
    std::vector<join::Account> accounts;
    Findings findings;
};

struct Published {
    std::vector<DenominatorResult> denominators;
    std::vector<PublishedCategory> categories;
};

/// The denominator of a category; null if it has none, or it could not be read.
[[nodiscard]] inline const DenominatorResult*
find_denominator(const std::vector<DenominatorResult>& denominators,
                 const project::Category& spec) {
    for (const auto& denominator : denominators) {
        if (denominator.spec.id == spec.denominator) return &denominator;
    }
    return nullptr;
}

} // namespace wardmap
