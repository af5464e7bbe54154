// SPDX-License-Identifier: MIT
// Schemes of bands side by side: as a table to read, as data.
#pragma once

#include <string>
#include <vector>

#include "study/band_choices.h"

namespace wardmap {
struct CategoryResult;
}

namespace wardmap::audit {

/// One line for each choice: bands, fit, wards in each band, ends of the bands; then what was
/// reported of them.
[[nodiscard]] std::string band_choices_text(const CategoryResult& category,
                                            const std::vector<BandChoice>& choices);

[[nodiscard]] std::string band_choices_json(const CategoryResult& category,
                                            const std::vector<BandChoice>& choices);

} // namespace wardmap::audit
