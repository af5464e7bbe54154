// SPDX-License-Identifier: MIT
// Rows that name no ward of the boundaries: other areas, codes of another vintage, misspelt names,
// units without an area. Private to join/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "join/join.h"
#include "join/key_columns.h"
#include "join/ward_index.h"

namespace wardmap {
struct WardSet;
}

namespace wardmap::join {

struct Stranger {
    const tables::Row* row = nullptr;
    std::string key;
    bool is_sum_of_others = false;
};

/// What a table has, as far as it is joined.
struct JoinedSoFar {
    const tables::Table& table;
    const WardSet& wards;
    const Request& request;
    const WardIndex& index;
    const KeyColumns& columns;
    std::vector<const tables::Row*> rows;     // that name wards
    std::vector<std::optional<Cell>> figures; // per ward; nothing if no row names it
};

/// What becomes of them.
struct Judgement {
    Findings faults;
    Findings findings;
    std::vector<RowFate> left_out; // of places without an area
    std::size_t outside = 0;       // of other areas of the same kind
    std::vector<std::string> outside_examples;
};

/// Codes of the wards' own kind are other areas, unless wards lack a figure and the codes may be
/// theirs: of the same parent, of the same name, or no more than a few for each. Names are other
/// areas if the table has another parent for them or is of a wider area; like the name of a ward
/// without a row, they are misspelt. A row without any name is left out if it has words of another
/// column. The rest are faults while wards have no row, else left out with a warning.
[[nodiscard]] Judgement judge(const std::vector<Stranger>& strangers, const JoinedSoFar& joined);

} // namespace wardmap::join
