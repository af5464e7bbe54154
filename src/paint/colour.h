// SPDX-License-Identifier: MIT
// Colours, and how they are perceived in grey print and by colour-blind readers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace wardmap::paint {

/// sRGB, 8 bits a channel.
struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;

    bool operator==(const Colour&) const = default;
};

inline constexpr Colour black{0, 0, 0};
inline constexpr Colour white{255, 255, 255};

/// CIE L*a*b*, D65 white.
struct Lab {
    double l = 0;
    double a = 0;
    double b = 0;
};

/// "#1a2b3c". Throws std::invalid_argument for anything else.
[[nodiscard]] Colour parse_colour(std::string_view hex);
[[nodiscard]] std::string to_hex(Colour colour);

[[nodiscard]] Lab to_lab(Colour colour);
[[nodiscard]] Colour from_lab(Lab lab); // clipped to sRGB

/// CIEDE2000 colour difference (Sharma, Wu and Dalal 2005).
[[nodiscard]] double difference(Lab a, Lab b);
[[nodiscard]] double difference(Colour a, Colour b);

/// WCAG 2 contrast ratio, 1 to 21.
[[nodiscard]] double contrast(Colour a, Colour b);

enum class Sight { normal, deuteranopia, protanopia, tritanopia, grey };

/// A colour as perceived with that sight (dichromats: Machado, Oliveira and Fernandes 2009 at full
/// severity; grey is CIE lightness only).
[[nodiscard]] Colour as_seen(Colour colour, Sight sight);

} // namespace wardmap::paint
