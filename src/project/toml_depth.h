// SPDX-License-Identifier: MIT
// Checks the nesting of a TOML text: toml++ recurses once per level, so that a hostile text would
// exhaust the stack. Private to project/.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace wardmap::project {

struct TooDeep {
    std::size_t line = 0;   // from 1
    std::size_t column = 0; // from 1
    bool is_key = false;    // too many dots in a key; else nested lists and tables
};

/// The first place with more than limits::toml_depth brackets open or limits::toml_dots dots in a
/// key. For text that is not TOML the result is unspecified.
[[nodiscard]] std::optional<TooDeep> find_too_deep(std::string_view toml);

} // namespace wardmap::project
