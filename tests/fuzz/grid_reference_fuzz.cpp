// SPDX-License-Identifier: MIT
// References of the National Grid.
#include "fuzz/target.h"
#include "geo/grid_reference.h"

using namespace wardmap;
using namespace wardmap::testing;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    const auto reference = text_of(bytes, size);
    const auto square = geo::grid_square(reference);
    if (!square) return 0;
    const auto [x, y] = std::pair(square->centre.x, square->centre.y);
    must_hold(x > 0 && x < 700000 && y > 0 && y < 1300000, "a square is in Great Britain");
    must_hold(square->side_m >= 1 && square->side_m <= 10000, "a square is 1 m to 10 km wide");
    std::string lower;
    for (const char c : reference) {
        lower += ' ';
        lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    const auto again = geo::grid_square(lower);
    must_hold(again && again->centre.x == x && again->centre.y == y,
              "blanks and the case of letters do not matter");
    return 0;
}
