// SPDX-License-Identifier: MIT
// The texts of a workbook, stored contiguously: millions of them cost little more than their bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wardmap::spreadsheet {

/// A piece of text in one style.
struct TextRun {
    std::string text;
    bool raised = false; // superscript: a footnote mark, unless the whole text is superscript

    bool operator==(const TextRun&) const = default;
};

class Texts {
public:
    /// The number of a text within this store; 0 is the empty text.
    using Id = std::uint32_t;

    Id add(std::string_view text);
    Id add(const std::vector<TextRun>& runs);

    /// Valid until the next `add`.
    [[nodiscard]] std::string_view at(Id id) const;
    /// At least one.
    [[nodiscard]] std::vector<TextRun> runs(Id id) const;

    [[nodiscard]] std::size_t count() const { return m_ends.size(); }
    [[nodiscard]] std::size_t bytes() const { return m_bytes.size(); }

private:
    struct Piece {
        std::size_t size;
        bool raised;
    };
    std::string m_bytes;
    std::vector<std::size_t> m_ends = {0};
    std::unordered_map<Id, std::vector<Piece>> m_pieces; // of texts with superscript parts
};

} // namespace wardmap::spreadsheet
