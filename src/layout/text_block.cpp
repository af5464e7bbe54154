// SPDX-License-Identifier: MIT
#include "layout/text_block.h"

#include <algorithm>
#include <iterator>

#include "style/style.h"

namespace wardmap::layout {

Block text_block(const std::vector<std::string>& paragraphs, const TextStyle& style,
                 const TextColumn& column) {
    Block block;
    add_paragraphs(block, paragraphs, style, column);
    return block;
}

Block heading_block(const std::string& title, const std::string& subtitle,
                    const style::Style& style, const TextColumn& column) {
    auto block = text_block({title},
                            {{style.title_pt, paint::Weight::bold, false},
                             paint::black,
                             1.2,
                             paint::PdfRole::heading_1},
                            column);
    if (subtitle.empty()) return block;
    auto below = text_block(
        {subtitle},
        {{style.subtitle_pt, paint::Weight::regular, false},
         {0x33, 0x33, 0x33},
         1.25,
         paint::PdfRole::paragraph},
        {{column.at.x, column.at.y + block.height_mm + 0.8}, column.width_mm, column.metrics});
    std::move(below.items.begin(), below.items.end(), std::back_inserter(block.items));
    block.height_mm += 0.8 + below.height_mm;
    return block;
}

} // namespace wardmap::layout
