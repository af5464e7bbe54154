// SPDX-License-Identifier: MIT
// Keys of an earlier version, under which a project may still give values. Private to project/.
#pragma once

#include "project/toml_reader.h"

namespace wardmap::project {

/// Gives every former key of the project file `file` its present name; values keep their places.
/// The reader gets a warning for each former key, with the place of its first use, in the order of
/// the lines; a fault for a key that is given under both names.
void rename_former_keys(TomlReader& reader, toml::table& file);

} // namespace wardmap::project
