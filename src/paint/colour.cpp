// SPDX-License-Identifier: MIT
#include "paint/colour.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>
#include <stdexcept>

#include <fmt/format.h>

namespace wardmap::paint {
namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

Vector times(const Matrix& m, const Vector& v) {
    Vector r{};
    for (std::size_t i = 0; i < 3; ++i) {
        r[i] = m[i][0] * v[0] + m[i][1] * v[1] + m[i][2] * v[2];
    }
    return r;
}

// IEC 61966-2-1.
double to_linear(std::uint8_t channel) {
    const double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

std::uint8_t from_linear(double c) {
    const double s = c <= 0.0031308 ? 12.92 * c : 1.055 * std::pow(c, 1 / 2.4) - 0.055;
    return static_cast<std::uint8_t>(std::lround(std::clamp(s, 0.0, 1.0) * 255));
}

Vector linear(Colour colour) {
    return {to_linear(colour.r), to_linear(colour.g), to_linear(colour.b)};
}

Colour from_linear(const Vector& v) {
    return {from_linear(v[0]), from_linear(v[1]), from_linear(v[2])};
}

constexpr Matrix xyz_of_rgb = {{{0.4124564, 0.3575761, 0.1804375},
                                {0.2126729, 0.7151522, 0.0721750},
                                {0.0193339, 0.1191920, 0.9503041}}};
constexpr Matrix rgb_of_xyz = {{{3.2404542, -1.5371385, -0.4985314},
                                {-0.9692660, 1.8760108, 0.0415560},
                                {0.0556434, -0.2040259, 1.0572252}}};
constexpr Vector white_point = {0.95047, 1.0, 1.08883}; // D65
constexpr double epsilon = 216.0 / 24389;
constexpr double kappa = 24389.0 / 27;

double lab_curve(double t) {
    return t > epsilon ? std::cbrt(t) : (kappa * t + 16) / 116;
}

double lab_curve_back(double f) {
    return f * f * f > epsilon ? f * f * f : (116 * f - 16) / kappa;
}

constexpr double pi = std::numbers::pi;

double degrees_of(double a, double b) {
    if (a == 0 && b == 0) return 0;
    const double h = std::atan2(b, a) * 180 / pi;
    return h < 0 ? h + 360 : h;
}

double cos_deg(double degrees) {
    return std::cos(degrees * pi / 180);
}

double seventh(double c) {
    const double c7 = std::pow(c, 7);
    return std::sqrt(c7 / (c7 + std::pow(25.0, 7)));
}

double mean_hue(double h1, double h2, bool grey) {
    if (grey) return h1 + h2;
    if (std::abs(h1 - h2) <= 180) return (h1 + h2) / 2;
    return (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
}

double hue_step(double h1, double h2, bool grey) {
    if (grey) return 0;
    const double d = h2 - h1;
    return d > 180 ? d - 360 : d < -180 ? d + 360 : d;
}

// Machado, Oliveira and Fernandes 2009, severity 1.0.
constexpr Matrix protan = {{{0.152286, 1.052583, -0.204868},
                            {0.114503, 0.786281, 0.099216},
                            {-0.003882, -0.048116, 1.051998}}};
constexpr Matrix deutan = {{{0.367322, 0.860646, -0.227968},
                            {0.280085, 0.672501, 0.047413},
                            {-0.011820, 0.042940, 0.968881}}};
constexpr Matrix tritan = {{{1.255528, -0.076749, -0.178779},
                            {-0.078411, 0.930809, 0.147602},
                            {0.004733, 0.691367, 0.303900}}};

double luminance(Colour colour) {
    const auto v = linear(colour);
    return 0.2126 * v[0] + 0.7152 * v[1] + 0.0722 * v[2];
}

} // namespace

Colour parse_colour(std::string_view hex) {
    unsigned value = 0;
    const bool shaped = hex.size() == 7 && hex.front() == '#';
    const auto [end, error] =
        std::from_chars(hex.data() + (shaped ? 1 : 0), hex.data() + hex.size(), value, 16);
    if (!shaped || error != std::errc() || end != hex.data() + hex.size()) {
        throw std::invalid_argument(fmt::format("not a colour such as #1a2b3c: {}", hex));
    }
    return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
            static_cast<std::uint8_t>(value)};
}

std::string to_hex(Colour colour) {
    return fmt::format("#{:02x}{:02x}{:02x}", colour.r, colour.g, colour.b);
}

Lab to_lab(Colour colour) {
    const auto xyz = times(xyz_of_rgb, linear(colour));
    const double x = lab_curve(xyz[0] / white_point[0]);
    const double y = lab_curve(xyz[1] / white_point[1]);
    const double z = lab_curve(xyz[2] / white_point[2]);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

Colour from_lab(Lab lab) {
    const double y = (lab.l + 16) / 116;
    const double x = y + lab.a / 500;
    const double z = y - lab.b / 200;
    return from_linear(
        times(rgb_of_xyz, {lab_curve_back(x) * white_point[0], lab_curve_back(y) * white_point[1],
                           lab_curve_back(z) * white_point[2]}));
}

double difference(Lab s, Lab t) {
    const double mean_chroma = (std::hypot(s.a, s.b) + std::hypot(t.a, t.b)) / 2;
    const double g = 0.5 * (1 - seventh(mean_chroma));
    const double a1 = (1 + g) * s.a;
    const double a2 = (1 + g) * t.a;
    const double c1 = std::hypot(a1, s.b);
    const double c2 = std::hypot(a2, t.b);
    const double h1 = degrees_of(a1, s.b);
    const double h2 = degrees_of(a2, t.b);
    const bool grey = c1 * c2 == 0;
    const double dl = t.l - s.l;
    const double dc = c2 - c1;
    const double dh = 2 * std::sqrt(c1 * c2) * std::sin(hue_step(h1, h2, grey) / 2 * pi / 180);
    const double l = (s.l + t.l) / 2;
    const double c = (c1 + c2) / 2;
    const double h = mean_hue(h1, h2, grey);
    const double weight = 1 - 0.17 * cos_deg(h - 30) + 0.24 * cos_deg(2 * h) +
                          0.32 * cos_deg(3 * h + 6) - 0.20 * cos_deg(4 * h - 63);
    const double sl = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50));
    const double sc = 1 + 0.045 * c;
    const double sh = 1 + 0.015 * c * weight;
    const double turn = 30 * std::exp(-std::pow((h - 275) / 25, 2));
    const double rt = -std::sin(2 * turn * pi / 180) * 2 * seventh(c);
    return std::sqrt(std::pow(dl / sl, 2) + std::pow(dc / sc, 2) + std::pow(dh / sh, 2) +
                     rt * (dc / sc) * (dh / sh));
}

double difference(Colour a, Colour b) {
    return difference(to_lab(a), to_lab(b));
}

double contrast(Colour a, Colour b) {
    const double high = std::max(luminance(a), luminance(b));
    const double low = std::min(luminance(a), luminance(b));
    return (high + 0.05) / (low + 0.05);
}

Colour as_seen(Colour colour, Sight sight) {
    switch (sight) {
    case Sight::normal:
        return colour;
    case Sight::deuteranopia:
        return from_linear(times(deutan, linear(colour)));
    case Sight::protanopia:
        return from_linear(times(protan, linear(colour)));
    case Sight::tritanopia:
        return from_linear(times(tritan, linear(colour)));
    case Sight::grey:
        return from_lab({to_lab(colour).l, 0, 0});
    }
    return colour;
}

} // namespace wardmap::paint
