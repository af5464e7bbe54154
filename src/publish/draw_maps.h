// SPDX-License-Identifier: MIT
// The folder maps/ of the output. Private to publish/.
#pragma once

#include "base/finding.h"
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

/// The subjects of category sheets.
struct MapSubjects {
    bool bands = false;
    bool readings = false;
};

/// Draws a sheet for every category (of its bands, its hotspot reading, or both) and, if there are
/// several, the contact sheet; in every format of the style. Returns the sheets' findings; throws
/// InputError if options.lint finds a problem.
Findings draw_maps(const Study& study, const style::Style& style, const maps::BaseMap& ground,
                   const Options& options, MapSubjects subjects, StagedFiles& files);

} // namespace wardmap::publish
