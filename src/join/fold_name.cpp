// SPDX-License-Identifier: MIT
#include "join/fold_name.h"

#include <vector>

#include "base/text.h"

namespace wardmap::join {
namespace {

bool is_letter(unsigned char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c >= 0x80;
}

void replace_all(std::string& s, std::string_view what, std::string_view with) {
    for (auto at = s.find(what); at != std::string::npos; at = s.find(what, at + with.size())) {
        s.replace(at, what.size(), with);
    }
}

} // namespace

std::string fold_name(std::string_view name) {
    if (!text::is_utf8(name)) return std::string(name);
    std::string s = text::fold_case(text::nfc(text::trimmed(name)));
    for (const char* const apostrophe : {"'", "\u2019", "\u2018", "`", "\u00B4"}) {
        replace_all(s, apostrophe, "");
    }
    for (const char* const dash : {"\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u00A0"}) {
        replace_all(s, dash, " ");
    }
    replace_all(s, "&", " and ");
    std::vector<std::string> words(1);
    for (const char c : s) {
        if (is_letter(static_cast<unsigned char>(c))) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) words.pop_back();
    for (auto& word : words) {
        if (word == "saint") word = "st";
    }
    if (words.size() > 1 && words.back() == "ward") words.pop_back();
    return text::join(words, " ");
}

std::string fold_district(std::string_view name) {
    auto folded = fold_name(name);
    for (const std::string_view before :
         {"the ", "london borough of ", "royal borough of ", "metropolitan borough of ",
          "borough of ", "city and county of ", "city of ", "county of ", "district of ",
          "county "}) {
        if (folded.starts_with(before)) folded.erase(0, before.size());
    }
    for (const std::string_view behind :
         {" council", " city and county of", " city of", " county of", " london boro",
          " london borough", " metropolitan borough", " borough", " district", " b"}) {
        if (folded.ends_with(behind)) folded.resize(folded.size() - behind.size());
    }
    return folded;
}

std::vector<std::string> bilingual_halves(std::string_view name) {
    for (const std::string_view between : {" / ", " | "}) {
        const auto at = name.find(between);
        if (at == std::string_view::npos) continue;
        const auto first = text::trimmed(name.substr(0, at));
        const auto second = text::trimmed(name.substr(at + between.size()));
        if (first.empty() || second.empty()) return {};
        return {std::string(first), std::string(second)};
    }
    return {};
}

} // namespace wardmap::join
