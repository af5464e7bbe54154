// SPDX-License-Identifier: MIT
// The bands of every category of a study: its own, those of several together, another's, a file's.
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

/// Ids of categories that `wanted` ones borrow bands or figures from, and that are not among them.
[[nodiscard]] std::vector<std::string>
bands_borrowed_from(const project::Project& project,
                    const std::vector<project::CategorySpec>& wanted);

/// Fifth stage: bands of the wanted categories (and of those whose bands they take, or that they
/// overlap); the others are left out of the result. `frozen` has the bands of each file that is
/// named, by its resolved path. Throws InputError.
[[nodiscard]] Banded band_categories(Measured measured, const std::vector<std::string>& wanted,
                                     const std::map<std::string, project::FrozenBands>& frozen);

} // namespace wardmap
