// SPDX-License-Identifier: MIT
#include "maps/contact.h"

#include <algorithm>
#include <iterator>
#include <optional>

#include <fmt/format.h>

#include "base/error.h"
#include "base/text.h"
#include "maps/blocks.h"
#include "maps/map_items.h"
#include "maps/moved.h"
#include "maps/scale_bar.h"
#include "maps/theme.h"
#include "maps/view.h"
#include "maps/words.h"

namespace wardmap::maps {
namespace {

constexpr std::size_t most_maps = 12; // on a page
constexpr double gap_mm = 5;
constexpr double gap_within = 1.5;
constexpr double bar_mm = 11;
constexpr double small_map_mm = 45; // about

/// One category as it stands in its cell.
struct Small {
    const CategoryResult* category;
    Theme theme;
};

/// Rows and columns of equal cells.
struct Grid {
    std::size_t columns = 1;
    std::size_t rows = 1;
    double width = 0; // of a cell
    double height = 0;
    double title = 0; // heights of the parts of a cell
    double legend = 0;

    [[nodiscard]] double map() const { return height - title - legend - 2 * gap_within; }
};

struct Page {
    const Study& study;
    const project::Style& style;
    const paint::TextMetrics& metrics;
    const Ground& ground;
    std::vector<Small> smalls;
    geo::Box body;
};

TextStyle words_style(const project::Style& style) {
    return {{std::max(6.0, style.small_pt - 0.5), paint::Weight::regular, false},
            paint::black,
            1.25,
            "P"};
}

TextStyle title_style(const project::Style& style) {
    return {{style.legend_pt, paint::Weight::semibold, false}, paint::black, 1.2, "H2"};
}

Block title_at(const Page& page, const Small& small, geo::Point at, double width) {
    auto block =
        text_block({small.category->spec.title}, title_style(page.style), at, width, page.metrics);
    std::string under = small.theme.legend.title;
    if (!small.category->spec.period.empty()) under += ", " + small.category->spec.period;
    auto below = text_block({under}, words_style(page.style), {at.x, at.y + block.height_mm}, width,
                            page.metrics);
    std::move(below.items.begin(), below.items.end(), std::back_inserter(block.items));
    block.height_mm += below.height_mm;
    return block;
}

Block legend_at(const Page& page, const Small& small, geo::Point at, double width) {
    return small_legend_block(small.theme.legend, words_style(page.style), at, width, page.metrics);
}

Grid grid_of(const Page& page, std::size_t columns, std::size_t rows) {
    Grid grid{columns, rows};
    const auto share = [](double whole, std::size_t n) {
        return (whole - gap_mm * static_cast<double>(n - 1)) / static_cast<double>(n);
    };
    grid.width = share(page.body.width(), columns);
    grid.height = share(page.body.height(), rows);
    for (const auto& small : page.smalls) {
        grid.title = std::max(grid.title, title_at(page, small, {}, grid.width).height_mm);
        grid.legend = std::max(grid.legend, legend_at(page, small, {}, grid.width).height_mm);
    }
    return grid;
}

/// The grid that leaves the largest maps; nothing where there is no room for all.
std::optional<Grid> best_grid(const Page& page) {
    std::optional<Grid> best;
    double largest = 0;
    const std::size_t n = page.smalls.size();
    for (std::size_t columns = 1; columns <= n; ++columns) {
        const auto grid = grid_of(page, columns, (n + columns - 1) / columns);
        if (grid.map() <= 5 || grid.width < 30) continue;
        const double scale = Frame(page.ground.extent(), {0, 0, grid.width, grid.map()}).mm_per_m();
        if (scale <= largest) continue;
        largest = scale;
        best = grid;
    }
    return best;
}

void add(std::vector<paint::Item>& items, std::vector<paint::Item> more) {
    std::move(more.begin(), more.end(), std::back_inserter(items));
}

/// Lines that suit a small map.
project::Style lighter(project::Style style) {
    style.border_pt *= 0.5;
    style.outline_pt *= 0.6;
    return style;
}

void draw_cell(const Page& page, const Grid& grid, const Small& small, geo::Point at,
               std::vector<paint::Item>& items) {
    items.emplace_back(paint::Bookmark{small.category->spec.title, "", 2, at.y});
    add(items, title_at(page, small, at, grid.width).items);
    const double top = at.y + grid.title + gap_within;
    const geo::Box room{at.x, top, at.x + grid.width, top + grid.map()};
    const auto box = fitted(page.ground.extent(), room.grown(-0.5), 0.5, 0.5);
    const auto view = view_of(page.ground, Frame(page.ground.extent(), box), box, false);
    const auto& id = small.category->spec.id;
    items.emplace_back(paint::FigureBegin{"map-" + id, words_of(page.study, *small.category).alt});
    add(items, ward_items(page.study, figures_said(*small.category), view, small.theme.fills,
                          lighter(page.style), id + "-"));
    for (const auto& overlay : overlays_of(small.theme)) {
        add(items, overlay(view));
    }
    items.emplace_back(paint::FigureEnd{});
    add(items, legend_at(page, small, {at.x, room.max_y + gap_within}, grid.width).items);
}

std::vector<std::string> notes_of(const Page& page) {
    std::vector<std::string> lines;
    for (const auto& small : page.smalls) {
        for (const auto& line : source_lines(*small.category)) {
            if (std::find(lines.begin(), lines.end(), line) == lines.end()) lines.push_back(line);
        }
    }
    for (auto& line : moved_lines(page.study)) {
        lines.push_back(std::move(line));
    }
    for (const auto& line : boundary_lines(page.study)) {
        lines.push_back(line);
    }
    return lines;
}

std::string heading_of(const Study& study) {
    if (study.project.title.empty()) return study.project.area;
    if (study.project.area.empty() ||
        study.project.title.find(study.project.area) != std::string::npos) {
        return study.project.title;
    }
    return study.project.title + ", " + study.project.area;
}

/// Nothing where the page has no room for so many maps.
std::optional<Sheet> lay_out_page(Page page) {
    const auto& style = page.style;
    page.body = {style.margin_mm, style.margin_mm, style.page_width_mm - style.margin_mm,
                 style.page_height_mm - style.margin_mm};
    const auto set = [&](const std::vector<std::string>& lines, const TextStyle& text, double y) {
        return text_block(lines, text, {page.body.min_x, y}, page.body.width(), page.metrics);
    };
    const TextStyle large{{style.title_pt, paint::Weight::bold, false}, paint::black, 1.2, "H1"};
    auto head = set({heading_of(page.study)}, large, page.body.min_y);
    const auto small = words_style(style);
    const auto notes = notes_of(page);
    const double foot = set(notes, small, 0).height_mm;
    auto feet = set(notes, small, page.body.max_y - foot);
    const double bottom = page.body.max_y - foot - gap_mm;
    page.body.min_y += head.height_mm + gap_mm;
    page.body.max_y = bottom - bar_mm - gap_mm / 2;

    const auto found = best_grid(page);
    if (!found) return std::nullopt;
    const auto& grid = *found;
    Sheet sheet;
    auto& scene = sheet.scene;
    scene.width_mm = style.page_width_mm;
    scene.height_mm = style.page_height_mm;
    scene.title = heading_of(page.study);
    scene.items.emplace_back(paint::Bookmark{scene.title, "", 1, 0});
    add(scene.items, std::move(head.items));
    for (std::size_t i = 0; i < page.smalls.size(); ++i) {
        const auto column = static_cast<double>(i % grid.columns);
        const auto row = static_cast<double>(i / grid.columns);
        draw_cell(page, grid, page.smalls[i],
                  {page.body.min_x + column * (grid.width + gap_mm),
                   page.body.min_y + row * (grid.height + gap_mm)},
                  scene.items);
        sheet.words.description +=
            words_of(page.study, *page.smalls[i].category).description + "\n";
    }
    const double scale =
        Frame(page.ground.extent(), geo::Box{0, 0, grid.width, grid.map()}.grown(-0.5)).mm_per_m();
    add(scene.items,
        scale_bar(scale, {page.body.max_x, bottom}, 30, style.key_size_pt(), page.metrics));
    add(scene.items, std::move(feet.items));
    sheet.words.alt = fmt::format("{} small maps at one scale", page.smalls.size());
    scene.description = sheet.words.description;
    return sheet;
}

/// So many pages; nothing where one of them has no room.
std::optional<std::vector<Sheet>> on_pages(const Study& study, const project::Style& style,
                                           const paint::TextMetrics& metrics, const Ground& ground,
                                           std::size_t pages) {
    const std::size_t n = study.categories.size();
    std::vector<Sheet> sheets;
    for (std::size_t p = 0; p < pages; ++p) {
        Page page{study, style, metrics, ground, {}, {}};
        for (std::size_t i = p * n / pages; i < (p + 1) * n / pages; ++i) {
            const auto& category = study.categories[i];
            check_legend(category);
            page.smalls.push_back({&category, theme_of(study, category, style, small_map_mm)});
        }
        auto sheet = lay_out_page(std::move(page));
        if (!sheet) return std::nullopt;
        sheets.push_back(std::move(*sheet));
    }
    return sheets;
}

} // namespace

std::vector<Sheet> lay_out_contact(const Study& study, const project::Style& style,
                                   const paint::TextMetrics& metrics, const Ground& ground) {
    const std::size_t n = study.categories.size();
    for (std::size_t pages = (n + most_maps - 1) / most_maps; pages <= n; ++pages) {
        if (auto sheets = on_pages(study, style, metrics, ground, pages)) return *sheets;
    }
    throw InputError(
        Finding{Severity::error,
                {},
                fmt::format("a page of {} x {} mm has no room for a small map with its "
                            "legend",
                            text::exact(style.page_width_mm), text::exact(style.page_height_mm)),
                "a larger page",
                "another size under [page] of the style",
                ""});
}

} // namespace wardmap::maps
