// SPDX-License-Identifier: MIT
// Judges rows that name no ward of the boundaries: other areas, codes of another vintage, misspelt
// names, units without an area. Private to join/.
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

/// A table as far as it is joined.
struct JoinedSoFar {
    const tables::Table& table;
    const WardSet& wards;
    const Request& request;
    const WardIndex& index;
    const KeyColumns& columns;
    std::vector<const tables::Row*> rows;     // that name wards
    std::vector<std::optional<Cell>> figures; // per ward; nothing if no row names it
};

/// The outcome.
struct Judgement {
    Findings faults;
    Findings findings;
    std::vector<RowFate> left_out; // rows of places without an area
    std::size_t outside = 0;       // rows of other areas of the same kind
    std::vector<std::string> outside_examples;
};

/// Codes of the wards' kind denote other areas, unless wards lack a figure and the codes may be
/// theirs: with the same parent, the same name, or only a few for each. Names denote other areas if
/// the table has another parent for them or covers a wider area; a name similar to that of a ward
/// without a row is misspelt. A row without any name is omitted if it has words in another column.
/// The rest are errors while wards lack a row, else omitted with a warning.
[[nodiscard]] Judgement judge(const std::vector<Stranger>& strangers, const JoinedSoFar& joined);

} // namespace wardmap::join
