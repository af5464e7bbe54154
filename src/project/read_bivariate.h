// SPDX-License-Identifier: MIT
// [[bivariate]]: two categories on one map. Private to project/.
#pragma once

#include "project/toml_reader.h"

namespace wardmap::project {

struct Project;

/// Fills project.bivariates. Faults go to the reader. Precondition: the categories are read.
void read_bivariates(TomlReader& reader, const toml::table& file, Project& project);

} // namespace wardmap::project
