// SPDX-License-Identifier: MIT
// The categories of a project file. Private to project/.
#pragma once

#include <string>
#include <vector>

#include "project/figures.h"
#include "project/toml_reader.h"

namespace wardmap::project {

struct Project;

/// Adds an error if an id is not a valid file name: `plain_id` is checked, `id` is printed.
void check_id(TomlReader& reader, const toml::table& table, const std::string& id,
              const std::string& plain_id);

/// One [[category]], checked as far as possible without its table; one for each word of `each`, if
/// given. Precondition: the denominators have been read.
[[nodiscard]] std::vector<CategorySpec> read_category(TomlReader& reader, const toml::table& table,
                                                      const Project& project);

} // namespace wardmap::project
