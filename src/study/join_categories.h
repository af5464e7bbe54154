// SPDX-License-Identifier: MIT
// Tables onto wards, for every denominator and category. Private to study/.
#pragma once

#include <vector>

#include "base/error.h"
#include "base/finding.h"
#include "join/lookup.h"
#include "study/study.h"
#include "study/study_tables.h"

namespace wardmap {

/// Runs one step and keeps its findings, so that the faults of all tables are told together.
template <typename Step>
void collecting(Findings& faults, const Step& step) {
    try {
        step();
    } catch (const InputError& error) {
        append(faults, error.findings());
    }
}

/// The denominators that the categories use.
[[nodiscard]] std::vector<project::Denominator>
used(const project::Project& project, const std::vector<project::Category>& categories);

/// Joins the denominators and all categories that stand in tables; those of which a table is
/// missing are left out. `lookup` may be null.
void join_all(Study& study, const std::vector<project::Category>& categories,
              const StudyTables& tables, const join::Lookup* lookup, Findings& faults);

} // namespace wardmap
