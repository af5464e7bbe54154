// SPDX-License-Identifier: MIT
// [briefing]: what the page for a meeting is about. Private to project/.
#pragma once

#include "project/briefing_spec.h"
#include "project/toml_reader.h"

namespace wardmap::project {

struct Project;

/// Precondition: every category is read. Faults go to the reader.
[[nodiscard]] BriefingSpec read_briefing(TomlReader& reader, const toml::table& file,
                                         const Project& project);

} // namespace wardmap::project
