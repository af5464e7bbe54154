// SPDX-License-Identifier: MIT
// Whether one text of a breakdown is the sum of the others. Private to draft/.
#pragma once

#include <string>

#include "draft/column_roles.h"

namespace wardmap::draft {

/// The text of a column whose figure is, in nearly every area, the sum of the figures of all other
/// texts beside the same remaining words: "Persons" of Persons, Females and Males. Empty if there
/// is none, or more than one. Rounded figures may differ by a unit for each part.
[[nodiscard]] std::string total_of(const Roles& roles, const ColumnRole& column,
                                   std::size_t figure);

} // namespace wardmap::draft
