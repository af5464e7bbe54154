// SPDX-License-Identifier: MIT
#include "explorer/page.h"

#include <array>
#include <fstream>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/text.h"
#include "project/data_folder.h"

namespace wardmap::explorer {
namespace {

/// In order of dependency.
constexpr std::array scripts = {"data.js",  "geometry.js", "paint.js", "map.js",
                                "move.js",  "legend.js",   "table.js", "ward.js",
                                "share.js", "picture.js",  "main.js"};

std::string page_file(const std::string& name) {
    const auto path = project::data_folder() / "styles" / "explorer" / name;
    std::ifstream in(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    if (in.is_open() && !content.empty()) return content;
    throw OutputError(fmt::format("error: styles/explorer/{} was not found with Wardmap's styles\n"
                                  "  help: install Wardmap again, or set WARDMAP_DATA_DIR to the "
                                  "folder that holds styles/",
                                  name));
}

/// One script in its own scope.
std::string script() {
    std::string all = "\"use strict\";\n(() => {\n";
    for (const char* const name : scripts) {
        all += page_file(name);
    }
    return all + "})();\n";
}

std::string policy(const std::string& style, const std::string& code) {
    return fmt::format("default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; "
                       "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
                       "trusted-types 'none'",
                       sha256_base64(code), sha256_base64(style));
}

/// Substitutes {{names}}; substituted text is not searched again.
std::string filled(const std::string& page, const std::map<std::string, std::string>& texts) {
    std::string result;
    std::size_t at = 0;
    for (auto open = page.find("{{"); open != std::string::npos; open = page.find("{{", at)) {
        const auto close = page.find("}}", open);
        result += page.substr(at, open - at);
        result += texts.at(page.substr(open + 2, close - open - 2));
        at = close + 2;
    }
    return result + page.substr(at);
}

} // namespace

std::string safe_in_script(const std::string& json) {
    std::string safe;
    safe.reserve(json.size());
    for (const char c : json) {
        if (c == '<') {
            safe += "\\u003c";
        } else {
            safe += c;
        }
    }
    return safe;
}

std::string put_together(const PageParts& parts) {
    const auto style = page_file("page.css");
    const auto code = script();
    return filled(page_file("page.html"), {{"title", text::as_markup(parts.title)},
                                           {"policy", policy(style, code)},
                                           {"style", style},
                                           {"script", code},
                                           {"noscript", parts.static_table},
                                           {"data", safe_in_script(parts.data)}});
}

} // namespace wardmap::explorer
