// SPDX-License-Identifier: MIT
// Old wards to current wards, whole or in parts.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/finding.h"
#include "tables/table.h"

namespace wardmap::join {

struct Lookup {
    struct Share {
        std::string to; // code or name in the boundaries
        double weight = 1;
    };
    std::string file;                                 // as named in messages
    std::map<std::string, std::vector<Share>> shares; // by the folded old code or name
    Findings findings;
};

/// Columns `from` and `to`, and the share in `weight` (as parts of 1 or of 100; "" if every old
/// ward became one new one). Throws InputError for an old ward with several new ones but no
/// weights, and for weights that do not add up to the whole ward.
[[nodiscard]] Lookup make_lookup(const tables::Table& table, const std::string& from,
                                 const std::string& to, const std::string& weight);

} // namespace wardmap::join
