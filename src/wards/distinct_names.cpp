// SPDX-License-Identifier: MIT
#include "wards/distinct_names.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "base/shown.h"
#include "base/text.h"
#include "wards/ward.h"

namespace wardmap::wards {
namespace {

using Namesakes = std::vector<Ward*>;

bool is_code(const std::string& text) {
    return text.find_first_of("0123456789") != std::string::npos;
}

std::string district_name(const Ward& ward) {
    const auto name = std::ranges::find_if_not(ward.district, is_code);
    return name == ward.district.end() ? "" : *name;
}

std::string district_code(const Ward& ward) {
    const auto code = std::ranges::find_if(ward.district, is_code);
    return code == ward.district.end() ? "" : *code;
}

/// The suffixes, one per ward; empty if they do not distinguish all wards.
std::vector<std::string> distinct(const Namesakes& wards, std::string (*text_of)(const Ward&)) {
    std::vector<std::string> texts;
    std::set<std::string> seen = {""};
    for (const auto* const ward : wards) {
        texts.push_back(text_of(*ward));
        if (!seen.insert(texts.back()).second) return {};
    }
    return texts;
}

struct Suffixes {
    std::vector<std::string> texts;
    std::string what; // empty: names of districts
};

Suffixes suffixes_of(const Namesakes& wards) {
    auto texts = distinct(wards, district_name);
    if (!texts.empty()) return {std::move(texts), ""};
    texts = distinct(wards, district_code);
    if (!texts.empty()) return {std::move(texts), "the code of its district"};
    return {distinct(wards, [](const Ward& ward) { return ward.code; }), "its own code"};
}

} // namespace

void distinguish_names(std::vector<Ward>& wards, const std::string& shown_as, Findings& findings) {
    std::map<std::string, Namesakes> by_name;
    for (auto& ward : wards) {
        by_name[ward.name].push_back(&ward);
    }
    for (auto& [name, namesakes] : by_name) {
        if (namesakes.size() < 2) continue;
        const auto suffixes = suffixes_of(namesakes);
        std::vector<std::string> names;
        for (std::size_t i = 0; i < namesakes.size(); ++i) {
            auto& ward = *namesakes[i];
            ward.plain_name = ward.name;
            ward.name += " (" + suffixes.texts[i] + ")";
            names.push_back(ward.name);
        }
        if (suffixes.what.empty()) continue;
        findings.push_back(
            {.severity = Severity::warning,
             .place = {shown_as},
             .found = fmt::format("{} areas have the name {}: each is printed with {}, as {}",
                                  namesakes.size(), text::quoted(name), suffixes.what,
                                  text::some(names)),
             .help = "[boundaries] district =  \"...\" with a field that holds the names of the "
                     "districts",
             .kind = "names are shared and distinguished by a code"});
    }
}

} // namespace wardmap::wards
