// SPDX-License-Identifier: MIT
// The parts of a project file that say what is made of figures. Private to project/.
#pragma once

#include <vector>

#include "project/project.h"
#include "project/toml_reader.h"

namespace wardmap::project {

/// One [[category]], checked as far as it can be without its table; one for each word of `each`
/// where it has that. Precondition: the denominators are read.
[[nodiscard]] std::vector<Category> read_category(TomlReader& reader, const toml::table& table,
                                                  const Project& project);

} // namespace wardmap::project
