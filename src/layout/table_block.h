// SPDX-License-Identifier: MIT
// A table as rows of known height. Private to layout/.
#pragma once

#include <vector>

#include "layout/page_stack.h"
#include "layout/table.h"

namespace wardmap::layout {

class TableBlock {
public:
    TableBlock(const Table& table, const PageSetup& setup, double width_mm,
               const paint::TextMetrics& metrics);

    /// The header row; `again`: repeated on a later page, and not read out there.
    [[nodiscard]] Block header(bool again) const;
    [[nodiscard]] Block row(std::size_t index) const;

private:
    struct Look {
        bool header = false;
        bool again = false; // an artifact
        bool last = false;
    };
    [[nodiscard]] Block lay(const std::vector<TableCell>& cells, const Look& look) const;
    [[nodiscard]] double padding() const; // above and below a cell's text
    [[nodiscard]] double side() const;    // left and right of it
    [[nodiscard]] double mark_mm() const;
    [[nodiscard]] double text_mm(std::size_t column, const TableCell& cell) const;
    [[nodiscard]] double height_of(const std::vector<TableCell>& cells, bool header) const;
    [[nodiscard]] paint::Font font_of(const TableCell& cell, bool header) const;
    /// A cell's text, wrapped.
    struct Line {
        std::string text;
        TextStyle style;
        double before_mm = 0; // of air
    };
    [[nodiscard]] std::vector<Line> lines_of(std::size_t column, const TableCell& cell,
                                             bool header) const;
    void measure(double width_mm);

    const Table& m_table;
    const PageSetup& m_setup;
    const paint::TextMetrics& m_metrics;
    double m_size_pt;
    std::vector<double> m_widths;
};

} // namespace wardmap::layout
