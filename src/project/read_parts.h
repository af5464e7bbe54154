// SPDX-License-Identifier: MIT
// Categories that are made of others: sums, changes, composites, overlaps, quotients. Private to
// project/.
#pragma once

#include "project/toml_reader.h"

namespace wardmap::project {

struct Category;
struct Project;

/// Faults for keys that only such categories have, in one that has a table.
void refuse_part_keys(TomlReader& reader, const toml::table& table);

/// parts, from, to, part, whole, if_part_missing, weights, weights_source, into the category's
/// origin, whose kind is known. Faults go to the reader.
void read_parts(TomlReader& reader, const toml::table& table, const Project& project,
                Category& category);

/// Faults where a part is not there, is made of others itself, or is counted twice (a category and
/// one that it contains). Precondition: every category is read.
void check_parts(TomlReader& reader, const toml::table& table, const Category& category,
                 const Project& project);

} // namespace wardmap::project
