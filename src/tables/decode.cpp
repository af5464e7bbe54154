// SPDX-License-Identifier: MIT
#include "tables/decode.h"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"

namespace wardmap::tables {
namespace {

struct Kind {
    std::string_view start;
    std::string_view name;
    std::string_view help;
};

constexpr std::string_view save_as_csv = "save the sheet as CSV (comma delimited)";
constexpr std::array<Kind, 8> kinds = {{
    {"%PDF", "a PDF document", "copy its table into a spreadsheet and save that as CSV"},
    {"PK\x03\x04", "a spreadsheet or another zipped file", save_as_csv},
    {"\xD0\xCF\x11\xE0", "an old Excel or Word file", save_as_csv},
    {"\x89PNG", "a picture", "give the table itself"},
    {"\xFF\xD8\xFF", "a picture", "give the table itself"},
    {"SQLite format 3", "a database", "export the table as CSV"},
    {"<!DOCTYPE", "a web page, perhaps an error page saved as a table", "download the table again"},
    {"<html", "a web page, perhaps an error page saved as a table", "download the table again"},
}};

[[noreturn]] void refuse(const std::string& shown_as, std::string found, std::string expected,
                         std::string help) {
    throw InputError(Finding{
        Severity::error, {shown_as}, std::move(found), std::move(expected), std::move(help), ""});
}

void refuse_other_kinds(const std::string& bytes, const std::string& shown_as) {
    const auto content = text::trimmed(std::string_view(bytes).substr(0, 200));
    for (const auto& kind : kinds) {
        const auto start = content.substr(0, kind.start.size());
        const bool same =
            kind.start.front() == '<'
                ? text::is_utf8(start) && text::fold_case(start) == text::fold_case(kind.start)
                : start == kind.start;
        if (!same) continue;
        refuse(shown_as, fmt::format("this is {}", kind.name), "a table as CSV text",
               std::string(kind.help));
    }
}

} // namespace

Decoded decode(const std::string& bytes, const std::string& encoding, const std::string& shown_as,
               Findings& findings) {
    refuse_other_kinds(bytes, shown_as);
    if (!encoding.empty()) {
        const auto converted = text::to_utf8(bytes, encoding);
        if (!converted) {
            refuse(shown_as,
                   fmt::format("the file is no text in the encoding {}", text::quoted(encoding)),
                   "the encoding that the file was saved in", "encoding = \"WINDOWS-1252\"");
        }
        return {*converted, encoding};
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        if (text::is_utf8(bytes)) return {bytes.substr(3), "UTF-8 with byte-order mark"};
    }
    for (const auto& [mark, name] : {std::pair{"\xFF\xFE", "UTF-16LE"}, {"\xFE\xFF", "UTF-16BE"}}) {
        if (!bytes.starts_with(mark)) continue;
        const auto converted = text::to_utf8(std::string_view(bytes).substr(2), name);
        if (!converted)
            refuse(shown_as, fmt::format("the file is broken {} text", name), "whole text", "");
        return {*converted, name};
    }
    const auto nul = bytes.find('\0');
    if (nul != std::string::npos) {
        refuse(shown_as, fmt::format("the file is not text: a zero byte at {}", nul),
               "a table as CSV text", "");
    }
    if (text::is_utf8(bytes)) return {bytes, "UTF-8"};
    const auto converted = text::to_utf8(bytes, "WINDOWS-1252");
    if (!converted) {
        refuse(shown_as, "the file is neither UTF-8 nor Windows-1252 text", "a table as CSV text",
               "encoding = \"...\" with the encoding it was saved in");
    }
    findings.push_back({Severity::note,
                        {shown_as},
                        "read as Windows-1252: it is not UTF-8",
                        "",
                        "encoding = \"...\" where names look wrong",
                        ""});
    return {*converted, "Windows-1252"};
}

} // namespace wardmap::tables
