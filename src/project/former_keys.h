// SPDX-License-Identifier: MIT
// Keys of an earlier version that a project may still use. Private to project/.
#pragma once

#include "project/toml_reader.h"

namespace wardmap::project {

/// Renames every former key in the project file `file`; values keep their positions. Adds a warning
/// to the reader for each former key, at its first use, in line order, and an error for a key given
/// under both names.
void rename_former_keys(TomlReader& reader, toml::table& file);

} // namespace wardmap::project
