// SPDX-License-Identifier: MIT
// The words of the project file for schemes and measures.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "project/project.h"

namespace wardmap::project {

/// In the order of `Scheme`.
[[nodiscard]] const std::vector<std::string>& scheme_words();

/// In the order of `MeasureKind`.
[[nodiscard]] const std::vector<std::string>& measure_words();

/// Bands that a scheme has whatever the figures are (6 of a box map); nothing where `count` says
/// how many, or the figures or breaks decide.
[[nodiscard]] std::optional<int> own_count(Scheme scheme);
[[nodiscard]] bool takes_count(Scheme scheme);

/// Deciles and quintiles.
[[nodiscard]] bool is_by_rank(Scheme scheme);

/// Whether a scheme looks at the order of the figures only, so that ranks may be banded by it.
[[nodiscard]] bool only_orders(Scheme scheme);

} // namespace wardmap::project
