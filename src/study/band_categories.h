// SPDX-License-Identifier: MIT
// The bands of every category of a study: its own, those of several together, another's, a file's.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "project/frozen_bands.h"
#include "study/study.h"

namespace wardmap {

/// Ids of categories that `wanted` ones borrow bands or figures from, and that are not among them.
[[nodiscard]] std::vector<std::string>
bands_borrowed_from(const project::Project& project, const std::vector<project::Category>& wanted);

/// Fills in `banding` and its findings, of the categories with these ids and of those whose bands
/// they take. Precondition: `values` stand; bands_borrowed_from are among the categories; `frozen`
/// has the bands of each file that is named (by its resolved path). Throws InputError.
void band_categories(std::vector<CategoryResult>& categories, const std::vector<std::string>& ids,
                     const std::map<std::string, project::FrozenBands>& frozen);

} // namespace wardmap
