// SPDX-License-Identifier: MIT
#include "maps/sheets/small_maps.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "layout/block.h"
#include "layout/text_block.h"
#include "maps/ground/base_map.h"
#include "maps/ground/view.h"
#include "maps/legend/legend_block.h"
#include "maps/legend/legend_line.h"
#include "maps/picture/ward_items.h"
#include "maps/symbols/scale_bar.h"
#include "study/study.h"
#include "style/style.h"

namespace wardmap::maps {
namespace {

constexpr std::size_t most_maps = 12; // on a page
constexpr double gap_mm = 5;
constexpr double most_between = 12; // between rows, if there is space to spare
constexpr double gap_within = 1.5;
constexpr double bar_mm = 11;        // height of the scale bar, including the gap above it
constexpr double most_below = 12;    // height of a legend beside it, if smaller type helps
constexpr double bar_length_mm = 30; // maximum
constexpr double most_free = 0.25;   // of the page's height, below the maps
constexpr double least_map_mm = 5;
constexpr double readable_width_mm = 35; // minimum width or height of a map, if possible
constexpr double readable_height_mm = 55;
constexpr double least_cell_mm = 30;   // with its own legend
constexpr double least_shared_mm = 24; // without a legend

/// Position of the common legend.
enum class LegendPlace {
    none,
    below,   // on few lines, beside the scale bar
    in_cell, // in the cell after the last map, with the scale bar
};

/// Rows and columns of equal cells.
struct Grid {
    std::size_t columns = 1;
    std::size_t rows = 1;
    LegendPlace place = LegendPlace::none;
    double legend_pt = 0; // in a cell
    geo::Box body;        // filled by the cells
    double width = 0;     // of a cell
    double height = 0;
    double title = 0; // heights of the parts of a cell
    double legend = 0;
    double between = gap_mm; // rows

    /// Height of everything but the map.
    [[nodiscard]] double around() const {
        return title + legend + gap_within * (legend > 0 ? 2 : 1);
    }
    [[nodiscard]] double map() const { return height - around(); }
    [[nodiscard]] geo::Box cell(std::size_t i) const {
        const double x = body.min_x + static_cast<double>(i % columns) * (width + gap_mm);
        const std::size_t row = i / columns;
        const double y = body.min_y + static_cast<double>(row) * (height + between);
        return {x, y, x + width, y + height};
    }
};

void add(std::vector<paint::Item>& items, std::vector<paint::Item> more) {
    std::move(more.begin(), more.end(), std::back_inserter(items));
}

/// Lines that suit a small map.
style::Style lighter(style::Style style) {
    style.border_pt *= 0.5;
    style.outline_pt *= 0.6;
    return style;
}

/// All pages of small maps; anything independent of the page is the same on each.
class Pages {
public:
    Pages(const SheetContext& context, std::vector<SmallMaps> pages)
        : m_study(context.study), m_ground(context.ground), m_style(context.style),
          m_metrics(context.metrics),
          m_pages(std::move(pages)), m_paper{m_style.margin_mm, m_style.margin_mm,
                                             m_style.page_width_mm - m_style.margin_mm,
                                             m_style.page_height_mm - m_style.margin_mm} {
        for (const auto& page : m_pages) {
            m_most = std::max(m_most, page.maps.size());
            m_head = std::max(m_head, head(page).height_mm);
            m_foot = std::max(m_foot, foot(page, 0).height_mm);
        }
    }

    /// Nothing if so many maps do not fit, or would not be legible.
    [[nodiscard]] std::optional<std::vector<Sheet>> lay_out(bool readable) const {
        const auto grid = best_grid();
        if (!grid || (readable && !is_readable(*grid))) return std::nullopt;
        std::vector<Sheet> sheets;
        for (const auto& page : m_pages) {
            sheets.push_back(lay_out(page, *grid));
        }
        return sheets;
    }

private:
    [[nodiscard]] layout::Block head(const SmallMaps& page) const {
        return layout::heading_block(page.title, page.subtitle, m_style,
                                     {{m_paper.min_x, m_paper.min_y}, m_paper.width(), m_metrics});
    }

    [[nodiscard]] layout::Block foot(const SmallMaps& page, double y) const {
        return layout::text_block(page.foot, small_words(m_style),
                                  {{m_paper.min_x, y}, m_paper.width(), m_metrics});
    }

    [[nodiscard]] double bottom() const { return m_paper.max_y - m_foot - gap_mm; }

    [[nodiscard]] layout::Block title(const SmallMap& map, geo::Point at, double width) const {
        auto block = layout::text_block({map.title},
                                        {{m_style.legend_pt, paint::Weight::semibold, false},
                                         paint::black,
                                         1.2,
                                         paint::PdfRole::heading_2},
                                        {at, width, m_metrics});
        if (map.under.empty()) return block;
        auto words = small_words(m_style);
        if (!map.legend)
            words.font.size_pt = std::max(words.font.size_pt, 0.75 * m_style.legend_pt);
        auto below = layout::text_block({map.under}, words,
                                        {{at.x, at.y + block.height_mm}, width, m_metrics});
        add(block.items, std::move(below.items));
        block.height_mm += below.height_mm;
        return block;
    }

    [[nodiscard]] layout::Block legend(const SmallMap& map, geo::Point at, double width) const {
        if (!map.legend) return {};
        return small_legend_block(*map.legend, small_words(m_style), {at, width, m_metrics});
    }

    /// Type sizes for the common legend, the style's first.
    [[nodiscard]] std::vector<double> legend_sizes() const {
        const double least = small_words(m_style).font.size_pt;
        std::vector<double> sizes;
        for (double size = m_style.legend_pt; size > least; size -= 0.5) {
            sizes.push_back(size);
        }
        sizes.push_back(least);
        return sizes;
    }

    /// The common legend on lines beside the scale bar: in the largest type that takes no more
    /// space than the bar, else in the smallest.
    [[nodiscard]] layout::Block legend_below(double y) const {
        layout::Block block;
        const auto& legend = m_pages.front().legend;
        if (!legend) return block;
        auto words = small_words(m_style);
        for (const double size : legend_sizes()) {
            words.font.size_pt = size;
            block = legend_line_block(
                *legend, words,
                {{m_paper.min_x, y}, m_paper.width() - bar_length_mm - gap_mm, m_metrics});
            if (block.height_mm <= most_below) break;
        }
        return block;
    }

    [[nodiscard]] double band_below() const {
        return std::max(bar_mm, legend_below(0).height_mm + gap_mm);
    }

    [[nodiscard]] layout::Block legend_in(const geo::Box& cell, double size_pt) const {
        return legend_block(*m_pages.front().legend, "", size_pt,
                            {{cell.min_x, cell.min_y}, cell.width(), m_metrics});
    }

    /// The type size in which the legend fits a cell; nothing if none does.
    [[nodiscard]] std::optional<double> legend_size(const Grid& grid) const {
        for (const double size : legend_sizes()) {
            const auto& legend = *m_pages.front().legend;
            if (legend_width_mm(legend, "", size, m_metrics) > grid.width) continue;
            if (legend_in(grid.cell(0), size).height_mm + bar_mm <= grid.height) return size;
        }
        return std::nullopt;
    }

    [[nodiscard]] Grid grid_of(std::size_t columns, std::size_t rows, LegendPlace place) const {
        Grid grid;
        grid.columns = columns;
        grid.rows = rows;
        grid.place = place;
        grid.body = {m_paper.min_x, m_paper.min_y + m_head + gap_mm, m_paper.max_x, bottom()};
        if (place == LegendPlace::below) grid.body.max_y -= band_below();
        if (place == LegendPlace::none) grid.body.max_y -= bar_mm + gap_mm / 2;
        const auto share = [](double whole, std::size_t n) {
            return (whole - gap_mm * static_cast<double>(n - 1)) / static_cast<double>(n);
        };
        grid.width = share(grid.body.width(), columns);
        grid.height = share(grid.body.height(), rows);
        for (const auto& page : m_pages) {
            for (const auto& map : page.maps) {
                grid.title = std::max(grid.title, title(map, {}, grid.width).height_mm);
                grid.legend = std::max(grid.legend, legend(map, {}, grid.width).height_mm);
            }
        }
        tighten(grid);
        return grid;
    }

    /// If the width limits the maps, cells are only as high as needed. The rest of the page is free
    /// below them, or on a nearly empty page also above.
    void tighten(Grid& grid) const {
        if (grid.map() <= least_map_mm) return;
        const double needed = scale(grid) * m_ground.extent().height() + 1; // as in map_room
        const double spare = grid.map() - needed;
        if (spare <= 0) return;
        const auto rows = static_cast<double>(grid.rows);
        grid.height -= spare;
        grid.between = std::min(most_between, gap_mm + spare);
        const double left = rows * spare - (rows - 1) * (grid.between - gap_mm);
        if (left > most_free * m_style.page_height_mm) grid.body.min_y += left / 2;
    }

    /// The box of a map within its cell, and its scale.
    [[nodiscard]] geo::Box map_room(const Grid& grid, const geo::Box& cell) const {
        const double top = cell.min_y + grid.title + gap_within;
        return geo::Box{cell.min_x, top, cell.max_x, top + grid.map()}.grown(-0.5);
    }
    [[nodiscard]] double scale(const Grid& grid) const {
        return MapTransform(m_ground.extent(), map_room(grid, grid.cell(0))).mm_per_m();
    }

    [[nodiscard]] bool is_readable(const Grid& grid) const {
        const auto& extent = m_ground.extent();
        const double mm_per_m = scale(grid);
        return mm_per_m * extent.width() >= readable_width_mm ||
               mm_per_m * extent.height() >= readable_height_mm;
    }

    /// The grid with the largest maps; nothing if they do not all fit.
    [[nodiscard]] std::optional<Grid> best_grid() const {
        const bool shared = m_pages.front().legend.has_value();
        const double least_width = shared ? least_shared_mm : least_cell_mm;
        std::optional<Grid> best;
        double largest = 0;
        for (std::size_t columns = 1; columns <= m_most + (shared ? 1 : 0); ++columns) {
            const std::size_t rows = (m_most + columns - 1) / columns;
            for (const auto place : {LegendPlace::in_cell, LegendPlace::below, LegendPlace::none}) {
                if ((place == LegendPlace::none) == shared) continue;
                if (place == LegendPlace::in_cell && columns * rows == m_most) continue;
                auto grid = grid_of(columns, rows, place);
                if (grid.map() <= least_map_mm || grid.width < least_width) continue;
                if (place == LegendPlace::in_cell) {
                    const auto size = legend_size(grid);
                    if (!size) continue;
                    grid.legend_pt = *size;
                }
                if (scale(grid) <= largest) continue;
                largest = scale(grid);
                best = grid;
            }
        }
        return best;
    }

    void draw(const Grid& grid, const SmallMap& map, const geo::Box& cell,
              std::vector<paint::Item>& items) const {
        items.emplace_back(paint::Bookmark{map.title, "", 2, cell.min_y});
        add(items, title(map, {cell.min_x, cell.min_y}, grid.width).items);
        const auto room = map_room(grid, cell);
        const auto box = fitted(m_ground.extent(), room, 0, 0);
        const auto view = view_of(m_ground, MapTransform(m_ground.extent(), box), box, false);
        items.emplace_back(paint::FigureBegin{"map-" + map.id, map.alt});
        add(items, ward_items(m_study, {map.drawing.fills, map.drawing.texts, map.id + "-ward-"},
                              view, lighter(m_style)));
        for (const auto& overlay : map.drawing.overlays) {
            add(items, with_ids_after(map.id + "-", overlay(view)));
        }
        items.emplace_back(paint::FigureEnd{});
        const double below = room.max_y + 0.5 + gap_within;
        add(items, legend(map, {cell.min_x, below}, grid.width).items);
    }

    /// Including half of both its numbers.
    [[nodiscard]] double bar_width(double mm_per_m) const {
        const double metres = scale_bar_length_m(mm_per_m, bar_length_mm);
        const paint::Font font{m_style.key_size_pt(), paint::Weight::regular, false};
        return metres * mm_per_m +
               (m_metrics.measure("0" + distance_text(metres), font).width_mm) / 2;
    }

    /// Draws the common legend and the scale bar.
    void draw_key(const Grid& grid, std::size_t maps, std::vector<paint::Item>& items) const {
        geo::Point corner{m_paper.max_x, bottom()};
        if (grid.place == LegendPlace::in_cell) {
            const auto cell = grid.cell(maps);
            add(items, legend_in(cell, grid.legend_pt).items);
            corner = {cell.min_x + bar_width(scale(grid)), cell.max_y};
        }
        if (grid.place == LegendPlace::below) {
            add(items, legend_below(bottom() - legend_below(0).height_mm).items);
        }
        add(items, scale_bar(scale(grid), corner, bar_length_mm, m_style.key_size_pt(), m_metrics));
    }

    [[nodiscard]] Sheet lay_out(const SmallMaps& page, const Grid& grid) const {
        Sheet sheet;
        sheet.words = page.words;
        auto& scene = sheet.scene;
        scene.width_mm = m_style.page_width_mm;
        scene.height_mm = m_style.page_height_mm;
        scene.id = page.id;
        scene.title = page.title;
        scene.description = page.words.description;
        scene.items.emplace_back(paint::Bookmark{scene.title, "", 1, 0});
        add(scene.items, head(page).items);
        for (std::size_t i = 0; i < page.maps.size(); ++i) {
            draw(grid, page.maps[i], grid.cell(i), scene.items);
        }
        draw_key(grid, page.maps.size(), scene.items);
        add(scene.items, foot(page, m_paper.max_y - foot(page, 0).height_mm).items);
        return sheet;
    }

    const Study& m_study;
    const BaseMap& m_ground;
    const style::Style& m_style;
    const paint::TextMetrics& m_metrics;
    std::vector<SmallMaps> m_pages;
    geo::Box m_paper;       // within the margins
    std::size_t m_most = 0; // maps on a page
    double m_head = 0;      // heights
    double m_foot = 0;
};

} // namespace

layout::TextStyle small_words(const style::Style& style) {
    return {{std::max(6.0, style.small_pt - 0.5), paint::Weight::regular, false},
            paint::black,
            1.25,
            paint::PdfRole::paragraph};
}

std::vector<Sheet> lay_out_small_maps(const SheetContext& context, std::size_t n,
                                      const SmallMapsMaker& make) {
    for (std::size_t pages = (n + most_maps - 1) / most_maps; pages <= n; ++pages) {
        std::vector<SmallMaps> all;
        for (std::size_t p = 0; p < pages; ++p) {
            const std::size_t first = p * n / pages;
            all.push_back(make(first, (p + 1) * n / pages - first));
            if (pages > 1) all.back().id += fmt::format("-{}", p + 1);
        }
        const bool readable = pages < n;
        if (auto sheets = Pages(context, std::move(all)).lay_out(readable)) {
            return std::move(*sheets);
        }
    }
    throw InputError(
        Finding{.severity = Severity::error,
                .found = fmt::format("a page of {} x {} mm has no room for a small map with its "
                                     "legend",
                                     text::shortest(context.style.page_width_mm),
                                     text::shortest(context.style.page_height_mm)),
                .expected = "a larger page",
                .help = "another size under [page] of the style"});
}

} // namespace wardmap::maps
