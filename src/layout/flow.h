// SPDX-License-Identifier: MIT
// Headings, paragraphs, lists, tables and figures, flowing down tagged pages. Each call adds one
// block below the last; what finds no room goes on to the next page.
//
//     Flow flow(setup, metrics);
//     flow.heading(1, "Anti-social behaviour");
//     flow.figure({90, alt, "Incidents by ward", [&](const geo::Box& box) { return items; }});
//     flow.table({"Rates by ward", {{"Ward"}, {"Rate", true}}, {{{"North"}, {"28.7"}}}});
//     const auto pages = std::move(flow).finish();
//     paint::to_pdf(pages, setup.title);
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "layout/page_setup.h"
#include "layout/table.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::layout {

enum class Kind {
    body,
    lead, // larger: a subtitle, a sentence to be seen
    bold, // body in bold
    note, // small and quiet: sources
};

struct HeadingOptions {
    std::string bookmark; // in the outline, if it is not the heading itself
    std::string anchor;   // for links to it
    bool outline = true;
};

struct Figure {
    double height_mm = 0; // all of the width between the margins is its
    std::string alt;
    std::string caption; // may be empty
    Painter paint;
};

class Flow {
public:
    Flow(const PageSetup& setup, const paint::TextMetrics& metrics);
    Flow(Flow&&) noexcept;
    Flow& operator=(Flow&&) noexcept;
    ~Flow();

    /// Levels 1 to 6. Never alone at the foot of a page.
    void heading(int level, const std::string& text, const HeadingOptions& options = {});

    /// Wrapped; broken over pages with at least two lines on each side.
    void paragraph(const std::string& text, Kind kind = Kind::body);

    /// With bullets, or numbered from 1.
    void list(const std::vector<std::string>& items, bool numbered = false);

    /// Rows are never broken; the header row comes again on each page.
    void table(const Table& table);

    /// On one page with its caption; a figure higher than a page is made as high as a page.
    void figure(const Figure& figure);

    /// Side by side, equally wide, in a row as high as the highest; captions as in a figure.
    void figures(const std::vector<Figure>& row, double gap_mm = 5);

    /// A line of a table of contents: the text, dots, the page of the anchor, all one link.
    void contents_line(const std::string& text, const std::string& anchor, int level = 1);

    void gap(double mm);
    void new_page();
    /// A new page, unless at least that much room is left on this one.
    void need(double mm);

    /// Room left on this page, and between the margins of a fresh one.
    [[nodiscard]] double room_mm() const;
    [[nodiscard]] double page_room_mm() const;
    [[nodiscard]] double width_mm() const;
    /// The page that is being filled, from 1.
    [[nodiscard]] std::size_t page() const;

    /// The pages, with footers and page numbers. An anchor that no heading has is a fault of the
    /// caller: std::logic_error.
    [[nodiscard]] std::vector<paint::Scene> finish() &&;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace wardmap::layout
