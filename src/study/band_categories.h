// SPDX-License-Identifier: MIT
// The bands of every category of a study: its own, pooled with others, another category's, or from
// a file.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "project/figures.h"
#include "project/frozen_bands.h"
#include "study/banded.h"

namespace wardmap::project {
struct Project;
}

namespace wardmap {

/// Ids of categories from which `wanted` ones borrow bands or figures, except those in `wanted`.
[[nodiscard]] std::vector<std::string>
bands_borrowed_from(const project::Project& project,
                    const std::vector<project::CategorySpec>& wanted);

/// Fifth stage: bands of the wanted categories (and of those whose bands they use, or that they
/// overlap); the result omits the others. `frozen` has the bands of each named file, by resolved
/// path. Throws InputError.
[[nodiscard]] Banded band_categories(Measured measured, const std::vector<std::string>& wanted,
                                     const std::map<std::string, project::FrozenBands>& frozen);

} // namespace wardmap
