// SPDX-License-Identifier: MIT
// What every product says of its project.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/file_path.h"
#include "wards/area_noun.h"
#include "wards/neighbourhood.h"

namespace wardmap::project {

/// Where maps draw remote islands.
enum class RemoteIslands { boxed, in_place };

inline constexpr std::array<std::pair<std::string_view, RemoteIslands>, 2> remote_islands_names = {
    {{"boxed", RemoteIslands::boxed}, {"in place", RemoteIslands::in_place}}};

/// What maps and messages say of the boundaries.
struct Boundaries {
    std::string note;        // printed on every sheet, e.g. "Schematic boundaries"
    std::string attribution; // printed on every sheet
    AreaNoun noun;           // area_nouns = ["district", "districts"]
    RemoteIslands remote_islands = RemoteIslands::boxed;
};

/// The part of a project that all its pages, data and messages name.
struct Facts {
    FilePath file;
    std::string title;
    std::string contact; // contact for questions
    std::string area;    // "Maidstone"; also the name of a totals row
    Boundaries boundaries;
    wards::NeighbourSpec neighbours;
};

} // namespace wardmap::project
