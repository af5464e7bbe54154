// SPDX-License-Identifier: MIT
// [[layer]]: context layers. Private to project/.
#pragma once

#include "project/toml_reader.h"

namespace wardmap::project {

struct Project;

/// Fills project.layers. Errors go to the reader.
void read_layers(TomlReader& reader, const toml::table& file, Project& project);

} // namespace wardmap::project
