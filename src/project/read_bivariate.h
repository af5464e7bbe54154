// SPDX-License-Identifier: MIT
// [[bivariate]]: two categories on one map. Private to project/.
#pragma once

#include "project/toml_reader.h"

namespace wardmap::project {

struct Project;

/// Fills project.bivariates. Errors go to the reader. Precondition: the categories have been read.
void read_bivariates(TomlReader& reader, const toml::table& file, Project& project);

} // namespace wardmap::project
