// SPDX-License-Identifier: MIT
// A sheet as data: what to draw, and where. Millimetres from the top left, y downwards; type and
// line widths in points. Items are painted in order.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "geo/polygon.h"
#include "paint/colour.h"
#include "paint/pdf_role.h"

namespace wardmap::paint {

inline constexpr double mm_per_pt = 25.4 / 72;

struct Stroke {
    Colour colour;
    double width_pt = 0.5;
    std::vector<double> dash_pt; // empty: solid
};

/// A pattern that survives a photocopier: lines or dots over what is below.
struct Hatch {
    enum class Kind { lines, crossed, dots };
    Kind kind = Kind::lines;
    double angle_deg = 45; // of the lines, anticlockwise from the horizontal
    double spacing_mm = 1.4;
    double width_pt = 0.6; // of the lines; dots: their diameter
    Colour colour = black;
};

/// Rings (closed) or polylines; filled by the even-odd rule. One shape is one element of an SVG.
struct Shape {
    std::vector<geo::Ring> rings;
    bool closed = true;
    std::optional<Colour> fill;
    std::optional<Hatch> hatch;   // over the fill, cut at the rings
    std::optional<Stroke> stroke; // joins are round
    std::string id;               // SVG id after the scene's; empty: none. Letters, digits, - and _
    std::string css;              // SVG class
    std::string title;            // SVG <title>, for tooltips and screen readers; plain text
};

enum class Weight { regular, semibold, bold };
enum class Align { left, centre, right };

struct Font {
    double size_pt = 9;
    Weight weight = Weight::regular;
    bool italic = false;

    bool operator==(const Font&) const = default;
};

/// One line of text. `at` is on the baseline; `align` gives the end of the text that it marks.
struct Text {
    std::string text; // UTF-8; never markup
    geo::Point at;
    Font font;
    Align align = Align::left;
    Colour colour = black;
    std::optional<Colour> halo;    // drawn below the text
    double halo_pt = 1.5;          // width on each side
    std::string halo_css = "halo"; // SVG class of the halo
    /// A separate element in the PDF's structure. None: part of the open figure or element; outside
    /// all of them, a paragraph with the adjacent texts.
    PdfRole role = PdfRole::none;
};

/// Marks all items until the matching end as one figure with a text alternative, and in SVG as a
/// group with that id after the scene's.
struct FigureBegin {
    std::string id;
    std::string alt;
};
struct FigureEnd {};

/// In SVG a group, which editors show as a layer; ignored in PNG and PDF. Layers nest, and are
/// wholly within a figure or outside.
struct LayerBegin {
    std::string id;    // after the scene's
    std::string label; // plain text
};
struct LayerEnd {};

/// What a table's header cell applies to.
enum class HeaderScope { none, column, row };

/// Opens an element of the PDF's structure around the texts up to its TagEnd. Elements nest and are
/// closed on the page they are opened on; one with the `id` of an element of an earlier page
/// continues it. Shapes outside figures are decoration. Ignored in PNG and SVG.
struct TagBegin {
    PdfRole role = PdfRole::none;
    std::size_t id = 0; // 0: never continued
    HeaderScope scope = HeaderScope::none;
    std::string target = {};           // of a link: anchor of a bookmark
    std::optional<geo::Box> area = {}; // of a link: if it can be clicked
};
struct TagEnd {};

/// An entry of the PDF's outline and a link destination.
struct Bookmark {
    std::string title;  // empty: an anchor only
    std::string anchor; // may be empty
    int level = 1;      // nesting level of the entry
    double y_mm = 0;    // on its page
};

using Item = std::variant<Shape, Text, FigureBegin, FigureEnd, LayerBegin, LayerEnd, TagBegin,
                          TagEnd, Bookmark>;

struct Scene {
    double width_mm = 210;
    double height_mm = 297;
    /// Before every id of an SVG, with a hyphen: "asb-title", "asb-ward-E05004996". Sheets of one
    /// project differ in it. Letters, digits, - and _; empty: ids have no prefix.
    std::string id;
    std::string title;       // document title, SVG <title>
    std::string description; // SVG <desc>: the long description
    std::string language = "en-GB";
    std::vector<Item> items;
};

} // namespace wardmap::paint
