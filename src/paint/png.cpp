// SPDX-License-Identifier: MIT
#include "paint/png.h"

#include <cmath>
#include <cstring>

#include <fmt/format.h>
#include <zlib.h>

#include "base/error.h"
#include "paint/cairo_painter.h"
#include "paint/canvas.h"

namespace wardmap::paint {
namespace {

constexpr int most_pixels = 32767; // Cairo's limit on an image's side

std::string big_endian(std::size_t n) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) {
        bytes += static_cast<char>((n >> shift) & 0xFF);
    }
    return bytes;
}

std::string chunk(const std::string& type, const std::string& data) {
    const std::string body = type + data;
    const auto crc =
        crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return big_endian(data.size()) + body + big_endian(crc);
}

/// Uncompressed international text: keyword, flags, no language, no translated keyword, UTF-8.
std::string text_chunk(const std::string& keyword, const std::string& text) {
    return text.empty() ? std::string() : chunk("iTXt", keyword + std::string(5, '\0') + text);
}

int pixels(double mm, double dpi) {
    return static_cast<int>(std::lround(mm / 25.4 * dpi));
}

void refuse_too_large(const Scene& scene, double dpi) {
    const double longest = std::max(scene.width_mm, scene.height_mm);
    if (longest / 25.4 * dpi <= most_pixels) return;
    throw OutputError(
        fmt::format("error: a PNG of {:g} x {:g} mm at {:g} dpi is larger than {} pixels a side\n"
                    "  help: use at most {} dpi for this page, or SVG or PDF",
                    scene.width_mm, scene.height_mm, dpi, most_pixels,
                    static_cast<int>(std::floor(most_pixels / (longest / 25.4)))));
}

struct Reading {
    const std::string* bytes;
    std::size_t at = 0;
};

cairo_status_t read_bytes(void* closure, unsigned char* data, unsigned int length) {
    auto& reading = *static_cast<Reading*>(closure);
    if (reading.at + length > reading.bytes->size()) return CAIRO_STATUS_READ_ERROR;
    std::memcpy(data, reading.bytes->data() + reading.at, length);
    reading.at += length;
    return CAIRO_STATUS_SUCCESS;
}

} // namespace

std::string to_png(const Scene& scene, double dpi) {
    refuse_too_large(scene, dpi);
    const Surface surface(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, pixels(scene.width_mm, dpi), pixels(scene.height_mm, dpi)));
    check(cairo_surface_status(surface.get()), "no room for the picture");
    const Cairo cr(cairo_create(surface.get()));
    cairo_set_source_rgb(cr.get(), 1, 1, 1);
    cairo_paint(cr.get());
    cairo_scale(cr.get(), dpi / 25.4, dpi / 25.4);
    paint_scene(cr.get(), scene, Fonts());
    cairo_surface_flush(surface.get());
    std::string png;
    check(cairo_surface_write_to_png_stream(surface.get(), append_bytes, &png),
          "the PNG could not be written");
    const auto per_metre = static_cast<std::size_t>(std::lround(dpi / 0.0254));
    constexpr std::size_t after_header = 8 + 25; // signature and IHDR
    png.insert(after_header, chunk("pHYs", big_endian(per_metre) + big_endian(per_metre) + '\1') +
                                 text_chunk("Title", scene.title) +
                                 text_chunk("Description", scene.description));
    return png;
}

std::string to_png_within(const Scene& scene, double dpi, std::size_t most_bytes) {
    auto png = to_png(scene, dpi);
    for (const double lower : {250.0, 200.0, 150.0, 120.0, 96.0, 72.0}) {
        if (most_bytes == 0 || png.size() <= most_bytes) break;
        if (lower < dpi) png = to_png(scene, lower);
    }
    return png;
}

Picture decode_png(const std::string& bytes) {
    Reading reading{&bytes};
    const Surface surface(cairo_image_surface_create_from_png_stream(read_bytes, &reading));
    check(cairo_surface_status(surface.get()), "the PNG could not be read");
    Picture picture{cairo_image_surface_get_width(surface.get()),
                    cairo_image_surface_get_height(surface.get()),
                    {}};
    const int stride = cairo_image_surface_get_stride(surface.get());
    const unsigned char* const data = cairo_image_surface_get_data(surface.get());
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, data + std::ptrdiff_t{y} * stride + std::ptrdiff_t{x} * 4, 4);
            picture.pixels.push_back({static_cast<std::uint8_t>(pixel >> 16),
                                      static_cast<std::uint8_t>(pixel >> 8),
                                      static_cast<std::uint8_t>(pixel)});
        }
    }
    return picture;
}

} // namespace wardmap::paint
