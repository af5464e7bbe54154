// SPDX-License-Identifier: MIT
// Second stage: tables onto wards, for every denominator and category. Private to study/.
#pragma once

#include <vector>

#include "study/inputs.h"
#include "study/joined.h"

namespace wardmap {

/// The denominators that the categories use.
[[nodiscard]] std::vector<project::Denominator>
used(const project::Project& project, const std::vector<project::Category>& categories);

/// The denominators and all categories that have tables. Throws InputError with the errors of the
/// inputs and those of all joins together.
[[nodiscard]] Joined join_tables(const Inputs& inputs);

} // namespace wardmap
