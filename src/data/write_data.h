// SPDX-License-Identifier: MIT
// The folder data/ of the output.
#pragma once

#include "base/staged_files.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::data {

/// Writes the ward table as CSV and as a GeoPackage, the study as JSON, and the summary.
void write_data(const Study& study, const style::Style& style, StagedFiles& files);

} // namespace wardmap::data
