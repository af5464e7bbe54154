// SPDX-License-Identifier: MIT
#include "spreadsheet/texts.h"

#include <algorithm>

namespace wardmap::spreadsheet {

Texts::Id Texts::add(std::string_view text) {
    if (text.empty()) return 0;
    m_bytes += text;
    m_ends.push_back(m_bytes.size());
    return static_cast<Id>(m_ends.size() - 1);
}

Texts::Id Texts::add(const std::vector<TextRun>& runs) {
    std::string all;
    for (const auto& run : runs) {
        all += run.text;
    }
    const auto id = add(all);
    const bool raised =
        std::any_of(runs.begin(), runs.end(), [](const TextRun& run) { return run.raised; });
    if (id == 0 || !raised) return id;
    auto& pieces = m_pieces[id];
    for (const auto& run : runs) {
        pieces.push_back({run.text.size(), run.raised});
    }
    return id;
}

std::string_view Texts::at(Id id) const {
    if (id == 0) return {};
    const auto start = m_ends.at(id - 1);
    return std::string_view(m_bytes).substr(start, m_ends.at(id) - start);
}

std::vector<TextRun> Texts::runs(Id id) const {
    const auto all = at(id);
    const auto pieces = m_pieces.find(id);
    if (pieces == m_pieces.end()) return {{std::string(all), false}};
    std::vector<TextRun> runs;
    std::size_t start = 0;
    for (const auto& piece : pieces->second) {
        runs.push_back({std::string(all.substr(start, piece.size)), piece.raised});
        start += piece.size;
    }
    return runs;
}

} // namespace wardmap::spreadsheet
