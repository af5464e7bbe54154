// SPDX-License-Identifier: MIT
// Incidents that categories count. Private to project/.
#pragma once

#include <string>
#include <vector>

#include "project/project.h"
#include "project/toml_reader.h"

namespace wardmap::project {

/// [incidents.ID]
[[nodiscard]] std::vector<IncidentsSpec> read_incidents(TomlReader& reader, const toml::table& file,
                                                        const Project& project);

/// `incidents`, `where` and `steps` of a category, in the place of a table and its columns.
/// Precondition: the category has the key `incidents`.
[[nodiscard]] FromTables read_counted(TomlReader& reader, const toml::table& table,
                                      const Project& project, const Category& category);

} // namespace wardmap::project
