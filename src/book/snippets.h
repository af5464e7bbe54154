// SPDX-License-Identifier: MIT
// One category for use in another report: a picture at column width with its text, as PNG, HTML and
// DOCX.
#pragma once

#include <cstddef>
#include <string>

#include "paint/text_metrics.h"

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {
class BaseMap;
}

namespace wardmap::book {

inline constexpr double snippet_width_mm = 160;
inline constexpr std::size_t snippet_most_bytes = 500'000;

struct Snippet {
    std::string png;
    std::string html; // refers to the PNG `<id>.png` beside it
    std::string docx; // includes the picture
};

/// Throws InputError as maps::lay_out_sheet does.
[[nodiscard]] Snippet snippet_of(const Study& study, const CategoryResult& category,
                                 const style::Style& style, const paint::TextMetrics& metrics,
                                 const maps::BaseMap& ground);

} // namespace wardmap::book
