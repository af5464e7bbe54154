// SPDX-License-Identifier: MIT
// A table that carries other areas onto those of the map: wards of an older year, or smaller areas.
// Private to draft/ and `wardmap new`.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "draft/draft_project.h"
#include "join/lookup.h"
#include "join/ward_index.h"

namespace wardmap::draft {

struct FoundLookup {
    std::string written; // as the project file names it
    std::string sheet;
    std::string from; // column of codes that are not on the map
    std::string to;   // column of codes that are
    join::Lookup lookup;
    std::set<std::string> codes; // of `from`
};

/// The first table with a column of codes of areas of the map and another of codes that are not,
/// each of which is in one of them, in nine rows of ten or more. Such a table has no figures of
/// its own to lose: the caller asks it only where another table has these codes.
[[nodiscard]] std::optional<FoundLookup> find_lookup(const std::vector<Input>& inputs,
                                                     const join::WardIndex& index);

} // namespace wardmap::draft
