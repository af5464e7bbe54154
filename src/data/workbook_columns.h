// SPDX-License-Identifier: MIT
// The columns of the ward table shown in the workbook, and their headings. Private to data/.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <vector>

#include "data/columns.h"
#include "tables/cell.h"
#include "workbook/workbook.h"

namespace wardmap {
struct BivariateResult;
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::data {

/// One column of a worksheet and its source.
struct ShownColumn {
    workbook::Column column;
    const Column* source = nullptr; // of the ward table
};

/// For a category: code and name, then the columns of its page, without empty ones. The tests
/// behind a reading are in wards.csv only.
[[nodiscard]] std::vector<ShownColumn> shown_columns(const Study& study,
                                                     const CategoryResult& category,
                                                     const std::vector<Column>& columns);

/// For a bivariate map: code and name, the class and its words.
[[nodiscard]] std::vector<ShownColumn> bivariate_columns_shown(const Study& study,
                                                               const BivariateResult& result,
                                                               const std::vector<Column>& columns);

/// For the wards themselves.
[[nodiscard]] std::vector<ShownColumn> ward_columns_shown(const Study& study,
                                                          const std::vector<Column>& columns);

/// A cell of the workbook: the number, the text, or the mark for why there is none. `category` is
/// null for a ward's own columns.
[[nodiscard]] workbook::Cell shown_cell(const Study& study, const CategoryResult* category,
                                        const ShownColumn& shown, std::size_t ward);

} // namespace wardmap::data
