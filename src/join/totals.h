// SPDX-License-Identifier: MIT
// Rows that state a sum: which wards they add up, and what follows from several of them.
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
    std::size_t row = 0; // its place among the rows of the account
};

/// What one total adds up: all wards, or the joined rows right above it, or right below it, the
/// first of them that it agrees with; a total by the name of a part ("Urban wards total") is held
/// against those rows first. Where it agrees with none, its name decides. `cells` are the wards'
/// figures and after them what is outside, if anything.
[[nodiscard]] Reconciliation reconcile_total(const StatedTotal& total, const Account& account,
                                             const std::vector<Cell>& cells,
                                             const Request& request);

/// Of all totals of a table, into its account and findings; also what the whole less the parts
/// gives away.
void reconcile_totals(const std::vector<StatedTotal>& totals, const tables::Table& table,
                      const WardSet& wards, const Request& request, JoinResult& result);

/// A sum that readers of the table know.
struct KnownSum {
    double stated = 0;
    std::vector<std::size_t> wards; // empty: all
    bool is_rest = false;           // of the whole less its parts
};

/// The totals that agree. If some cover part of the wards, the whole counts for what is left
/// without those parts, so that no two of them share a ward. A part above 0 and under `below` is
/// withheld itself.
[[nodiscard]] std::vector<KnownSum> known_sums(const std::vector<Reconciliation>& totals,
                                               std::size_t wards, double below = 0);

} // namespace wardmap::join
