// SPDX-License-Identifier: MIT
// Second stage: joins tables to wards, for every denominator and category. Private to study/.
#pragma once

#include "study/inputs.h"
#include "study/joined.h"

namespace wardmap {

/// The denominators and all categories with tables. Throws InputError with the errors of the inputs
/// and those of all joins together.
[[nodiscard]] Joined join_tables(const Inputs& inputs);

} // namespace wardmap
