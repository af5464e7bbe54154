// SPDX-License-Identifier: MIT
// Incidents, one row each, that categories count.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/file_path.h"
#include "incidents/source.h"

namespace wardmap::project {

/// Before the id of [incidents.ID], in the place of the path of a table.
inline constexpr std::string_view counted_path = "incidents:";

/// [incidents.ID]
struct IncidentsSpec {
    std::string id;
    incidents::Source source;
    std::string shown;                    // its sources, as messages name them: "a.csv and 2 more"
    std::optional<incidents::Month> from; // first month that counts
    std::optional<incidents::Month> to;   // last month
    incidents::Repeats repeats = incidents::Repeats::counted;
    FilePath lookup;      // the ward of each small area; may be empty
    std::size_t line = 0; // in the project file
};

} // namespace wardmap::project
