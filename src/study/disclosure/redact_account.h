// SPDX-License-Identifier: MIT
// The account of a table without anything that would disclose a suppressed figure. Private to
// study/.
#pragma once

#include <vector>

#include "join/join.h"
#include "study/published.h"
#include "tables/cell.h"

namespace wardmap {

/// Sums become those of the published figures; totals that would narrow a suppressed figure are
/// redacted (Reconciliation::redacted); under a rule, so is the text of titles and footnotes. An
/// account with nothing suppressed is unchanged. `alone`: no other table's figures are added to
/// these; otherwise no table's own sums are published under a rule.
[[nodiscard]] join::Account redact_account(join::Account account, const std::vector<Cell>& figures,
                                           const Disclosure& disclosure, bool alone);

} // namespace wardmap
