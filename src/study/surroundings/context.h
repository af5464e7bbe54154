// SPDX-License-Identifier: MIT
// Layers that are drawn for orientation. Private to study/.
#pragma once

#include <vector>

#include "study/study.h"

namespace wardmap {

/// All of project.layers that have something to show, with what there is to say in the study's
/// findings. Precondition: study.wards stand. Faults are collected, one of each layer.
[[nodiscard]] std::vector<ContextLayer> read_context_layers(Study& study, Findings& faults);

} // namespace wardmap
