// SPDX-License-Identifier: MIT
#include "paint/few_colours.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <unordered_map>
#include <utility>

#include "base/interrupt.h"

namespace wardmap::paint {
namespace {

constexpr std::size_t most_colours = 256;

std::uint32_t packed(Colour c) {
    return (std::uint32_t{c.r} << 16) | (std::uint32_t{c.g} << 8) | c.b;
}

/// The colours of a picture, most frequent first; not all if there are more than `most`.
std::vector<Colour> colours_of(const Picture& picture, std::size_t most = SIZE_MAX) {
    struct Count {
        Colour colour;
        std::size_t pixels = 0;
    };
    std::unordered_map<std::uint32_t, Count> counts;
    const auto& pixels = picture.pixels;
    for (std::size_t from = 0; from < pixels.size();) {
        auto to = from + 1;
        while (to < pixels.size() && pixels[to] == pixels[from]) {
            ++to;
        }
        auto& count = counts[packed(pixels[from])];
        count.colour = pixels[from];
        count.pixels += to - from;
        if (counts.size() > most) break;
        from = to;
    }
    std::vector<Count> order;
    for (const auto& [key, count] : counts) {
        order.push_back(count);
    }
    std::sort(order.begin(), order.end(), [](const Count& a, const Count& b) {
        return a.pixels != b.pixels ? a.pixels > b.pixels : packed(a.colour) < packed(b.colour);
    });
    std::vector<Colour> colours;
    for (const auto& count : order) {
        colours.push_back(count.colour);
    }
    return colours;
}

/// The largest channel difference, then the sum of all three.
std::pair<int, int> channel_difference(Colour a, Colour b) {
    const int r = std::abs(a.r - b.r);
    const int g = std::abs(a.g - b.g);
    const int blue = std::abs(a.b - b.b);
    return {std::max({r, g, blue}), r + g + blue};
}

/// Kept colours, then each that is further than `shift` from all before it; nothing if there are
/// too many.
std::optional<std::vector<Colour>> palette_of(const std::vector<Colour>& colours,
                                              const std::vector<Colour>& kept, int shift) {
    auto palette = kept;
    for (const auto colour : colours) {
        stop_if_interrupted();
        if (std::ranges::any_of(
                palette, [&](Colour c) { return channel_difference(c, colour).first <= shift; })) {
            continue;
        }
        palette.push_back(colour);
        if (palette.size() > most_colours) return std::nullopt;
    }
    if (palette.size() > most_colours) return std::nullopt;
    return palette;
}

IndexedPicture in_palette(const Picture& picture, const std::vector<Colour>& colours,
                          std::vector<Colour> palette) {
    std::unordered_map<std::uint32_t, char> index_of;
    for (const auto colour : colours) {
        const auto nearest = std::ranges::min_element(
            palette, {}, [colour](Colour c) { return channel_difference(c, colour); });
        index_of[packed(colour)] = static_cast<char>(nearest - palette.begin());
    }
    IndexedPicture indexed{std::move(palette), {}};
    indexed.indices.reserve(picture.pixels.size());
    Colour last = white;
    char index = index_of.contains(packed(white)) ? index_of[packed(white)] : '\0';
    for (const auto pixel : picture.pixels) {
        if (pixel != last) index = index_of[packed(pixel)];
        last = pixel;
        indexed.indices += index;
    }
    return indexed;
}

} // namespace

std::optional<IndexedPicture> indexed(const Picture& picture) {
    const auto colours = colours_of(picture, most_colours);
    if (colours.size() > most_colours) return std::nullopt;
    return in_palette(picture, colours, colours);
}

std::optional<IndexedPicture> indexed(const Picture& picture, const std::vector<Colour>& kept,
                                      int max_channel_error) {
    const auto colours = colours_of(picture);
    std::vector<Colour> fixed;
    for (const auto colour : colours) {
        if (std::ranges::find(kept, colour) != kept.end()) fixed.push_back(colour);
    }
    constexpr int step = 2;
    for (int shift = step; shift <= max_channel_error; shift += step) {
        auto palette = palette_of(colours, fixed, shift);
        if (palette) return in_palette(picture, colours, std::move(*palette));
    }
    return std::nullopt;
}

} // namespace wardmap::paint
