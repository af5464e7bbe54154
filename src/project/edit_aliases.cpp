// SPDX-License-Identifier: MIT
#include "project/edit_aliases.h"

#include <algorithm>

#include <fmt/format.h>

#include "base/pattern.h"
#include "base/text.h"

namespace wardmap::project {
namespace {

/// A basic string of TOML.
std::string quoted(const std::string& text) {
    std::string result = "\"";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            result += std::string("\\") + c;
        } else if (byte < 0x20 || byte == 0x7F) {
            result += fmt::format("\\u{:04X}", byte);
        } else {
            result += c;
        }
    }
    return result + "\"";
}

/// The end of [aliases], including the lines of its keys; npos if there is none.
std::size_t end_of_aliases(const std::string& text) {
    static const Pattern own(R"([ \t]*\[[ \t]*aliases[ \t]*\][ \t]*(#.*)?\r?)");
    static const Pattern other(R"([ \t]*\[.*)");
    bool within = false;
    std::size_t end = std::string::npos;
    for (std::size_t at = 0; at < text.size();) {
        const auto line_end = std::min(text.find('\n', at), text.size());
        const auto line = text.substr(at, line_end - at);
        const auto next = std::min(line_end + 1, text.size());
        if (own.fits(line)) {
            within = true;
            end = next;
        } else if (other.fits(line)) {
            within = false;
        } else if (within && !text::trimmed(line).empty()) {
            end = next;
        }
        at = next;
    }
    return end;
}

} // namespace

std::string with_aliases(const std::string& text,
                         const std::vector<std::pair<std::string, std::string>>& aliases) {
    const std::string line_end = text.find("\r\n") != std::string::npos ? "\r\n" : "\n";
    std::string lines;
    for (const auto& [from, to] : aliases) {
        lines += quoted(from) + " = " + quoted(to) + line_end;
    }
    const auto end = end_of_aliases(text);
    const bool ends_line = text.empty() || text.back() == '\n';
    if (end == std::string::npos) {
        return text + (ends_line ? "" : line_end) + line_end + "[aliases]" + line_end + lines;
    }
    const bool within = end < text.size() || ends_line;
    return text.substr(0, end) + (within ? "" : line_end) + lines + text.substr(end);
}

} // namespace wardmap::project
