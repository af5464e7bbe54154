// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace wardmap {

/// For example "0.2.0", set by the build. Products name this rather than the commit, so that every
/// build of a version gives the same bytes.
[[nodiscard]] std::string version();

/// The commit that was built, such as "4d30e0f" or "4d30e0f, modified"; "" if the sources did not
/// come from git.
[[nodiscard]] std::string commit();

} // namespace wardmap
