// SPDX-License-Identifier: MIT
// Detects rows with the sum of other rows of the same ward: "Persons" beside "Females" and "Males".
// Private to join/.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/finding.h"
#include "tables/cell.h"
#include "tables/table.h"

namespace wardmap::join {

/// The figure of a row to be added to others of its ward.
struct AddedRow {
    const tables::Row* row = nullptr;
    std::size_t ward = 0;
    Cell figure;
};

/// An error if, in every ward with known figures, the figure of one text in a column is the sum of
/// those of all other texts: adding them all would count everything twice. `taken`: the columns of
/// keys and figures. Needs four wards unless the text is a word for a total.
[[nodiscard]] std::optional<Finding> double_counting(const std::vector<AddedRow>& rows,
                                                     const tables::Table& table,
                                                     const std::vector<std::size_t>& taken);

} // namespace wardmap::join
