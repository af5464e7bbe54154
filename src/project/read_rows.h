// SPDX-License-Identifier: MIT
// Combination of several rows of one ward. Private to project/.
#pragma once

#include "join/combine.h"
#include "project/toml_reader.h"

namespace wardmap::project {

/// combine = { by = "mean", weight = "households" }
[[nodiscard]] join::Combine read_combine(TomlReader& reader, const toml::table& table);

} // namespace wardmap::project
