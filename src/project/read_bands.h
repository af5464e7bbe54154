// SPDX-License-Identifier: MIT
// The part of a category that says in which bands it is drawn. Private to project/.
#pragma once

#include "project/band_spec.h"
#include "project/toml_reader.h"

namespace wardmap::project {

struct Category;
struct Project;

/// bands = { ... } of a [[category]] whose measure is read already. Faults go to the reader.
[[nodiscard]] BandSpec read_bands(TomlReader& reader, const toml::table& table,
                                  const Category& category, const Project& project);

/// Faults where bands are to be shared with a category that is not there, or is another measure.
/// `table` is the [[category]]. Precondition: every category is read.
void check_sharing(TomlReader& reader, const toml::table& table, const Category& category,
                   const Project& project);

} // namespace wardmap::project
