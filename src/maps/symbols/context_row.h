// SPDX-License-Identifier: MIT
// A legend row for a context layer.
#pragma once

#include <string>

#include "project/layer_spec.h"

namespace wardmap::maps {

/// A row of the legend: the symbol of a layer, and its title.
struct ContextRow {
    project::LayerSpec::Look look = project::LayerSpec::Look::road;
    std::string title;
    bool grey = false; // in a grey style
};

} // namespace wardmap::maps
