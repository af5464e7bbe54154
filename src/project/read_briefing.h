// SPDX-License-Identifier: MIT
// [briefing]: the page for a meeting. Private to project/.
#pragma once

#include "project/briefing_spec.h"
#include "project/toml_reader.h"

namespace wardmap::project {

struct Project;

/// Precondition: every category has been read. Errors go to the reader.
[[nodiscard]] BriefingSpec read_briefing(TomlReader& reader, const toml::table& file,
                                         const Project& project);

} // namespace wardmap::project
