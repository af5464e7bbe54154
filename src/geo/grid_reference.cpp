// SPDX-License-Identifier: MIT
#include "geo/grid_reference.h"

#include <cctype>
#include <string>

namespace wardmap::geo {
namespace {

/// A letter's index among 25 (without I); nothing for any other character.
std::optional<int> place_of(char letter) {
    if (letter < 'A' || letter > 'Z' || letter == 'I') return std::nullopt;
    return letter - 'A' - (letter > 'I' ? 1 : 0);
}

} // namespace

std::optional<GridSquare> grid_square(std::string_view reference) {
    std::string plain;
    for (const char c : reference) {
        if (c != ' ') plain += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    constexpr std::size_t longest = 12;
    if (plain.size() < 4 || plain.size() > longest || plain.size() % 2 != 0) return std::nullopt;
    const auto large = place_of(plain[0]);
    const auto small = place_of(plain[1]);
    if (!large || !small) return std::nullopt;
    const std::string figures = plain.substr(2);
    if (figures.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
    const int column = (*large + 3) % 5 * 5 + *small % 5;
    const int row = 19 - *large / 5 * 5 - *small / 5;
    if (column > 6 || row < 0 || row > 12) return std::nullopt; // beyond the grid of Great Britain
    double side = 100000;
    const auto half = figures.size() / 2;
    for (std::size_t i = 0; i < half; ++i) {
        side /= 10;
    }
    const Point corner{column * 100000.0 + std::stod(figures.substr(0, half)) * side,
                       row * 100000.0 + std::stod(figures.substr(half)) * side};
    return GridSquare{{corner.x + side / 2, corner.y + side / 2}, side};
}

} // namespace wardmap::geo
