// SPDX-License-Identifier: MIT
// The keys for the location of a table and the reading of its cells. Private to project/.
#pragma once

#include <string>

#include "project/figures.h"
#include "project/toml_reader.h"

namespace wardmap::project {

struct Project;

/// A path resolved against the project file's folder; connections and absolute paths are unchanged,
/// but written without their password.
[[nodiscard]] FilePath resolve(const Project& project, const std::string& written);

/// table, sheet, query, range, header, encoding, delimiter.
[[nodiscard]] tables::TableSource read_table_spec(TomlReader& reader, const toml::table& table,
                                                  const std::string& in, const Project& project);

/// All keys of the table of a category or a denominator. `value` may be absent if `value_needed` is
/// false.
[[nodiscard]] Figures read_figures(TomlReader& reader, const toml::table& table,
                                   const std::string& in, const Project& project,
                                   bool value_needed = true);

} // namespace wardmap::project
