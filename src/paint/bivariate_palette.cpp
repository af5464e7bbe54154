// SPDX-License-Identifier: MIT
#include "paint/bivariate_palette.h"

#include <stdexcept>

#include <fmt/format.h>

namespace wardmap::paint {
namespace {

struct Square {
    std::string_view name;
    std::array<std::array<std::string_view, 3>, 3> colours; // [up][across]
};

constexpr std::array<Square, 4> squares = {{
    {"BlueGold",
     {{{"#f3f3f3", "#f3e6b3", "#f3b300"},
       {"#b4d3e1", "#b3b3b3", "#b36600"},
       {"#509dc2", "#376387", "#000000"}}}},
    {"BlueRed",
     {{{"#e8e8e8", "#e4acac", "#c85a5a"},
       {"#b0d5df", "#ad9ea5", "#985356"},
       {"#64acbe", "#627f8c", "#574249"}}}},
    {"Violet",
     {{{"#cabed0", "#bc7c8f", "#ae3a4e"},
       {"#89a1c8", "#806a8a", "#77324c"},
       {"#4885c1", "#435786", "#3f2949"}}}},
    {"Greys", // even steps of lightness by the sum of both indices
     {{{"#f0f0f0", "#c3c3c3", "#9b9b9b"},
       {"#c3c3c3", "#9b9b9b", "#6a6a6a"},
       {"#9b9b9b", "#6a6a6a", "#2b2b2b"}}}},
}};

} // namespace

std::vector<std::string> bivariate_palette_names() {
    std::vector<std::string> names;
    for (const auto& square : squares) {
        names.emplace_back(square.name);
    }
    return names;
}

BivariateColours bivariate_palette(std::string_view name) {
    for (const auto& square : squares) {
        if (square.name != name) continue;
        BivariateColours colours;
        for (std::size_t up = 0; up < 3; ++up) {
            for (std::size_t across = 0; across < 3; ++across) {
                colours[up][across] = parse_colour(square.colours[up][across]);
            }
        }
        return colours;
    }
    throw std::invalid_argument(fmt::format("there is no bivariate palette {}", name));
}

} // namespace wardmap::paint
