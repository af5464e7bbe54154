// SPDX-License-Identifier: MIT
// Disclosure control: what must not be shown is withheld before anything is computed from it.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "disclosure/figure.h"
#include "study/study.h"

namespace wardmap {

/// Replaces the figures of counts by what their rule lets be shown, and those of denominators that
/// are the same figures; withholds more where differences or a table's own total would give some
/// away; says so in the findings. Precondition: all tables are joined, none is measured.
void disclose(Study& study);

/// Whether readers may know a table's total: no rule is on, and it leaves every withheld figure all
/// that it may be. Of a table with totals of parts of the wards, none where a figure is withheld.
/// `totals` are all of the table, `figures` are those of all tables of a category; `alone`: there
/// is one table.
[[nodiscard]] bool may_be_told(const join::Reconciliation& total,
                               const std::vector<join::Reconciliation>& totals,
                               const std::vector<Cell>& figures, const Disclosure& disclosure,
                               bool alone);

/// The tables, as the project writes them, of which a rule withholds or rounds figures.
[[nodiscard]] std::set<std::string> secret_tables(const Study& study);

/// "counts under 5 are withheld, and others that would give one away; the others are rounded to the
/// nearest 5".
[[nodiscard]] std::string in_words(const disclosure::Rule& rule);

} // namespace wardmap
