// SPDX-License-Identifier: MIT
// The explorer's data as read by the page's script.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "explorer/explorer.h"
#include "maps/ground/base_map.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::testing {

using Json = nlohmann::ordered_json;

inline std::string page_of(const Study& study) {
    return explorer::explorer_page(study, style::Style(), maps::BaseMap(study.wards));
}

inline Json data_of(const Study& study) {
    return Json::parse(explorer::explorer_data(study, style::Style(), maps::BaseMap(study.wards)));
}

/// The words of a column for a ward; empty if the category has no such column.
inline std::string words_of(const Json& data, const Json& category, const char* column,
                            std::size_t ward) {
    const auto& wards = category.at("wards");
    if (!wards.contains(column)) return "";
    return data.at("texts").at(wards.at(column).at(ward).get<std::size_t>()).get<std::string>();
}

inline std::string sentence_of(const Json& data, const Json& category, std::size_t ward) {
    auto text = data.at("wards").at("name").at(ward).get<std::string>() + ": ";
    for (const auto& clause : category.at("wards").at("sentence").at(ward)) {
        text += data.at("texts").at(clause.get<std::size_t>()).get<std::string>();
    }
    return text;
}

/// The text between two pieces of text, from `from` on.
inline std::string between(const std::string& text, const std::string& open,
                           const std::string& close, std::size_t from = 0) {
    const auto start = text.find(open, from);
    if (start == std::string::npos) return "";
    const auto first = start + open.size();
    return text.substr(first, text.find(close, first) - first);
}

} // namespace wardmap::testing
