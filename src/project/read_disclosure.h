// SPDX-License-Identifier: MIT
// What must not be shown, and what must be there. Private to project/.
#pragma once

#include <optional>

#include "disclosure/figure.h"
#include "project/toml_reader.h"

namespace wardmap::project {

struct CategorySpec;
struct Project;

/// [suppression] of the project file: where a category does not say otherwise.
[[nodiscard]] disclosure::Rule read_disclosure(TomlReader& reader, const toml::table& file);

/// The same of one category, which is a count from a table or has none. Precondition: its measure
/// is read.
[[nodiscard]] disclosure::Rule read_disclosure(TomlReader& reader, const toml::table& table,
                                               const CategorySpec& category, const Project& project);

/// require_coverage of a table; `otherwise` if it is not given.
[[nodiscard]] std::optional<double> read_coverage(TomlReader& reader, const toml::table& table,
                                                  std::optional<double> otherwise);

} // namespace wardmap::project
