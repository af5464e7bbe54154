// SPDX-License-Identifier: MIT
// Headings, paragraphs, lists, tables and figures, flowing down tagged pages. Each call adds one
// block below the last; a block that does not fit moves to the next page.
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
    lead, // larger: a subtitle, a key sentence
    bold, // body in bold
    note, // small and quiet: sources
};

struct HeadingOptions {
    std::string bookmark; // in the outline, if different from the heading
    std::string anchor;   // for links to it
    bool outline = true;
};

struct Figure {
    double height_mm = 0; // width: all between the margins
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

    /// Rows are never broken; the header row is repeated on each page.
    void table(const Table& table);

    /// On one page with its caption; a figure higher than a page is reduced to a page.
    void figure(const Figure& figure);

    /// Side by side, equally wide, in a row as high as the highest; captions as for a figure.
    void figures(const std::vector<Figure>& row, double gap_mm = 5);

    /// A line of a table of contents: the text, dots, the page of the anchor, all one link.
    void contents_line(const std::string& text, const std::string& anchor, int level = 1);

    void gap(double mm);
    void new_page();
    /// Starts a new page unless at least that much space is left on this one.
    void need(double mm);

    /// Space left on this page, and between the margins of a new one.
    [[nodiscard]] double room_mm() const;
    [[nodiscard]] double page_room_mm() const;
    [[nodiscard]] double width_mm() const;
    /// The current page, from 1.
    [[nodiscard]] std::size_t page() const;

    /// The pages, with footers and page numbers. An anchor without a heading is a programming
    /// error: std::logic_error.
    [[nodiscard]] std::vector<paint::Scene> finish() &&;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace wardmap::layout
