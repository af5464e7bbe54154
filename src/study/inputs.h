// SPDX-License-Identifier: MIT
// First stage: reads all inputs of a project, without computing anything.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/finding.h"
#include "base/input_watch.h"
#include "base/progress.h"
#include "join/lookup.h"
#include "project/frozen_bands.h"
#include "project/project.h"
#include "study/study_tables.h"
#include "study/surroundings/surroundings.h"
#include "wards/displaced_parts.h"
#include "wards/neighbourhood.h"
#include "wards/ward.h"

namespace wardmap {

struct Inputs {
    project::Project project;
    std::vector<std::string> wanted; // ids of the requested categories
    /// These and the categories they need, with weights from their files, in the order of the
    /// project.
    std::vector<project::CategorySpec> categories;
    WardSet wards;
    wards::Neighbours neighbours;
    std::optional<Fringe> fringe;
    std::vector<ContextLayer> layers;
    std::optional<Tiles> tiles;
    std::vector<wards::DisplacedParts> displaced_parts;
    StudyTables tables;
    std::optional<join::Lookup> lookup;
    std::map<std::string, project::FrozenBands> frozen; // by path
    Findings findings;                                  // warnings and notes
    Findings errors; // of tables and layers, reported together with those of the joins
};

/// The denominators that the categories use.
[[nodiscard]] std::vector<project::DenominatorSpec>
used_denominators(const project::Project& project,
                  const std::vector<project::CategorySpec>& categories);

/// Reads boundaries, tables, layers, frozen bands and weights; every file is noted in `watch`
/// before it is read. `ids`: requested categories; empty: all. Throws InputError for an unknown id,
/// and if there are no wards, no fringe or no lookup to join with.
[[nodiscard]] Inputs read_inputs(const project::Project& project,
                                 const std::vector<std::string>& ids, InputWatch& watch,
                                 const Progress& progress);

} // namespace wardmap
