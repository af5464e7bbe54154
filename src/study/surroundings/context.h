// SPDX-License-Identifier: MIT
// Layers that are drawn for orientation. Private to study/.
#pragma once

#include <vector>

#include "study/surroundings/surroundings.h"

namespace wardmap::project {
struct Project;
}

namespace wardmap {

/// All of project.layers that have something to show, with what there is to say in the study's
/// findings. Precondition: there are wards. Faults are collected, one of each layer.
[[nodiscard]] std::vector<ContextLayer> read_context_layers(const project::Project& project,
                                                            const WardSet& wards,
                                                            Findings& findings, Findings& errors);

} // namespace wardmap
