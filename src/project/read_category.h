// SPDX-License-Identifier: MIT
// The parts of a project file that say where figures stand and what is made of them. Private to
// project/.
#pragma once

#include <string>

#include "project/project.h"
#include "project/toml_reader.h"

namespace wardmap::project {

/// A path of the file against the file's folder; connections and absolute paths as they are.
[[nodiscard]] FilePath resolve(const Project& project, const std::string& written);

/// table, key(s), value, marks, ... of a category or a denominator.
[[nodiscard]] Figures read_figures(TomlReader& reader, const toml::table& table,
                                   const std::string& in, const Project& project);

/// One [[category]], checked as far as it can be without its table. Precondition: the denominators
/// are read.
[[nodiscard]] Category read_category(TomlReader& reader, const toml::table& table,
                                     const Project& project);

} // namespace wardmap::project
