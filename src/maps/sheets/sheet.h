// SPDX-License-Identifier: MIT
// A laid out page.
#pragma once

#include "base/finding.h"
#include "paint/scene.h"
#include "words/map_text.h"

namespace wardmap::maps {

struct Sheet {
    paint::Scene scene;
    words::MapWords words;
    Findings findings; // findings of the layout: omitted names, ...
};

} // namespace wardmap::maps
