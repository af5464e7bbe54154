// SPDX-License-Identifier: MIT
// Suppression rules and required coverage. Private to project/.
#pragma once

#include <optional>

#include "disclosure/figure.h"
#include "project/toml_reader.h"

namespace wardmap::project {

struct CategorySpec;
struct Project;

/// [suppression] of the project file: the default for categories.
[[nodiscard]] disclosure::Rule read_disclosure(TomlReader& reader, const toml::table& file);

/// The same for one category, which must be a count from a table to have one. Precondition: its
/// measure has been read.
[[nodiscard]] disclosure::Rule read_disclosure(TomlReader& reader, const toml::table& table,
                                               const CategorySpec& category,
                                               const Project& project);

/// require_coverage of a table; `otherwise` if it is not given.
[[nodiscard]] std::optional<double> read_coverage(TomlReader& reader, const toml::table& table,
                                                  std::optional<double> otherwise);

} // namespace wardmap::project
