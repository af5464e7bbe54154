// SPDX-License-Identifier: MIT
// The parts of a project file that say what is made of figures. Private to project/.
#pragma once

#include <string>
#include <vector>

#include "project/figures.h"
#include "project/toml_reader.h"

namespace wardmap::project {

struct Project;

/// A fault where an id cannot name files: `plain_id` is what is judged, `id` what is printed.
void check_id(TomlReader& reader, const toml::table& table, const std::string& id,
              const std::string& plain_id);

/// One [[category]], checked as far as it can be without its table; one for each word of `each`
/// where it has that. Precondition: the denominators are read.
[[nodiscard]] std::vector<CategorySpec> read_category(TomlReader& reader, const toml::table& table,
                                                  const Project& project);

} // namespace wardmap::project
