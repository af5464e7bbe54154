// SPDX-License-Identifier: MIT
// Context layers. Private to study/.
#pragma once

#include <vector>

#include "study/surroundings/surroundings.h"

namespace wardmap::project {
struct Project;
}

namespace wardmap {

/// All of project.layers with something to show; findings are added to the study's. Precondition:
/// there are wards. Errors are collected, one per layer.
[[nodiscard]] std::vector<ContextLayer> read_context_layers(const project::Project& project,
                                                            const WardSet& wards,
                                                            Findings& findings, Findings& errors);

} // namespace wardmap
