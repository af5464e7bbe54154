// SPDX-License-Identifier: MIT
// Pages filled from the top: the position of the next block, and blocks held back to go with it.
// Private to layout/.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "layout/block.h"
#include "layout/page_setup.h"

namespace wardmap::layout {

void shift(std::vector<paint::Item>& items, double dx, double dy);

/// The text style of a font on a page of text.
[[nodiscard]] TextStyle page_text(const paint::Font& font, paint::Colour colour);

class PageStack {
public:
    explicit PageStack(PageSetup setup);

    /// Places a block on this page, or on the next if it does not fit, with `before_mm` of space
    /// above it, except at the top of a page.
    void place(Block block, double before_mm);
    /// Keeps a block until the next one is placed: both are on one page.
    void hold(Block block, double before_mm);
    /// Whether a block of that height fits on this page together with the held blocks.
    [[nodiscard]] bool fits(double height_mm, double before_mm) const;
    /// Places the held blocks, and starts a new page unless this one is empty.
    void new_page();
    /// The same, but with the held blocks on the new page.
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
        Block block;
        double before_mm;
    };
    void put(Block block, double before_mm);
    void begin_page();

    PageSetup m_setup;
    std::vector<paint::Scene> m_pages;
    std::vector<Held> m_held;
    double m_bottom;
    double m_y = 0;
};

} // namespace wardmap::layout
