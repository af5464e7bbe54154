// SPDX-License-Identifier: MIT
// Reads a project file (TOML). Nothing in it is ignored: an unknown key is an error.
#pragma once

#include <string>

#include "project/project.h"

namespace wardmap::project {

/// Throws InputError with every error in the file: place (line and column), the line with a caret,
/// what was expected, the nearest key or value.
[[nodiscard]] Project read_project(const std::string& path);

/// The same from text; `path` is used in messages and as the base of relative paths.
[[nodiscard]] Project parse_project(const std::string& toml, const std::string& path);

} // namespace wardmap::project
