// SPDX-License-Identifier: MIT
#include "tables/decode.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "base/refuse.h"
#include "base/text.h"

namespace wardmap::tables {
namespace {

struct Kind {
    std::string_view start;
    std::string_view name;
    std::string_view help;
};

constexpr std::array<Kind, 8> kinds = {{
    {"%PDF", "a PDF document", "copy its table into a spreadsheet and save that as CSV"},
    {"PK\x03\x04", "a workbook or another zipped file",
     "give it the extension of its format, such as .xlsx or .ods"},
    {"\xD0\xCF\x11\xE0", "an old Excel or Word file",
     "give it the extension .xls if it is a workbook"},
    {"\x89PNG", "a picture", "use the table itself"},
    {"\xFF\xD8\xFF", "a picture", "use the table itself"},
    {"SQLite format 3", "a database", "give it the extension .gpkg or .sqlite"},
    {"<!DOCTYPE", "a web page, perhaps an error page saved as a table", "download the table again"},
    {"<html", "a web page, perhaps an error page saved as a table", "download the table again"},
}};

void refuse_other_kinds(const std::string& bytes, const std::string& shown_as) {
    const auto content = text::trimmed(std::string_view(bytes).substr(0, 200));
    for (const auto& kind : kinds) {
        const auto start = content.substr(0, kind.start.size());
        const bool same =
            kind.start.front() == '<'
                ? text::is_utf8(start) && text::fold_case(start) == text::fold_case(kind.start)
                : start == kind.start;
        if (!same) continue;
        refuse({shown_as}, fmt::format("this is {}", kind.name), "a table as CSV text",
               std::string(kind.help));
    }
}

/// "UTF-16LE" or "UTF-16BE" for text without a byte-order mark; null for other text.
const char* wide_encoding(const std::string& bytes) {
    const std::size_t looked = std::min<std::size_t>(bytes.size() / 2 * 2, 4000);
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < looked; ++i) {
        if (bytes[i] == '\0') ++(i % 2 == 0 ? even : odd);
    }
    const auto most = looked / 2 * 8 / 10;
    if (looked < 8 || bytes.size() % 2 != 0) return nullptr;
    if (odd >= most && even == 0) return "UTF-16LE";
    return even >= most && odd == 0 ? "UTF-16BE" : nullptr;
}

} // namespace

Decoded decode(std::string bytes, const std::string& encoding, const std::string& shown_as,
               Findings& findings) {
    refuse_other_kinds(bytes, shown_as);
    if (!encoding.empty()) {
        const auto converted = text::to_utf8(bytes, encoding);
        if (!converted) {
            refuse({shown_as},
                   fmt::format("the file is not text in the encoding {}", text::quoted(encoding)),
                   "the encoding that the file was saved in", "encoding = \"WINDOWS-1252\"");
        }
        return {*converted, encoding};
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        if (text::is_utf8(bytes)) {
            bytes.erase(0, 3);
            return {std::move(bytes), "UTF-8 with byte-order mark"};
        }
    }
    for (const auto& [mark, name] : {std::pair{"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}) {
        if (!bytes.starts_with(mark)) continue;
        const auto converted = text::to_utf8(std::string_view(bytes).substr(2), name);
        if (!converted)
            refuse({shown_as}, fmt::format("the file is broken {} text", name), "whole text", "");
        return {*converted, name};
    }
    if (const char* const wide = wide_encoding(bytes)) {
        if (const auto converted = text::to_utf8(bytes, wide)) {
            findings.push_back({.severity = Severity::note,
                                .place = {shown_as},
                                .found = fmt::format("read as {}: every other byte is zero", wide),
                                .help = "encoding = \"...\" if names look wrong"});
            return {*converted, wide};
        }
    }
    const auto nul = bytes.find('\0');
    if (nul != std::string::npos) {
        refuse({shown_as}, fmt::format("the file is not text: a zero byte at {}", nul),
               "a table as CSV text", "");
    }
    if (text::is_utf8(bytes)) return {std::move(bytes), "UTF-8"};
    const auto converted = text::to_utf8(bytes, "WINDOWS-1252");
    if (!converted) {
        refuse({shown_as}, "the file is neither UTF-8 nor Windows-1252 text", "a table as CSV text",
               "encoding = \"...\" with the encoding it was saved in");
    }
    findings.push_back({.severity = Severity::note,
                        .place = {shown_as},
                        .found = "read as Windows-1252: it is not UTF-8",
                        .help = "encoding = \"...\" if names look wrong"});
    return {*converted, "Windows-1252"};
}

} // namespace wardmap::tables
