// SPDX-License-Identifier: MIT
#include "maps/legend/context_rows.h"

#include "maps/symbols/context_symbols.h"
#include "study/surroundings/surroundings.h"
#include "style/style.h"

namespace wardmap::maps {

std::vector<ContextRow> context_rows(std::span<const ContextLayer> layers,
                                     const style::Style& style) {
    std::vector<ContextRow> rows;
    for (const auto& layer : layers) {
        if (!layer.features.empty())
            rows.push_back({layer.spec.look, layer.spec.title, style.is_grey()});
    }
    return rows;
}

void add_context_rows(layout::Block& block, const std::vector<ContextRow>& rows,
                      const layout::TextStyle& style, const layout::TextColumn& column) {
    if (rows.empty()) return;
    block.height_mm += layout::at_size(1.5, style);
    const double x =
        column.at.x + context_swatch_mm(style.font.size_pt) + layout::at_size(2.5, style);
    layout::TextStyle words = style;
    words.role = paint::PdfRole::none; // part of the list item
    layout::tagged(block, {paint::PdfRole::list}, [&] {
        for (const auto& row : rows) {
            const double baseline =
                column.at.y + block.height_mm + style.font.size_pt * paint::mm_per_pt;
            for (auto& item : context_swatch(row, {column.at.x, baseline}, style.font.size_pt)) {
                block.items.push_back(std::move(item));
            }
            layout::list_item(block, [&] {
                layout::add_paragraphs(
                    block, {row.title}, words,
                    {{x, column.at.y}, column.at.x + column.width_mm - x, column.metrics});
            });
            block.height_mm += 0.15 * layout::line_pitch_mm(style);
        }
    });
}

} // namespace wardmap::maps
