// SPDX-License-Identifier: MIT
// [tiles]: a published layout of tiles. Private to project/.
#pragma once

#include <optional>

#include "project/toml_reader.h"

namespace wardmap::project {

struct Project;
struct TilesSpec;

/// Nothing if the file has no [tiles]. Errors go to the reader.
[[nodiscard]] std::optional<TilesSpec> read_tiles(TomlReader& reader, const toml::table& file,
                                                  const Project& project);

} // namespace wardmap::project
