// SPDX-License-Identifier: MIT
// Rows that state a sum: which wards they total, and what several of them imply.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "join/join.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::join {

struct StatedTotal {
    std::size_t line = 0;
    std::string key;
    double stated = 0;
    std::size_t row = 0; // its index among the rows of the account
};

/// Finds what one total adds up: all wards, the joined rows directly above it, or those directly
/// below it, whichever agrees first; a total named after a part ("Urban wards total") is compared
/// with those rows first. If none agrees, its name decides. `cells` are the wards' figures,
/// followed by any figure outside.
[[nodiscard]] Reconciliation reconcile_total(const StatedTotal& total, const Account& account,
                                             const std::vector<Cell>& cells,
                                             const Request& request);

/// Adds all totals of a table to its account and findings, including what the whole minus the parts
/// discloses.
void reconcile_totals(const std::vector<StatedTotal>& totals, const tables::Table& table,
                      const WardSet& wards, const Request& request, JoinResult& result);

/// A sum that readers of the table know.
struct KnownSum {
    double stated = 0;
    std::vector<std::size_t> wards; // empty: all
    bool is_rest = false;           // the whole minus its parts
};

/// The totals that agree. If some cover part of the wards, the whole is reduced by those parts, so
/// that no two sums share a ward. A part above 0 and under `below` is itself suppressed.
[[nodiscard]] std::vector<KnownSum> known_sums(const std::vector<Reconciliation>& totals,
                                               std::size_t wards, double below = 0);

} // namespace wardmap::join
