// SPDX-License-Identifier: MIT
// Products name files, not local folders. Private to publish/.
#pragma once

#include <optional>

namespace wardmap {
struct Study;
}

namespace wardmap::publish {

/// The study with every absolute path and every connection in file names, accounts and findings
/// replaced by its public form; nothing if there are none.
[[nodiscard]] std::optional<Study> with_public_paths(const Study& study);

} // namespace wardmap::publish
