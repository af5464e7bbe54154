// SPDX-License-Identifier: MIT
#include "base/suggest.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "base/text.h"

namespace wardmap {
namespace {

std::vector<char32_t> letters_of(std::string_view s) {
    std::vector<char32_t> letters;
    const std::string folded = text::is_utf8(s) ? text::fold_case(s) : std::string(s);
    for (std::size_t i = 0; i < folded.size();) {
        const auto lead = static_cast<unsigned char>(folded[i]);
        const std::size_t width = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        char32_t letter = 0;
        for (std::size_t k = i; k < std::min(i + width, folded.size()); ++k) {
            letter = (letter << 8) | static_cast<unsigned char>(folded[k]);
        }
        letters.push_back(letter);
        i += width;
    }
    return letters;
}

} // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
    const auto x = letters_of(a);
    const auto y = letters_of(b);
    std::vector<std::vector<std::size_t>> d(x.size() + 1, std::vector<std::size_t>(y.size() + 1));
    for (std::size_t i = 0; i <= x.size(); ++i) {
        d[i][0] = i;
    }
    for (std::size_t j = 0; j <= y.size(); ++j) {
        d[0][j] = j;
    }
    for (std::size_t i = 1; i <= x.size(); ++i) {
        for (std::size_t j = 1; j <= y.size(); ++j) {
            const std::size_t change = x[i - 1] == y[j - 1] ? 0 : 1;
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[x.size()][y.size()];
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    constexpr std::size_t longest = 200; // longer words are not treated as misspellings
    if (word.size() > longest) return std::nullopt;
    std::size_t best = std::max<std::size_t>(1, text::length(word) / 3) + 1;
    std::optional<std::string> found;
    for (const auto& candidate : candidates) {
        if (candidate.size() > longest) continue;
        const auto distance = edit_distance(word, candidate);
        if (distance < best) {
            best = distance;
            found = candidate;
        }
    }
    return found;
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
    const auto found = nearest(word, candidates);
    return found ? fmt::format("did you mean {}?", text::quoted(*found)) : std::string();
}

} // namespace wardmap
