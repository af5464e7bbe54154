// SPDX-License-Identifier: MIT
// Band schemes side by side, as a text table and as data.
#pragma once

#include <string>
#include <vector>

#include "study/band_choices.h"

namespace wardmap {
struct CategoryResult;
}

namespace wardmap::audit {

/// One line for each choice: bands, fit, wards in each band, ends of the bands; then their
/// findings.
[[nodiscard]] std::string band_choices_text(const CategoryResult& category,
                                            const std::vector<BandChoice>& choices);

[[nodiscard]] std::string band_choices_json(const CategoryResult& category,
                                            const std::vector<BandChoice>& choices);

} // namespace wardmap::audit
