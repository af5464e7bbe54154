// SPDX-License-Identifier: MIT
// Level and correction of tests in words. Private to words/.
#pragma once

#include <string>

#include "hotspots/hotspots.h"

namespace wardmap::words {

/// "false discovery rate", "Bonferroni", "none".
[[nodiscard]] std::string correction_word(const hotspots::Hotspots& found);

/// "5%".
[[nodiscard]] std::string level_text(const hotspots::Hotspots& found);

} // namespace wardmap::words
