// SPDX-License-Identifier: MIT
// The products of a study, written beside the output folder and swapped into place.
#pragma once

#include <string>
#include <vector>

#include "base/input_watch.h"
#include "base/progress.h"
#include "base/staged_files.h"
#include "publish/options.h"

namespace wardmap {
struct Study;
}

namespace wardmap::style {
struct Style;
}

namespace wardmap::publish {

/// Writes every product, the audit and the manifest. Whatever else is in the folder (not in the
/// manifest there) stays; if it has the name of a new file, OutputError. A watched input that has
/// changed since it was read is an InputError. After any failure the former content is there
/// unchanged. Returns what was written, ordered by path.
std::vector<Written> publish(const Study& study, const style::Style& style, const Options& options);

} // namespace wardmap::publish
