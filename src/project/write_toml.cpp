// SPDX-License-Identifier: MIT
#include "project/write_toml.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/text.h"

namespace wardmap::project {

std::string toml_text(std::string_view s) {
    std::string result = "\"";
    for (const char c : s) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += '\\';
            result += c;
        } else if (byte < 0x20 || byte == 0x7F) {
            result += fmt::format("\\u{:04X}", byte);
        } else {
            result += c;
        }
    }
    return result + '"';
}

std::string toml_list(const std::vector<std::string>& texts) {
    std::vector<std::string> parts;
    parts.reserve(texts.size());
    for (const auto& s : texts) {
        parts.push_back(toml_text(s));
    }
    return "[" + text::join(parts, ", ") + "]";
}

std::string toml_key(const std::string& key) {
    const bool bare = !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               c == '_' || c == '-';
    });
    return bare ? key : toml_text(key);
}

} // namespace wardmap::project
