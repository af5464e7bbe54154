// SPDX-License-Identifier: MIT
#include "layout/page_stack.h"

#include <iterator>
#include <utility>

namespace wardmap::layout {

void shift(std::vector<paint::Item>& items, double dx, double dy) {
    const auto move = [&](geo::Point& p) {
        p.x += dx;
        p.y += dy;
    };
    for (auto& item : items) {
        if (auto* const text = std::get_if<paint::Text>(&item)) {
            move(text->at);
        } else if (auto* const shape = std::get_if<paint::Shape>(&item)) {
            for (auto& ring : shape->rings) {
                for (auto& point : ring) {
                    move(point);
                }
            }
        } else if (auto* const tag = std::get_if<paint::TagBegin>(&item)) {
            if (!tag->area) continue;
            tag->area = geo::Box{tag->area->min_x + dx, tag->area->min_y + dy,
                                 tag->area->max_x + dx, tag->area->max_y + dy};
        } else if (auto* const mark = std::get_if<paint::Bookmark>(&item)) {
            mark->y_mm += dy;
        }
    }
}

TextStyle page_text(const paint::Font& font, paint::Colour colour) {
    return {font, colour, 1.32, paint::PdfRole::none, 1.02};
}

PageStack::PageStack(PageSetup setup)
    : m_setup(std::move(setup)), m_bottom(m_setup.height_mm - m_setup.margin_mm) {
    if (m_setup.footer) m_bottom -= 2.5 * m_setup.small_pt * paint::mm_per_pt;
    begin_page();
}

void PageStack::begin_page() {
    paint::Scene page;
    page.width_mm = m_setup.width_mm;
    page.height_mm = m_setup.height_mm;
    page.title = m_setup.title;
    page.language = m_setup.language;
    m_pages.push_back(std::move(page));
    m_y = m_setup.margin_mm;
}

bool PageStack::fits(double height_mm, double before_mm) const {
    double y = m_y;
    const auto take = [&](double height, double before) {
        y += (y <= m_setup.margin_mm ? 0 : before) + height;
    };
    for (const auto& held : m_held) {
        take(held.block.height_mm, held.before_mm);
    }
    take(height_mm, before_mm);
    return y <= m_bottom + 0.01;
}

void PageStack::put(Block block, double before_mm) {
    if (!at_top()) m_y += before_mm;
    shift(block.items, m_setup.margin_mm, m_y);
    auto& items = m_pages.back().items;
    std::move(block.items.begin(), block.items.end(), std::back_inserter(items));
    m_y += block.height_mm;
}

void PageStack::flush() {
    for (auto& held : std::exchange(m_held, {})) {
        put(std::move(held.block), held.before_mm);
    }
}

void PageStack::hold(Block block, double before_mm) {
    m_held.push_back({std::move(block), before_mm});
}

void PageStack::place(Block block, double before_mm) {
    if (!fits(block.height_mm, before_mm) && !at_top()) begin_page();
    flush();
    put(std::move(block), before_mm);
}

void PageStack::break_page() {
    if (!at_top()) begin_page();
}

void PageStack::new_page() {
    flush();
    if (!at_top()) begin_page();
}

} // namespace wardmap::layout
