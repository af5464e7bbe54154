// SPDX-License-Identifier: MIT
#include "explorer/texts.h"

#include <algorithm>
#include <utility>

namespace wardmap::explorer {

std::size_t Texts::add(std::string text) {
    const auto [entry, is_new] = m_places.try_emplace(text, m_all.size());
    if (is_new) m_all.push_back(std::move(text));
    return entry->second;
}

std::vector<std::size_t> Texts::add_clauses(std::string_view sentence) {
    std::vector<std::size_t> places;
    while (!sentence.empty()) {
        auto end = sentence.size();
        for (const std::string_view between : {", ", "; ", ". "}) {
            const auto at = sentence.find(between);
            if (at != std::string_view::npos) end = std::min(end, at + between.size());
        }
        places.push_back(add(std::string(sentence.substr(0, end))));
        sentence.remove_prefix(end);
    }
    return places;
}

} // namespace wardmap::explorer
