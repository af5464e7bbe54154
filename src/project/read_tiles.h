// SPDX-License-Identifier: MIT
// [tiles]: a layout of tiles that others have agreed on. Private to project/.
#pragma once

#include <optional>

#include "project/toml_reader.h"

namespace wardmap::project {

struct Project;
struct TilesSpec;

/// Nothing if the file has no [tiles]. Faults go to the reader.
[[nodiscard]] std::optional<TilesSpec> read_tiles(TomlReader& reader, const toml::table& file,
                                                  const Project& project);

} // namespace wardmap::project
