// SPDX-License-Identifier: MIT
// JSON as it is written: indented, UTF-8, a line break at the end.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace wardmap {

/// Two blanks for each level.
[[nodiscard]] inline std::string json_text(const nlohmann::ordered_json& json) {
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

/// The same, but what holds nothing nested is on one line: a table has a line for each row.
[[nodiscard]] std::string json_rows_text(const nlohmann::ordered_json& json);

} // namespace wardmap
