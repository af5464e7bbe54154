// SPDX-License-Identifier: MIT
// The account of a table without what would give away a withheld figure. Private to study/.
#pragma once

#include <vector>

#include "join/join.h"
#include "study/published.h"
#include "tables/cell.h"

namespace wardmap {

/// Sums become those of the published figures; totals that would narrow a withheld figure are
/// redacted (Reconciliation::redacted); if a rule is on, so is the text of titles and footnotes. An
/// account that hides nothing stays as it is. `alone`: no other table's figures are added to
/// these; otherwise no table's own sums are published under a rule.
[[nodiscard]] join::Account redact_account(join::Account account, const std::vector<Cell>& figures,
                                           const Disclosure& disclosure, bool alone);

} // namespace wardmap
