// SPDX-License-Identifier: MIT
// Products name files, not the folders of the machine that they were made on. Private to publish/.
#pragma once

#include <optional>

namespace wardmap {
struct Study;
}

namespace wardmap::publish {

/// The study with every absolute path and every connection in it as readers may see it, in names of
/// files, accounts and findings; nothing if it holds none.
[[nodiscard]] std::optional<Study> with_public_paths(const Study& study);

} // namespace wardmap::publish
