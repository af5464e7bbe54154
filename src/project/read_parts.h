// SPDX-License-Identifier: MIT
// Derived categories: sums, changes, composites, overlaps, quotients. Private to project/.
#pragma once

#include "project/toml_reader.h"

namespace wardmap::project {

struct Category;
struct Project;

/// Adds errors for keys of derived categories in a category with a table.
void refuse_part_keys(TomlReader& reader, const toml::table& table);

/// parts, from, to, part, whole, if_part_missing, weights, weights_source, into the category's
/// origin, whose kind is known. Errors go to the reader.
void read_parts(TomlReader& reader, const toml::table& table, const Project& project,
                Category& category);

/// Adds errors if a part does not exist, is itself derived, or is counted twice (a category and one
/// that it contains). Precondition: every category has been read.
void check_parts(TomlReader& reader, const toml::table& table, const Category& category,
                 const Project& project);

} // namespace wardmap::project
