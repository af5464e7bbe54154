// SPDX-License-Identifier: MIT
#include "paint/palette.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

namespace wardmap::paint {
namespace {

struct Ramp {
    std::string_view name;
    std::array<std::string_view, 9> colours; // ColorBrewer's nine classes, lightest first
};

constexpr std::array<Ramp, 11> ramps = {{
    {"Blues",
     {"#f7fbff", "#deebf7", "#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#08519c",
      "#08306b"}},
    {"BuPu",
     {"#f7fcfd", "#e0ecf4", "#bfd3e6", "#9ebcda", "#8c96c6", "#8c6bb1", "#88419d", "#810f7c",
      "#4d004b"}},
    {"Greens",
     {"#f7fcf5", "#e5f5e0", "#c7e9c0", "#a1d99b", "#74c476", "#41ab5d", "#238b45", "#006d2c",
      "#00441b"}},
    {"Greys",
     {"#ffffff", "#f0f0f0", "#d9d9d9", "#bdbdbd", "#969696", "#737373", "#525252", "#252525",
      "#000000"}},
    {"OrRd",
     {"#fff7ec", "#fee8c8", "#fdd49e", "#fdbb84", "#fc8d59", "#ef6548", "#d7301f", "#b30000",
      "#7f0000"}},
    {"Oranges",
     {"#fff5eb", "#fee6ce", "#fdd0a2", "#fdae6b", "#fd8d3c", "#f16913", "#d94801", "#a63603",
      "#7f2704"}},
    {"PuBuGn",
     {"#fff7fb", "#ece2f0", "#d0d1e6", "#a6bddb", "#67a9cf", "#3690c0", "#02818a", "#016c59",
      "#014636"}},
    {"Purples",
     {"#fcfbfd", "#efedf5", "#dadaeb", "#bcbddc", "#9e9ac8", "#807dba", "#6a51a3", "#54278f",
      "#3f007d"}},
    {"Reds",
     {"#fff5f0", "#fee0d2", "#fcbba1", "#fc9272", "#fb6a4a", "#ef3b2c", "#cb181d", "#a50f15",
      "#67000d"}},
    {"YlGnBu",
     {"#ffffd9", "#edf8b1", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#253494",
      "#081d58"}},
    {"YlOrRd",
     {"#ffffcc", "#ffeda0", "#fed976", "#feb24c", "#fd8d3c", "#fc4e2a", "#e31a1c", "#bd0026",
      "#800026"}},
}};

/// Two ramps from the middle outwards, lightest first.
struct Diverging {
    std::string_view name;
    std::vector<std::string_view> below;
    std::vector<std::string_view> above;
};

const std::array<Diverging, 6> diverging = {{
    {"BlueOrange",
     {ramps[0].colours.begin(), ramps[0].colours.end()},
     {ramps[5].colours.begin(), ramps[5].colours.end()}},
    {"RdBu",
     {"#d1e5f0", "#92c5de", "#4393c3", "#2166ac", "#053061"},
     {"#fddbc7", "#f4a582", "#d6604d", "#b2182b", "#67001f"}},
    {"PuOr",
     {"#d8daeb", "#b2abd2", "#8073ac", "#542788", "#2d004b"},
     {"#fee0b6", "#fdb863", "#e08214", "#b35806", "#7f3b08"}},
    {"BrBG",
     {"#c7eae5", "#80cdc1", "#35978f", "#01665e", "#003c30"},
     {"#f6e8c3", "#dfc27d", "#bf812d", "#8c510a", "#543005"}},
    {"PRGn",
     {"#d9f0d3", "#a6dba0", "#5aae61", "#1b7837", "#00441b"},
     {"#e7d4e8", "#c2a5cf", "#9970ab", "#762a83", "#40004b"}},
    {"Greys",
     {ramps[3].colours.begin(), ramps[3].colours.end()},
     {ramps[3].colours.begin(), ramps[3].colours.end()}},
}};

template <typename Hexes>
std::vector<Colour> parsed(const Hexes& hexes) {
    std::vector<Colour> colours;
    for (const auto hex : hexes) {
        colours.push_back(parse_colour(hex));
    }
    return colours;
}

const Ramp& ramp_named(std::string_view name) {
    for (const auto& ramp : ramps) {
        if (ramp.name == name) return ramp;
    }
    throw std::invalid_argument(fmt::format("there is no palette {}", name));
}

/// The ramp's colour at a lightness: its anchors in Lab, joined by straight lines.
Lab at_lightness(const std::vector<Lab>& anchors, double l) {
    for (std::size_t i = 1; i < anchors.size(); ++i) {
        const auto& light = anchors[i - 1];
        const auto& dark = anchors[i];
        if (l < dark.l && i + 1 < anchors.size()) continue;
        const double t = std::clamp((light.l - l) / (light.l - dark.l), 0.0, 1.0);
        return {l, light.a + t * (dark.a - light.a), light.b + t * (dark.b - light.b)};
    }
    return anchors.back();
}

/// The lightness at share `t` of the way from `first` down to `last`, in steps that look even: in
/// CIEDE2000 a step of lightness counts for less the further it is from 50.
double lightness_between(double first, double last, double t) {
    constexpr int pieces = 1000;
    const double piece = (first - last) / pieces;
    std::array<double, pieces + 1> seen{};
    for (int i = 0; i < pieces; ++i) {
        const double from_middle = first - (i + 0.5) * piece - 50;
        const double weight =
            1 + 0.015 * from_middle * from_middle / std::sqrt(20 + from_middle * from_middle);
        seen[static_cast<std::size_t>(i) + 1] = seen[static_cast<std::size_t>(i)] + piece / weight;
    }
    const auto at = std::lower_bound(seen.begin(), seen.end(), t * seen.back());
    return first - static_cast<double>(at - seen.begin()) * piece;
}

} // namespace

std::vector<std::string> palette_names() {
    std::vector<std::string> names;
    for (const auto& ramp : ramps) {
        names.emplace_back(ramp.name);
    }
    return names;
}

std::vector<Colour> sequential_palette(std::string_view name, std::size_t count) {
    return ramp_palette(parsed(ramp_named(name).colours), count);
}

std::vector<Colour> ramp_palette(const std::vector<Colour>& ramp, std::size_t count) {
    std::vector<Lab> anchors;
    std::transform(ramp.begin(), ramp.end(), std::back_inserter(anchors), to_lab);
    // Lighter colours cannot be distinguished from paper, darker ones from black; a ramp that ends
    // lighter is darkened further.
    constexpr double lightest_l = 91;
    const double first = std::min(lightest_l, anchors.front().l);
    constexpr double last = 19;
    std::vector<Colour> colours;
    for (std::size_t i = 0; i < count; ++i) {
        const double t =
            count == 1 ? 0.35 : static_cast<double>(i) / static_cast<double>(count - 1);
        colours.push_back(from_lab(at_lightness(anchors, lightness_between(first, last, t))));
    }
    return colours;
}

std::vector<std::string> diverging_names() {
    std::vector<std::string> names;
    for (const auto& palette : diverging) {
        names.emplace_back(palette.name);
    }
    return names;
}

std::vector<Colour> diverging_palette(std::string_view name, std::size_t below, std::size_t above,
                                      bool middle) {
    const auto found = std::find_if(diverging.begin(), diverging.end(),
                                    [&](const auto& palette) { return palette.name == name; });
    if (found == diverging.end()) {
        throw std::invalid_argument(fmt::format("there is no diverging palette {}", name));
    }
    // Omits each ramp's lightest colour, which is too near to the middle, and its darkest.
    const auto side = [](const auto& hexes, std::size_t count) {
        auto colours = ramp_palette(parsed(hexes), count + 2);
        return std::vector<Colour>(colours.begin() + 1, colours.end() - 1);
    };
    auto colours = side(found->below, below);
    std::reverse(colours.begin(), colours.end());
    if (middle) colours.push_back({0xF7, 0xF7, 0xF7});
    const auto high = side(found->above, above);
    colours.insert(colours.end(), high.begin(), high.end());
    return colours;
}

std::vector<std::string> palette_faults(const std::vector<Colour>& colours) {
    constexpr double least_difference = 10;
    constexpr double least_contrast = 4.5;
    constexpr std::array sights = {
        std::pair{Sight::normal, "normal sight"}, std::pair{Sight::deuteranopia, "deuteranopia"},
        std::pair{Sight::protanopia, "protanopia"}, std::pair{Sight::tritanopia, "tritanopia"}};
    std::vector<std::string> faults;
    for (std::size_t i = 0; i < colours.size(); ++i) {
        if (contrast(colours[i], text_on(colours[i])) < least_contrast) {
            faults.push_back(
                fmt::format("neither black nor white reads on {}", to_hex(colours[i])));
        }
        if (i == 0) continue;
        const auto pair = to_hex(colours[i - 1]) + " and " + to_hex(colours[i]);
        if (to_lab(colours[i]).l >= to_lab(colours[i - 1]).l) {
            faults.push_back("lightness does not fall between " + pair);
        }
        for (const auto& [sight, name] : sights) {
            const double seen =
                difference(as_seen(colours[i - 1], sight), as_seen(colours[i], sight));
            if (seen >= least_difference) continue;
            faults.push_back(
                fmt::format("{} differ by {:.0f} to {}, and 10 are needed", pair, seen, name));
        }
    }
    return faults;
}

Colour text_on(Colour background) {
    return contrast(background, black) >= contrast(background, white) ? black : white;
}

} // namespace wardmap::paint
