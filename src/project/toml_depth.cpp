// SPDX-License-Identifier: MIT
#include "project/toml_depth.h"

#include <string>

#include "base/limits.h"

namespace wardmap::project {
namespace {

/// The end of the string that opens at `at`, after its closing marks.
std::size_t end_of_string(std::string_view toml, std::size_t at) {
    const char mark = toml[at];
    const std::string three(3, mark);
    const bool many_lines = toml.substr(at, 3) == three;
    for (at += many_lines ? 3 : 1; at < toml.size(); ++at) {
        if (toml[at] == '\\' && mark == '"') {
            ++at;
        } else if (many_lines ? toml.substr(at, 3) == three : toml[at] == mark) {
            return at + (many_lines ? 3 : 1);
        } else if (!many_lines && toml[at] == '\n') {
            return at; // not closed: toml++ reports it
        }
    }
    return toml.size();
}

std::size_t end_of_line(std::string_view toml, std::size_t at) {
    const auto end = toml.find('\n', at);
    return end == std::string_view::npos ? toml.size() : end;
}

TooDeep place_of(std::string_view toml, std::size_t at, bool is_key) {
    TooDeep place{1, 1, is_key};
    for (const char c : toml.substr(0, at)) {
        ++place.column;
        if (c == '\n') place = {place.line + 1, 1, is_key};
    }
    return place;
}

} // namespace

std::optional<TooDeep> find_too_deep(std::string_view toml) {
    std::size_t depth = 0;
    std::size_t dots = 0;
    for (std::size_t at = 0; at < toml.size();) {
        const char c = toml[at];
        if (c == '"' || c == '\'') {
            at = end_of_string(toml, at);
            continue;
        }
        if (c == '#') {
            at = end_of_line(toml, at);
            continue;
        }
        if (c == '[' || c == '{') ++depth;
        if ((c == ']' || c == '}') && depth > 0) --depth;
        if (c == '.') ++dots;
        if (c == '\n' || c == ',' || c == '=' || c == '[' || c == '{') dots = 0;
        if (depth > limits::toml_depth) return place_of(toml, at, false);
        if (dots > limits::toml_dots) return place_of(toml, at, true);
        ++at;
    }
    return std::nullopt;
}

} // namespace wardmap::project
