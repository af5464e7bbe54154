// SPDX-License-Identifier: MIT
#include "paint/picture_format.h"

#include <filesystem>

#include "base/named_values.h"
#include "paint/canvas.h"

namespace wardmap::paint {

std::optional<PictureFormat> format_of_path(const std::string& path) {
    const auto ending = std::filesystem::path(path).extension().string();
    if (ending.empty()) return std::nullopt;
    return value_named(picture_format_names, std::string_view(ending).substr(1));
}

std::string to_picture(std::span<const Scene> pages, PictureFormat format, double dpi) {
    switch (format) {
    case PictureFormat::png:
        return to_png(pages.front(), dpi);
    case PictureFormat::svg:
        return to_svg(pages.front());
    case PictureFormat::pdf:
        return to_pdf(pages, pages.front().title);
    }
    return {};
}

} // namespace wardmap::paint
