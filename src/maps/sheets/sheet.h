// SPDX-License-Identifier: MIT
// A page that is laid out.
#pragma once

#include "base/finding.h"
#include "paint/scene.h"
#include "words/map_text.h"

namespace wardmap::maps {

struct Sheet {
    paint::Scene scene;
    words::MapWords words;
    Findings findings; // what the layout has to say: names left out, ...
};

} // namespace wardmap::maps
