// SPDX-License-Identifier: MIT
// The legend as blocks of a sheet.
#pragma once

#include <string>
#include <vector>

#include "maps/legend/legend.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"

namespace wardmap::maps {

/// The legend: title, whole-area line, a row for each band and state, the number of wards at the
/// right, if there is a noun for them. Its items are in reading order, and in a tagged PDF as
/// headings, tables and lists.
[[nodiscard]] layout::Block legend_block(const Legend& legend, const std::string& wards_word,
                                         double size_pt, const layout::TextColumn& column);

/// Width needed for each band on one line; between 45 and 95 mm at 9 pt.
[[nodiscard]] double legend_width_mm(const Legend& legend, const std::string& wards_word,
                                     double size_pt, const paint::TextMetrics& metrics);

/// Swatches and ranges only, in as many columns as fit, filled from the top down; states as one
/// word. For small maps. A list if the style has a role.
[[nodiscard]] layout::Block small_legend_block(const Legend& legend, const layout::TextStyle& style,
                                               const layout::TextColumn& column);

} // namespace wardmap::maps
