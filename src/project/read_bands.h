// SPDX-License-Identifier: MIT
// The part of a category that says in which bands it is drawn. Private to project/.
#pragma once

#include "project/project.h"
#include "project/toml_reader.h"

namespace wardmap::project {

/// bands = { ... } of a [[category]] whose measure is read already. Faults go to the reader.
[[nodiscard]] BandSpec read_bands(TomlReader& reader, const toml::table& table,
                                  const Category& category);

/// The words for schemes, in the order of `Scheme`.
[[nodiscard]] const std::vector<std::string>& scheme_words();

/// Bands that a scheme makes whatever the figures are; nothing where `count` is asked for, or where
/// the figures decide.
[[nodiscard]] std::optional<int> own_count(Scheme scheme);
[[nodiscard]] bool takes_count(Scheme scheme);

} // namespace wardmap::project
