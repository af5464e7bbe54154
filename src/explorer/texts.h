// SPDX-License-Identifier: MIT
// Texts that thousands of wards share, each held once. Private to explorer/.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wardmap::explorer {

class Texts {
public:
    /// The place of a text in `all()`.
    std::size_t add(std::string text);

    /// A sentence as the places of its clauses; joined without anything between they are the
    /// sentence again.
    std::vector<std::size_t> add_clauses(std::string_view sentence);

    [[nodiscard]] const std::vector<std::string>& all() const { return m_all; }

private:
    std::vector<std::string> m_all;
    std::map<std::string, std::size_t> m_places;
};

} // namespace wardmap::explorer
