// SPDX-License-Identifier: MIT
// Output of a scene: its PNG, SVG and PDF show the same sheet. Same scene, same bytes.
#pragma once

#include <span>
#include <string>

#include "paint/scene.h"

namespace wardmap::paint {

/// PNG bytes: RGB, or a palette if 256 colours represent every pixel exactly, with pHYs (so that
/// Word places it at its true size) and Title/Description text. Throws OutputError above Cairo's
/// 32,767 pixels a side, giving the highest possible dpi for that page.
[[nodiscard]] std::string to_png(const Scene& scene, double dpi);

/// The same at the highest of `dpi`, 250, 200, 150, 120, 96 and 72 at which it is no larger than
/// `most_bytes`, if necessary in a palette of 256 colours: the scene's own colours are exact, those
/// of smoothed edges change imperceptibly. If none fits, the lowest is used. 0: no limit.
[[nodiscard]] std::string to_png_within(const Scene& scene, double dpi, std::size_t most_bytes);

/// SVG bytes: one element for each shape with id, class and title; text as text; <title>, <desc>,
/// role="img". A user unit is 0.01 mm. Well-formed whatever the texts contain.
[[nodiscard]] std::string to_svg(const Scene& scene);

/// PDF bytes, one page for each scene: text as text with embedded fonts, document title and
/// language, tags with text alternatives, fixed dates. The outline has the scenes' bookmarks;
/// without any, one entry for each page.
[[nodiscard]] std::string to_pdf(std::span<const Scene> pages, const std::string& title);

} // namespace wardmap::paint
