// SPDX-License-Identifier: MIT
// The formats in which pictures are written.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace wardmap::paint {

struct Scene;

enum class PictureFormat { png, svg, pdf };

inline constexpr std::array<std::pair<std::string_view, PictureFormat>, 3> picture_format_names = {
    {{"png", PictureFormat::png}, {"svg", PictureFormat::svg}, {"pdf", PictureFormat::pdf}}};

/// By the ending of a path: "maps/asb.png"; nothing for another ending.
[[nodiscard]] std::optional<PictureFormat> format_of_path(const std::string& path);

/// The bytes of a picture of the pages; `dpi` is for PNG. Precondition: there is one page, or any
/// number of a PDF, whose title is that of the first.
[[nodiscard]] std::string to_picture(std::span<const Scene> pages, PictureFormat format,
                                     double dpi);

} // namespace wardmap::paint
