// SPDX-License-Identifier: MIT
// The bands of a category in the project file. Private to project/.
#pragma once

#include "project/band_spec.h"
#include "project/toml_reader.h"

namespace wardmap::project {

struct Category;
struct Project;

/// bands = { ... } of a [[category]] whose measure has been read. Errors go to the reader.
[[nodiscard]] BandSpec read_bands(TomlReader& reader, const toml::table& table,
                                  const Category& category, const Project& project);

/// Adds errors if bands are shared with a category that does not exist or has another measure.
/// `table` is the [[category]]. Precondition: every category is read.
void check_sharing(TomlReader& reader, const toml::table& table, const Category& category,
                   const Project& project);

} // namespace wardmap::project
