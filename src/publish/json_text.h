// SPDX-License-Identifier: MIT
// JSON as it is written: two blanks of indentation, UTF-8, a line break at the end.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

namespace wardmap::publish {

[[nodiscard]] inline std::string json_text(const nlohmann::ordered_json& json) {
    return json.dump(2, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

} // namespace wardmap::publish
