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

/// `incidents`, `where` and `steps` of a category, in the place of a table and its columns; sets
/// its figures and their origin. Precondition: the category has the key `incidents`.
void read_counted(TomlReader& reader, const toml::table& table, const Project& project,
                  CategorySpec& category);

} // namespace wardmap::project
