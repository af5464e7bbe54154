// SPDX-License-Identifier: MIT
// Tables onto wards, for every denominator and category. Private to study/.
#pragma once

#include <vector>

#include "base/finding.h"
#include "join/lookup.h"
#include "study/study.h"
#include "study/study_tables.h"

namespace wardmap {

/// The denominators that the categories use.
[[nodiscard]] std::vector<project::Denominator>
used(const project::Project& project, const std::vector<project::Category>& categories);

/// Joins the denominators and all categories that stand in tables; those of which a table is
/// missing are left out. `lookup` may be null.
void join_all(Study& study, const std::vector<project::Category>& categories,
              const StudyTables& tables, const join::Lookup* lookup, Findings& faults);

} // namespace wardmap
