// SPDX-License-Identifier: MIT
// A scene onto paper: PNG, SVG and PDF of one scene are the same sheet. Same scene, same bytes.
#pragma once

#include <span>
#include <string>

#include "paint/scene.h"

namespace wardmap::paint {

/// PNG bytes: RGB, or a palette where 256 colours hold every pixel as it is, with pHYs (so that
/// Word places it at its true size) and Title/Description text. Throws OutputError above Cairo's
/// 32,767 pixels a side, saying the highest dpi for that page.
[[nodiscard]] std::string to_png(const Scene& scene, double dpi);

/// The same at the highest of `dpi`, 250, 200, 150, 120, 96 and 72 at which it is no larger than
/// `most_bytes`, where need be in a palette of 256 colours: the scene's own stay as they are, those
/// of smoothed edges move by what is not seen. The last of them if none is. 0: no limit.
[[nodiscard]] std::string to_png_within(const Scene& scene, double dpi, std::size_t most_bytes);

/// SVG bytes: one element for each shape with id, class and title; text as text; <title>, <desc>,
/// role="img". A user unit is 0.01 mm. Well-formed whatever the texts hold.
[[nodiscard]] std::string to_svg(const Scene& scene);

/// PDF bytes, one page for each scene: text as text with embedded fonts, document title and
/// language, tags with text alternatives, fixed dates. The outline has the scenes' bookmarks;
/// without any, one entry for each page.
[[nodiscard]] std::string to_pdf(std::span<const Scene> pages, const std::string& title);

} // namespace wardmap::paint
