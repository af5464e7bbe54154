// SPDX-License-Identifier: MIT
// Pages that fill from the top: where the next block stands, and what waits to stand with it.
// Private to layout/.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "layout/flow.h"

namespace wardmap::layout {

/// Items laid out from (0, 0), y down; moved to their place when that is known.
struct Piece {
    std::vector<paint::Item> items;
    double height_mm = 0;
};

void shift(std::vector<paint::Item>& items, double dx, double dy);

/// One line of text; `x_mm` from the left margin.
[[nodiscard]] paint::Text line_of(std::string text, const paint::Font& font, paint::Colour colour,
                                  double x_mm, double baseline_mm);

/// Baseline to baseline.
[[nodiscard]] inline double pitch_mm(const paint::Font& font) {
    return 1.32 * font.size_pt * paint::mm_per_pt;
}
/// From the top of a line to its baseline.
[[nodiscard]] inline double rise_mm(const paint::Font& font) {
    return 1.02 * font.size_pt * paint::mm_per_pt;
}

class PageStack {
public:
    explicit PageStack(PageSetup setup);

    /// Puts a piece on this page, or on the next where it does not fit. `before_mm` of air stands
    /// above it, but not at the top of a page.
    void place(Piece piece, double before_mm);
    /// Keeps a piece until the next one is placed: both stand on one page.
    void hold(Piece piece, double before_mm);
    /// Whether a piece of that height, with what is held, fits on this page.
    [[nodiscard]] bool fits(double height_mm, double before_mm) const;
    /// Puts down what is held, and begins a page where this one is not empty.
    void new_page();
    /// The same, but what is held stands on the new page.
    void break_page();

    [[nodiscard]] double room_mm() const { return m_bottom - m_y; }
    [[nodiscard]] double page_room_mm() const { return m_bottom - m_setup.margin_mm; }
    [[nodiscard]] double width_mm() const { return m_setup.width_mm - 2 * m_setup.margin_mm; }
    [[nodiscard]] bool at_top() const { return m_y <= m_setup.margin_mm; }
    [[nodiscard]] const PageSetup& setup() const { return m_setup; }
    std::vector<paint::Scene>& pages() { return m_pages; }
    [[nodiscard]] const std::vector<paint::Scene>& pages() const { return m_pages; }
    void flush();

private:
    struct Held {
        Piece piece;
        double before_mm;
    };
    void put(Piece piece, double before_mm);
    void begin_page();

    PageSetup m_setup;
    std::vector<paint::Scene> m_pages;
    std::vector<Held> m_held;
    double m_bottom;
    double m_y = 0;
};

} // namespace wardmap::layout
