// SPDX-License-Identifier: MIT
// JSON output: indented, UTF-8, with a final line break.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace wardmap {

/// Indented by two blanks for each level.
[[nodiscard]] inline std::string json_text(const nlohmann::ordered_json& json) {
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

/// The same, but values without nesting are on one line, so that a table has a line for each row.
[[nodiscard]] std::string json_rows_text(const nlohmann::ordered_json& json);

} // namespace wardmap
