// SPDX-License-Identifier: MIT
// Texts shared by thousands of wards, without duplicates. Private to explorer/.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace wardmap::explorer {

class Texts {
public:
    /// The index of a text in `all()`.
    std::size_t add(std::string text);

    /// A sentence as the indices of its clauses; concatenated, they give the sentence.
    std::vector<std::size_t> add_clauses(std::string_view sentence);

    [[nodiscard]] const std::vector<std::string>& all() const { return m_all; }

private:
    std::vector<std::string> m_all;
    std::map<std::string, std::size_t> m_places;
};

} // namespace wardmap::explorer
