// SPDX-License-Identifier: MIT
#include "paint/png.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <memory>

#include <fmt/format.h>
#include <libdeflate.h>
#include <zlib.h>

#include "base/error.h"
#include "base/interrupt.h"
#include "paint/cairo_painter.h"
#include "paint/canvas.h"
#include "paint/few_colours.h"

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
    constexpr std::size_t most = 0x7FFFFFFF; // of a PNG's chunk
    if (data.size() > most) throw OutputError("error: the picture is larger than a PNG can be");
    const std::string body = type + data;
    const auto crc = libdeflate_crc32(0, body.data(), body.size());
    return big_endian(data.size()) + body + big_endian(crc);
}

// Higher levels take several times as long for 2% fewer bytes.
constexpr int level = 6;

/// With libdeflate, which is twice as fast as zlib but cannot be interrupted.
std::string deflated_at_once(const std::string& data) {
    const std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> packing(
        libdeflate_alloc_compressor(level), &libdeflate_free_compressor);
    if (!packing) throw OutputError("error: no room for the picture");
    std::string packed(libdeflate_zlib_compress_bound(packing.get(), data.size()), '\0');
    packed.resize(libdeflate_zlib_compress(packing.get(), data.data(), data.size(), packed.data(),
                                           packed.size()));
    return packed;
}

/// With zlib, which can be interrupted anywhere.
std::string deflated_in_pieces(const std::string& data) {
    z_stream stream{};
    if (deflateInit(&stream, level) != Z_OK) {
        throw OutputError("error: no room for the picture");
    }
    const std::unique_ptr<z_stream, decltype(&deflateEnd)> owned(&stream, &deflateEnd);
    // zlib only reads it, but was not const-correct before 1.2.6.
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
    stream.avail_in = static_cast<uInt>(data.size());
    std::string packed;
    std::array<Bytef, 16384> piece{};
    for (int state = Z_OK; state != Z_STREAM_END;) {
        stop_if_interrupted();
        stream.next_out = piece.data();
        stream.avail_out = piece.size();
        state = deflate(&stream, Z_FINISH);
        if (state != Z_OK && state != Z_STREAM_END) {
            throw OutputError("error: the picture could not be packed");
        }
        packed.append(reinterpret_cast<const char*>(piece.data()), piece.size() - stream.avail_out);
    }
    return packed;
}

std::string deflated(const std::string& data) {
    constexpr std::size_t quickly_done =
        32'000'000; // an A4 page of 300 dpi, in a tenth of a second
    stop_if_interrupted();
    return data.size() <= quickly_done ? deflated_at_once(data) : deflated_in_pieces(data);
}

/// International text: keyword, whether compressed and how, no language, no translated keyword,
/// UTF-8. Long text is compressed.
std::string text_chunk(const std::string& keyword, const std::string& text) {
    if (text.empty()) return {};
    constexpr std::size_t is_long = 1024;
    if (text.size() < is_long) return chunk("iTXt", keyword + std::string(5, '\0') + text);
    return chunk("iTXt", keyword + std::string("\0\1\0\0\0", 5) + deflated(text));
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

/// The colours used in a scene.
std::vector<Colour> colours_of(const Scene& scene) {
    std::vector<Colour> colours{white};
    const auto add = [&colours](Colour c) {
        if (std::ranges::find(colours, c) == colours.end()) colours.push_back(c);
    };
    for (const auto& item : scene.items) {
        if (const auto* const shape = std::get_if<Shape>(&item)) {
            if (shape->fill) add(*shape->fill);
            if (shape->hatch) add(shape->hatch->colour);
            if (shape->stroke) add(shape->stroke->colour);
        } else if (const auto* const text = std::get_if<Text>(&item)) {
            add(text->colour);
            if (text->halo) add(*text->halo);
        }
    }
    return colours;
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

Picture pixels_of(cairo_surface_t* surface) {
    Picture picture{
        cairo_image_surface_get_width(surface), cairo_image_surface_get_height(surface), {}};
    picture.pixels.resize(static_cast<std::size_t>(picture.width) *
                          static_cast<std::size_t>(picture.height));
    const int stride = cairo_image_surface_get_stride(surface);
    const unsigned char* const data = cairo_image_surface_get_data(surface);
    auto* into = picture.pixels.data();
    for (int y = 0; y < picture.height; ++y) {
        stop_if_interrupted();
        const unsigned char* from = data + std::ptrdiff_t{y} * stride;
        for (int x = 0; x < picture.width; ++x, from += 4) {
            std::uint32_t pixel = 0;
            std::memcpy(&pixel, from, 4);
            *into++ = {static_cast<std::uint8_t>(pixel >> 16),
                       static_cast<std::uint8_t>(pixel >> 8), static_cast<std::uint8_t>(pixel)};
        }
    }
    return picture;
}

/// Rows of `size` bytes, each preceded by filter type 0 (none). On the flat colours of maps,
/// filters make the file larger.
std::string unfiltered(const char* bytes, std::size_t size, std::size_t rows) {
    std::string filtered;
    filtered.reserve((size + 1) * rows);
    for (std::size_t y = 0; y < rows; ++y) {
        filtered += '\0';
        filtered.append(bytes + y * size, size);
    }
    return filtered;
}

Picture painted(const Scene& scene, double dpi) {
    const Surface surface(cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, pixels(scene.width_mm, dpi), pixels(scene.height_mm, dpi)));
    check(cairo_surface_status(surface.get()), "no room for the picture");
    const Cairo cr(cairo_create(surface.get()));
    cairo_set_source_rgb(cr.get(), 1, 1, 1);
    cairo_paint(cr.get());
    cairo_scale(cr.get(), dpi / 25.4, dpi / 25.4);
    paint_scene(cr.get(), scene, Fonts());
    cairo_surface_flush(surface.get());
    return pixels_of(surface.get());
}

/// A scene at a resolution, before it is written.
class Painting {
public:
    Painting(const Scene& scene, double dpi)
        : m_scene(scene), m_dpi(dpi), m_picture(painted(scene, dpi)) {}

    /// With every pixel exact.
    [[nodiscard]] std::string exact() const {
        if (const auto few = indexed(m_picture)) return written(*few);
        static_assert(sizeof(Colour) == 3, "red, green and blue, as a PNG has them");
        return written(rgb, {}, reinterpret_cast<const char*>(m_picture.pixels.data()), 3);
    }

    /// In 256 colours, including those of the scene; nothing if the change would be visible.
    [[nodiscard]] std::optional<std::string> in_few_colours() const {
        constexpr int unseen = 16; // of 255, and only where edges are smoothed
        const auto few = indexed(m_picture, colours_of(m_scene), unseen);
        if (!few) return std::nullopt;
        return written(*few);
    }

private:
    /// Resolution and text.
    [[nodiscard]] std::string about() const {
        const auto per_metre = big_endian(static_cast<std::size_t>(std::lround(m_dpi / 0.0254)));
        return chunk("pHYs", per_metre + per_metre + '\1') + text_chunk("Title", m_scene.title) +
               text_chunk("Description", m_scene.description);
    }

    [[nodiscard]] std::string written(const IndexedPicture& few) const {
        std::string palette;
        for (const auto c : few.palette) {
            for (const auto channel : {c.r, c.g, c.b}) {
                palette += static_cast<char>(channel);
            }
        }
        return written(of_palette, chunk("PLTE", palette), few.indices.data(), 1);
    }

    enum ColourKind : char { rgb = 2, of_palette = 3 };

    /// Pixels of `size` bytes, 8 bits a sample, deflated, filtered, not interlaced.
    [[nodiscard]] std::string written(ColourKind kind, const std::string& palette,
                                      const char* pixels, std::size_t size) const {
        const auto width = static_cast<std::size_t>(m_picture.width);
        const auto height = static_cast<std::size_t>(m_picture.height);
        const auto header = big_endian(width) + big_endian(height) +
                            std::string{'\x08', static_cast<char>(kind), '\0', '\0', '\0'};
        return "\x89PNG\r\n\x1A\n" + chunk("IHDR", header) + about() + palette +
               chunk("IDAT", deflated(unfiltered(pixels, size * width, height))) +
               chunk("IEND", {});
    }

    const Scene& m_scene;
    double m_dpi;
    Picture m_picture;
};

} // namespace

std::string to_png(const Scene& scene, double dpi) {
    refuse_too_large(scene, dpi);
    return Painting(scene, dpi).exact();
}

std::string to_png_within(const Scene& scene, double dpi, std::size_t most_bytes) {
    if (most_bytes == 0) return to_png(scene, dpi);
    refuse_too_large(scene, dpi);
    std::string png;
    for (const double tried : {dpi, 250.0, 200.0, 150.0, 120.0, 96.0, 72.0}) {
        if (tried > dpi || (tried == dpi && !png.empty())) continue;
        const Painting painting(scene, tried);
        png = painting.exact();
        if (png.size() <= most_bytes) break;
        if (auto few = painting.in_few_colours()) png = std::move(*few);
        if (png.size() <= most_bytes) break;
    }
    return png;
}

Picture decode_png(const std::string& bytes) {
    Reading reading{&bytes};
    const Surface surface(cairo_image_surface_create_from_png_stream(read_bytes, &reading));
    check(cairo_surface_status(surface.get()), "the PNG could not be read");
    return pixels_of(surface.get());
}

} // namespace wardmap::paint
