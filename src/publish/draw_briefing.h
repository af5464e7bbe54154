// SPDX-License-Identifier: MIT
// The product for tasking meetings. Private to publish/.
#pragma once

#include "base/staged_files.h"
#include "publish/options.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {
class BaseMap;
}

namespace wardmap::publish {

/// briefing.pdf and briefing.html.
void draw_briefing(const Study& study, const style::Style& style, const maps::BaseMap& ground,
                   const Options& options, StagedFiles& files);

} // namespace wardmap::publish
