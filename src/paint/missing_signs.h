// SPDX-License-Identifier: MIT
// Signs that the product's font cannot draw: they would be printed as boxes.
#pragma once

#include <string>
#include <vector>

namespace wardmap::paint {

/// The signs of each text, in UTF-8, each once and in their order. Nothing where the fonts are not
/// installed: whoever draws says so.
[[nodiscard]] std::vector<std::vector<std::string>>
missing_signs(const std::vector<std::string>& texts);

} // namespace wardmap::paint
