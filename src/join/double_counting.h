// SPDX-License-Identifier: MIT
// Rows that hold the sum of other rows of the same ward: "Persons" beside "Females" and "Males".
// Private to join/.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/finding.h"
#include "tables/cell.h"
#include "tables/table.h"

namespace wardmap::join {

/// The figure of a row that is to be added to others of its ward.
struct AddedRow {
    const tables::Row* row = nullptr;
    std::size_t ward = 0;
    Cell figure;
};

/// A fault if one text of a column has, in every ward whose figures are known, the sum of the
/// figures of all other texts: to add them all would count everything twice. `taken` are the
/// columns of keys and figures. Of a text that is no word for a whole, four wards are needed.
[[nodiscard]] std::optional<Finding> double_counting(const std::vector<AddedRow>& rows,
                                                     const tables::Table& table,
                                                     const std::vector<std::size_t>& taken);

} // namespace wardmap::join
