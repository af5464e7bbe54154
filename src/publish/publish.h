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

/// Writes every product, the audit and the manifest. Anything else in the folder (not in its
/// manifest) is kept; if it has the name of a new file, throws OutputError. Throws InputError if a
/// watched input has changed since it was read. After any failure the former content is unchanged.
/// Returns what was written, ordered by path.
std::vector<Written> publish(const Study& study, const style::Style& style, const Options& options);

} // namespace wardmap::publish
