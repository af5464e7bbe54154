// SPDX-License-Identifier: MIT
// The products of a study, written beside the output folder and swapped into place.
#pragma once

#include <string>
#include <vector>

#include "publish/options.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::publish {

/// One file that was written. `path` is relative to the output folder.
struct Written {
    std::string path;
    std::string sha256;
    std::size_t bytes = 0;
};

/// Writes every product, the audit and the manifest. Files in the folder that are not Wardmap's
/// (not in the manifest there) stay; a file of theirs that stands where one of ours would go is an
/// OutputError. After any failure the former content stands unchanged. Returns what was written,
/// ordered by path.
std::vector<Written> publish(const Study& study, const style::Style& style, const Options& options);

} // namespace wardmap::publish
