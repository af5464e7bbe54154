// SPDX-License-Identifier: MIT
// Wrapped text as a block: paragraphs, the heading of a page.
#pragma once

#include <string>
#include <vector>

#include "layout/block.h"
#include "paint/text_metrics.h"

namespace wardmap::style {
struct Style;
}

namespace wardmap::layout {

/// Paragraphs wrapped to a width.
[[nodiscard]] Block text_block(const std::vector<std::string>& paragraphs, const TextStyle& style,
                               const TextColumn& column);

/// The title of a page and its subtitle.
[[nodiscard]] Block heading_block(const std::string& title, const std::string& subtitle,
                                  const style::Style& style, const TextColumn& column);

} // namespace wardmap::layout
