// SPDX-License-Identifier: MIT
#include "base/json_text.h"

#include <algorithm>

#include "base/interrupt.h"

namespace wardmap {
namespace {

using Json = nlohmann::ordered_json;

std::string on_one_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

bool is_flat(const Json& json) {
    return std::none_of(json.begin(), json.end(),
                        [](const Json& part) { return part.is_structured() && !part.empty(); });
}

void add(const Json& json, std::size_t depth, std::string& text) {
    if (!json.is_structured() || is_flat(json)) {
        text += on_one_line(json);
        return;
    }
    text += json.is_array() ? "[" : "{";
    bool first = true;
    for (const auto& [key, part] : json.items()) {
        stop_if_interrupted();
        text += (first ? "\n" : ",\n") + std::string(2 * (depth + 1), ' ');
        if (json.is_object()) text += on_one_line(key) + ": ";
        add(part, depth + 1, text);
        first = false;
    }
    text += "\n" + std::string(2 * depth, ' ') + (json.is_array() ? "]" : "}");
}

} // namespace

std::string json_rows_text(const Json& json) {
    std::string text;
    add(json, 0, text);
    return text + "\n";
}

} // namespace wardmap
