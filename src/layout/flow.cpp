// SPDX-License-Identifier: MIT
#include "layout/flow.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <span>
#include <stdexcept>

#include <fmt/format.h>

#include "layout/page_stack.h"
#include "layout/table_block.h"
#include "style/style.h"

namespace wardmap::layout {
namespace {

/// A line of contents whose page is not yet known.
struct Reference {
    std::size_t page = 0; // page of the line
    std::size_t item = 0; // the text of the number
    std::string anchor;
};

} // namespace

struct Flow::Impl {
    PageStack stack;
    const paint::TextMetrics& metrics;
    std::size_t next_id = 1;
    std::vector<Reference> references;

    [[nodiscard]] const PageSetup& setup() const { return stack.setup(); }

    [[nodiscard]] paint::Font font_of(Kind kind) const {
        switch (kind) {
        case Kind::lead:
            return {1.25 * setup().body_pt, paint::Weight::regular, false};
        case Kind::bold:
            return {setup().body_pt, paint::Weight::bold, false};
        case Kind::note:
            return {setup().small_pt, paint::Weight::regular, false};
        case Kind::body:
            break;
        }
        return {setup().body_pt, paint::Weight::regular, false};
    }

    /// Some lines of a paragraph, `x_mm` from the left margin.
    [[nodiscard]] static Block lines_block(std::span<const std::string> lines,
                                           const TextStyle& style, double x_mm = 0) {
        Block block;
        stack_lines(block, {lines.begin(), lines.end()}, style, {x_mm, 0});
        return block;
    }

    [[nodiscard]] std::vector<std::string> lines_of(const std::string& text, const TextStyle& style,
                                                    double width_mm) const {
        return wrapped(text, style.font, width_mm, metrics);
    }

    /// How many of `left` lines fit on this page: all, or so many that at least two remain for the
    /// next.
    [[nodiscard]] std::size_t lines_here(std::size_t left, double pitch, double before) const {
        if (left <= 3) return left;
        std::size_t here = left;
        while (here > 2 && !stack.fits(static_cast<double>(here) * pitch, before)) {
            --here;
        }
        if (here == left || !stack.fits(static_cast<double>(here) * pitch, before)) return left;
        return std::min(here, left - 2);
    }

    void place_lines(const std::vector<std::string>& lines, paint::PdfRole element,
                     const TextStyle& style, double before) {
        const std::size_t id = next_id++;
        const double pitch = line_pitch_mm(style);
        const std::span<const std::string> all(lines);
        for (std::size_t from = 0; from < lines.size();) {
            auto here = lines_here(lines.size() - from, pitch, before);
            // A paragraph longer than a page.
            const auto on_page = static_cast<std::size_t>(stack.page_room_mm() / pitch);
            here = std::min(here, std::max<std::size_t>(1, on_page));
            stack.place(within({element, id}, lines_block(all.subspan(from, here), style)), before);
            from += here;
            before = 0;
        }
    }

    [[nodiscard]] paint::Font caption_font() const {
        return {setup().table_pt, paint::Weight::semibold, false};
    }

    [[nodiscard]] Block caption(const std::string& text, double width_mm) const {
        const auto style = page_text(caption_font(), setup().ink);
        auto block =
            within({paint::PdfRole::caption}, lines_block(lines_of(text, style, width_mm), style));
        block.height_mm += 1;
        return block;
    }

    [[nodiscard]] Block figure_block(const Figure& figure, double width_mm, double room_mm) const {
        Block words;
        if (!figure.caption.empty()) words = caption(figure.caption, width_mm);
        Block block;
        block.height_mm = std::min(figure.height_mm, room_mm - words.height_mm - 1.5);
        block.items.emplace_back(paint::FigureBegin{"", figure.alt});
        auto drawn = figure.paint({0, 0, width_mm, block.height_mm});
        std::move(drawn.begin(), drawn.end(), std::back_inserter(block.items));
        block.items.emplace_back(paint::FigureEnd{});
        if (figure.caption.empty()) return block;
        shift(words.items, 0, block.height_mm + 1.5);
        std::move(words.items.begin(), words.items.end(), std::back_inserter(block.items));
        block.height_mm += 1.5 + words.height_mm;
        return block;
    }

    void add_footers() {
        auto& pages = stack.pages();
        const paint::Font font{setup().small_pt, paint::Weight::regular, false};
        for (std::size_t i = setup().cover ? 1 : 0; i < pages.size(); ++i) {
            const double y = setup().height_mm - setup().margin_mm;
            const auto text =
                fmt::format("{}page {} of {}", setup().title.empty() ? "" : setup().title + ", ",
                            i + 1, pages.size());
            auto line = line_of(text, {setup().width_mm / 2, y}, page_text(font, setup().quiet),
                                paint::Align::centre);
            line.role = paint::PdfRole::artifact;
            pages[i].items.emplace_back(std::move(line));
        }
    }

    void fill_references() {
        std::map<std::string, std::size_t> page_of;
        for (std::size_t p = 0; p < stack.pages().size(); ++p) {
            for (const auto& item : stack.pages()[p].items) {
                const auto* const mark = std::get_if<paint::Bookmark>(&item);
                if (mark != nullptr) page_of[mark->anchor] = p + 1;
            }
        }
        for (const auto& reference : references) {
            const auto page = page_of.find(reference.anchor);
            if (page == page_of.end()) throw std::logic_error("no anchor " + reference.anchor);
            auto& items = stack.pages()[reference.page].items;
            auto& number = std::get<paint::Text>(items[reference.item]);
            number.text = std::to_string(page->second);
        }
    }
};

Flow::Flow(const PageSetup& setup, const paint::TextMetrics& metrics)
    : m_impl(std::make_unique<Impl>(Impl{PageStack(setup), metrics, 1, {}})) {}
Flow::Flow(Flow&&) noexcept = default;
Flow& Flow::operator=(Flow&&) noexcept = default;
Flow::~Flow() = default;

void Flow::heading(int level, const std::string& text, const HeadingOptions& options) {
    const auto& setup = m_impl->setup();
    const auto& sizes = setup.heading_pt;
    const auto at = std::min(static_cast<std::size_t>(std::max(level, 1)), sizes.size());
    const paint::Font font{sizes.empty() ? setup.body_pt : sizes[at - 1], paint::Weight::bold,
                           false};
    const auto style = page_text(font, setup.ink);
    auto block = within({paint::heading_of_level(level)},
                        Impl::lines_block(m_impl->lines_of(text, style, width_mm()), style));
    block.items.insert(block.items.begin(),
                       paint::Bookmark{!options.outline           ? ""
                                       : options.bookmark.empty() ? text
                                                                  : options.bookmark,
                                       options.anchor, level, 0});
    m_impl->stack.hold(std::move(block), 0.55 * font.size_pt * paint::mm_per_pt + 1.5);
}

void Flow::paragraph(const std::string& text, Kind kind) {
    const auto font = m_impl->font_of(kind);
    const auto& setup = m_impl->setup();
    const auto style = page_text(font, kind == Kind::note ? setup.quiet : setup.ink);
    m_impl->place_lines(m_impl->lines_of(text, style, width_mm()), paint::PdfRole::paragraph, style,
                        0.5 * font.size_pt * paint::mm_per_pt);
}

void Flow::list(const std::vector<std::string>& items, bool numbered) {
    const auto style = page_text(m_impl->font_of(Kind::body), m_impl->setup().ink);
    const double em = style.font.size_pt * paint::mm_per_pt;
    const double indent = numbered ? 2.2 * em : 1.4 * em;
    const std::size_t id = m_impl->next_id++;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto lines = m_impl->lines_of(items[i], style, width_mm() - indent);
        const auto label = line_of(numbered ? fmt::format("{}. ", i + 1) : "\u2022 ",
                                   {0.3 * em, line_rise_mm(style)}, style);
        Block block;
        tagged(block, {paint::PdfRole::list, id}, [&] {
            list_item(block, label, [&] { stack_lines(block, lines, style, {indent, 0}); });
        });
        m_impl->stack.place(std::move(block), (i == 0 ? 0.5 : 0.25) * em);
    }
}

void Flow::table(const Table& table) {
    auto& stack = m_impl->stack;
    const TableBlock block(table, m_impl->setup(), width_mm(), m_impl->metrics);
    const paint::TagBegin element{paint::PdfRole::table, m_impl->next_id++};
    auto top = block.header(false);
    if (!table.caption.empty()) {
        auto caption = m_impl->caption(table.caption, width_mm());
        shift(top.items, 0, caption.height_mm);
        top.height_mm += caption.height_mm;
        top.items.insert(top.items.begin(), caption.items.begin(), caption.items.end());
    }
    stack.hold(within(element, std::move(top)), 3);
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        auto row = block.row(i);
        const bool anew = i > 0 && !stack.fits(row.height_mm, 0);
        if (anew) {
            stack.new_page();
            stack.hold(block.header(true), 0);
        }
        stack.place(within(element, std::move(row)), 0);
    }
    stack.flush();
}

void Flow::figure(const Figure& figure) {
    figures({figure});
}

void Flow::figures(const std::vector<Figure>& row, double gap_mm) {
    const auto n = static_cast<double>(row.size());
    const double width = (width_mm() - gap_mm * (n - 1)) / n;
    Block block;
    double x = 0;
    for (const auto& figure : row) {
        auto own = m_impl->figure_block(figure, width, page_room_mm());
        shift(own.items, x, 0);
        std::move(own.items.begin(), own.items.end(), std::back_inserter(block.items));
        block.height_mm = std::max(block.height_mm, own.height_mm);
        x += width + gap_mm;
    }
    m_impl->stack.place(std::move(block), 3);
}

void Flow::contents_line(const std::string& text, const std::string& anchor, int level) {
    const auto& setup = m_impl->setup();
    const auto font = m_impl->font_of(level == 1 ? Kind::bold : Kind::body);
    const auto style = page_text(font, setup.ink);
    const double indent = 5.0 * (std::max(level, 1) - 1);
    const double number_mm = 12;
    const auto lines = m_impl->lines_of(text, style, width_mm() - indent - number_mm);
    auto block = Impl::lines_block(lines, style, indent);
    std::get<paint::Text>(block.items.back()).text += ' ';
    const double baseline = block.height_mm - line_pitch_mm(style) + line_rise_mm(style);
    auto dots = line_of("", {width_mm() - number_mm, baseline}, page_text(font, setup.quiet),
                        paint::Align::right);
    const double from = indent + m_impl->metrics.measure(lines.back(), font).width_mm + 2;
    const double dot = m_impl->metrics.measure(" .", font).width_mm;
    for (double x = from; x + dot < dots.at.x; x += dot) {
        dots.text += " .";
    }
    dots.role = paint::PdfRole::artifact;
    block.items.emplace_back(line_of("", {width_mm(), baseline}, style, paint::Align::right));
    block = within({paint::PdfRole::link, 0, paint::HeaderScope::none, anchor,
                    geo::Box{0, 0, width_mm(), block.height_mm}},
                   std::move(block));
    block.items.emplace_back(dots);
    const std::size_t from_end = 3; // number, TagEnd of the link, dots; then TagEnd of P
    block = within({paint::PdfRole::paragraph}, std::move(block));
    m_impl->stack.place(std::move(block), 0.4 * font.size_pt * paint::mm_per_pt);
    auto& pages = m_impl->stack.pages();
    m_impl->references.push_back(
        {pages.size() - 1, pages.back().items.size() - from_end - 1, anchor});
}

void Flow::gap(double mm) {
    m_impl->stack.place({{}, mm}, 0);
}
void Flow::new_page() {
    m_impl->stack.new_page();
}
void Flow::need(double mm) {
    if (!m_impl->stack.fits(mm, 0) && !m_impl->stack.at_top()) m_impl->stack.break_page();
}
double Flow::room_mm() const {
    return m_impl->stack.room_mm();
}
double Flow::page_room_mm() const {
    return m_impl->stack.page_room_mm();
}
double Flow::width_mm() const {
    return m_impl->stack.width_mm();
}
std::size_t Flow::page() const {
    return m_impl->stack.pages().size();
}

std::vector<paint::Scene> Flow::finish() && {
    m_impl->stack.flush();
    m_impl->fill_references();
    if (m_impl->setup().footer) m_impl->add_footers();
    return std::move(m_impl->stack.pages());
}

} // namespace wardmap::layout
