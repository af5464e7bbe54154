// SPDX-License-Identifier: MIT
#pragma once

#include <string>

namespace wardmap {

/// Such as "0.2.0", from the build. Products name this and not the commit: the same inputs give the
/// same bytes from every build of a version.
[[nodiscard]] std::string version();

/// The commit that was built, such as "4d30e0f" or "4d30e0f, modified"; "" where the sources did
/// not come from git.
[[nodiscard]] std::string commit();

} // namespace wardmap
