// SPDX-License-Identifier: MIT
// Which rows of a table count, and how several of one ward become one figure. Private to project/.
#pragma once

#include <map>
#include <string>

#include "project/project.h"
#include "project/toml_reader.h"

namespace wardmap::project {

/// where = { crime_type = "Anti-social behaviour" }
[[nodiscard]] std::map<std::string, std::string> read_where(TomlReader& reader,
                                                            const toml::table& table);

/// combine = "sum", or { by = "mean", weight = "households" }
[[nodiscard]] CombineSpec read_combine(TomlReader& reader, const toml::table& table);

} // namespace wardmap::project
