// SPDX-License-Identifier: MIT
// Values in TOML syntax.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace wardmap::project {

/// In quotation marks, with escapes.
[[nodiscard]] std::string toml_text(std::string_view s);
/// ["a", "b"].
[[nodiscard]] std::string toml_list(const std::vector<std::string>& texts);
/// As a key: bare if allowed, else in quotation marks.
[[nodiscard]] std::string toml_key(const std::string& key);

} // namespace wardmap::project
