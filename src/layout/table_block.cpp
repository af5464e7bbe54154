// SPDX-License-Identifier: MIT
#include "layout/table_block.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "layout/column_widths.h"

namespace wardmap::layout {
namespace {

constexpr paint::Colour rule_colour{0xBF, 0xBF, 0xBF};

paint::Shape rule(double width_mm, double y_mm, paint::Colour colour, double width_pt) {
    paint::Shape shape;
    shape.rings = {{{0, y_mm}, {width_mm, y_mm}}};
    shape.closed = false;
    shape.stroke = paint::Stroke{colour, width_pt, {}};
    return shape;
}

} // namespace

TableBlock::TableBlock(const Table& table, const PageSetup& setup, double width_mm,
                       const paint::TextMetrics& metrics)
    : m_table(table), m_setup(setup), m_metrics(metrics),
      m_size_pt(table.size_pt > 0 ? table.size_pt : setup.table_pt) {
    measure(width_mm);
}

double TableBlock::padding() const {
    return 0.26 * m_size_pt * paint::mm_per_pt;
}

double TableBlock::side() const {
    return 0.45 * m_size_pt * paint::mm_per_pt;
}

double TableBlock::mark_mm() const {
    return 1.0 * m_size_pt * paint::mm_per_pt;
}

paint::Font TableBlock::font_of(const TableCell& cell, bool header) const {
    return {cell.size_pt > 0 ? cell.size_pt : m_size_pt,
            cell.bold ? paint::Weight::bold
            : header  ? paint::Weight::semibold
                      : paint::Weight::regular,
            false};
}

void TableBlock::measure(double width_mm) {
    std::vector<ColumnNeed> needs(m_table.columns.size());
    const auto see_text = [&](std::size_t column, const TableCell& cell, bool header) {
        const auto font = font_of(cell, header);
        const double beside = 2 * side() + (cell.mark ? mark_mm() + side() : 0);
        auto& need = needs[column];
        double longest = 0;
        for (const auto& word : text::split(cell.text, ' ')) {
            longest = std::max(longest, m_metrics.measure(word, font).width_mm);
        }
        // A header may wrap; a figure may not.
        const double whole = m_metrics.measure(cell.text, font).width_mm;
        const bool keeps_line =
            m_table.columns[column].numeric && !header && text::length(cell.text) < 20;
        need.least_mm = std::max(need.least_mm, beside + (keeps_line ? whole : longest));
        need.most_mm =
            std::max(need.most_mm, beside + (header ? std::max(longest, 0.55 * whole) : whole));
    };
    const auto see = [&](std::size_t column, const TableCell& cell, bool header) {
        see_text(column, cell, header);
        for (const auto& more : cell.below) {
            see_text(column, {more.text, cell.mark, more.bold}, header);
        }
    };
    for (std::size_t column = 0; column < needs.size(); ++column) {
        see(column, {m_table.columns[column].title}, true);
        for (const auto& row : m_table.rows) {
            if (column < row.size()) see(column, row[column], false);
        }
        needs[column].most_mm = std::max(needs[column].most_mm, needs[column].least_mm) + 0.1;
        const double fixed = m_table.columns[column].width_mm;
        if (fixed > 0) needs[column] = {fixed, fixed};
    }
    m_widths = column_widths(needs, width_mm);
}

/// Width available for the text of a cell.
double TableBlock::text_mm(std::size_t column, const TableCell& cell) const {
    return m_widths[column] - 2 * side() - (cell.mark ? mark_mm() + side() : 0);
}

std::vector<TableBlock::Line> TableBlock::lines_of(std::size_t column, const TableCell& cell,
                                                   bool header) const {
    const double width = text_mm(column, cell);
    std::vector<Line> lines;
    const auto add = [&](const std::string& text, const paint::Font& font, double before) {
        // So that the last word above and the first here are read as two words.
        if (!lines.empty() && !lines.back().text.empty()) lines.back().text += ' ';
        for (auto& line : wrapped(text, font, width, m_metrics)) {
            lines.push_back({std::move(line), page_text(font, m_setup.ink), before});
            before = 0;
        }
    };
    add(cell.text, font_of(cell, header), 0);
    for (const auto& more : cell.below) {
        add(more.text, font_of({more.text, {}, more.bold}, header), padding());
    }
    return lines;
}

double TableBlock::height_of(const std::vector<TableCell>& cells, bool header) const {
    double height = 0;
    for (std::size_t c = 0; c < std::min(cells.size(), m_widths.size()); ++c) {
        double own = 0;
        for (const auto& line : lines_of(c, cells[c], header)) {
            own += line.before_mm + line_pitch_mm(line.style);
        }
        height = std::max(height, own);
    }
    return height + 2 * padding();
}

Block TableBlock::lay(const std::vector<TableCell>& cells, const Look& look) const {
    Block block;
    const auto tag = [&](const paint::TagBegin& begin) {
        if (!look.again) block.items.emplace_back(begin);
    };
    const auto end = [&] {
        if (!look.again) block.items.emplace_back(paint::TagEnd{});
    };
    tag({paint::PdfRole::table_row});
    double x = 0;
    const double height = height_of(cells, look.header);
    for (std::size_t c = 0; c < m_widths.size(); ++c) {
        const TableCell cell = c < cells.size() ? cells[c] : TableCell{};
        const double pitch = line_pitch_mm(page_text(font_of(cell, look.header), m_setup.ink));
        const bool names_row = c == 0 && m_table.row_heads;
        tag({look.header || names_row ? paint::PdfRole::header_cell : paint::PdfRole::data_cell, 0,
             look.header ? paint::HeaderScope::column
             : names_row ? paint::HeaderScope::row
                         : paint::HeaderScope::none});
        double left = x + side();
        if (cell.mark) {
            const double top = padding() + (pitch - mark_mm()) / 2;
            auto items = cell.mark({left, top, left + mark_mm(), top + mark_mm()});
            std::move(items.begin(), items.end(), std::back_inserter(block.items));
            left += mark_mm() + side();
        }
        const double right = x + m_widths[c] - side();
        const auto lines = lines_of(c, cell, look.header);
        // Headers are aligned at the foot of their row.
        double y = look.header ? height - padding() - static_cast<double>(lines.size()) * pitch
                               : padding();
        for (const auto& found : lines) {
            if (found.text.empty()) continue;
            y += found.before_mm;
            auto line = line_of(found.text, {left, y + line_rise_mm(found.style)}, found.style);
            if (m_table.columns[c].numeric) {
                line.align = paint::Align::right;
                line.at.x = right;
                if (line.text.ends_with(' ')) line.text.pop_back();
            }
            if (look.again) line.role = paint::PdfRole::artifact;
            block.items.emplace_back(std::move(line));
            y += line_pitch_mm(found.style);
        }
        x += m_widths[c];
        end();
    }
    end();
    block.items.emplace_back(rule(x, height, look.header || look.last ? m_setup.ink : rule_colour,
                                  look.header ? 0.8
                                  : look.last ? 0.5
                                              : 0.35));
    block.height_mm = height;
    return block;
}

Block TableBlock::header(bool again) const {
    std::vector<TableCell> cells;
    for (const auto& column : m_table.columns) {
        cells.push_back({column.title});
    }
    return lay(cells, {true, again, false});
}

Block TableBlock::row(std::size_t index) const {
    return lay(m_table.rows[index], {false, false, index + 1 == m_table.rows.size()});
}

} // namespace wardmap::layout
