// SPDX-License-Identifier: MIT
// The blocks of a sheet beside its map: wrapped text, the legend, the key of numbered wards.
#pragma once

#include <string>
#include <vector>

#include "maps/legend.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"
#include "project/style.h"

namespace wardmap::maps {

/// Items laid out from an upper left corner, and the height they take.
struct Block {
    std::vector<paint::Item> items;
    double height_mm = 0;
};

/// How a run of text is set.
struct TextStyle {
    paint::Font font;
    paint::Colour colour = paint::black;
    double line_spacing = 1.3;                  // times the size
    paint::PdfRole role = paint::PdfRole::none; // of each paragraph
};

/// Baseline to baseline, in millimetres.
[[nodiscard]] double line_pitch_mm(const TextStyle& style);

/// Paragraphs wrapped to a width.
[[nodiscard]] Block text_block(const std::vector<std::string>& paragraphs, const TextStyle& style,
                               geo::Point at, double width_mm, const paint::TextMetrics& metrics);

/// The title of a page and what stands below it.
[[nodiscard]] Block heading_block(const std::string& title, const std::string& subtitle,
                                  const project::Style& style, geo::Point at, double width_mm,
                                  const paint::TextMetrics& metrics);

/// The legend: title, whole-area line, a row for each band and state, the number of wards at the
/// right unless there is no word for them. Its items stand in reading order, and in a tagged PDF as
/// headings, tables and lists.
[[nodiscard]] Block legend_block(const Legend& legend, const std::string& wards_word,
                                 double size_pt, geo::Point at, double width_mm,
                                 const paint::TextMetrics& metrics);

/// Width that a legend needs for its bands on one line each; between 45 and 95 mm at
/// 9 pt.
[[nodiscard]] double legend_width_mm(const Legend& legend, const std::string& wards_word,
                                     double size_pt, const paint::TextMetrics& metrics);

/// Swatches and ranges only, in as many columns as fit, each column from the top down; states in a
/// word. For maps as small as stamps. A list where the style has a role.
[[nodiscard]] Block small_legend_block(const Legend& legend, const TextStyle& style, geo::Point at,
                                       double width_mm, const paint::TextMetrics& metrics);

/// Title, then swatches with their ranges and words beside each other, as many on a line as fit.
/// For several maps of one legend: without numbers of wards.
[[nodiscard]] Block legend_line_block(const Legend& legend, const TextStyle& style, geo::Point at,
                                      double width_mm, const paint::TextMetrics& metrics);

/// "1 Bridge", "2 East" in columns that fill a height, then the next column; as many names as fit.
/// Wards beyond and those without a number are told in a last line.
struct Key {
    std::vector<std::string> numbered; // name of number i + 1
    std::vector<std::string> unnamed;  // neither name nor number on the map
    std::string wards_word;            // "wards"
    std::string ward_word = {};        // "ward"
    std::size_t unmarked = 0;          // wards without room for the mark of their reading
    std::string mark_word = {};        // what such a mark is called
};
struct KeyBlock {
    Block block;
    std::size_t shown = 0; // how many numbered wards stand in it
};
[[nodiscard]] KeyBlock key_block(const Key& key, double size_pt, geo::Point at, double width_mm,
                                 double height_mm, const paint::TextMetrics& metrics);

} // namespace wardmap::maps
