// SPDX-License-Identifier: MIT
// What a legend says of a layer that is drawn for orientation.
#pragma once

#include <string>

#include "project/layer_spec.h"

namespace wardmap::maps {

/// A row of the legend: how a layer is drawn, and what it is.
struct ContextRow {
    project::LayerSpec::Look look = project::LayerSpec::Look::road;
    std::string title;
    bool grey = false; // in a style of greys
};

} // namespace wardmap::maps
