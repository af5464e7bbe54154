// SPDX-License-Identifier: MIT
// Whether a TOML text is nested deeper than any project: toml++ calls itself once a level, and a
// hostile text would use up the stack. Private to project/.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace wardmap::project {

struct TooDeep {
    std::size_t line = 0;   // from 1
    std::size_t column = 0; // from 1
    bool is_key = false;    // too many dots in a key; else lists and tables within each other
};

/// The first place with more than limits::toml_depth brackets open or limits::toml_dots dots in a
/// key. Text that is no TOML may give either answer.
[[nodiscard]] std::optional<TooDeep> find_too_deep(std::string_view toml);

} // namespace wardmap::project
