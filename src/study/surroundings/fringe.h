// SPDX-License-Identifier: MIT
// Wards around the area, and their figures. Private to study/.
#pragma once

#include <vector>

#include "join/join.h"
#include "study/surroundings/surroundings.h"
#include "tables/table.h"

namespace wardmap::project {
struct Project;
}

namespace wardmap {

/// The wards of project.ring that are neighbours of the study's wards according to
/// project.neighbours, except the study's own (by code). Precondition: there are wards. Throws
/// InputError as read_wards does, and if there are no such wards.
[[nodiscard]] Fringe read_fringe(const project::Project& project, const WardSet& wards);

/// The figures of the ring's wards, from the rows that a join has left for them; missing if a table
/// has no such row. Throws InputError as join_table does.
[[nodiscard]] std::vector<Cell> join_around(const tables::Table& table,
                                            const join::Account& account, const Fringe& ring,
                                            join::Request request);

} // namespace wardmap
