// SPDX-License-Identifier: MIT
// [neighbours] and [hotspots] of a project file, and hotspots = { ... } of a category. Private to
// project/.
#pragma once

#include "project/hotspot_spec.h"
#include "project/toml_reader.h"
#include "wards/neighbourhood.h"

namespace wardmap::project {

[[nodiscard]] wards::NeighbourSpec read_neighbours(TomlReader& reader, const toml::table& file);

/// The key "hotspots" of `table`, a table or false; missing keys are as in `otherwise`.
[[nodiscard]] HotspotSpec read_hotspots(TomlReader& reader, const toml::table& table,
                                        const HotspotSpec& otherwise);

} // namespace wardmap::project
