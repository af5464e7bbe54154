// SPDX-License-Identifier: MIT
// The sheet of one category.
#pragma once

#include <string>

#include "maps/sheets/sheet.h"
#include "maps/sheets/sheet_context.h"
#include "paint/scene.h"
#include "paint/text_metrics.h"
#include "words/map_text.h"

namespace wardmap {
struct CategoryResult;
struct Study;
} // namespace wardmap

namespace wardmap::style {
struct Style;
}

namespace wardmap::maps {

/// Lays out the sheet of one category. For Subject::reading it must have hotspots. Throws
/// InputError if the legend's guarantee is broken. Without a context, a base map is created.
[[nodiscard]] Sheet lay_out_sheet(const SheetContext& context, const CategoryResult& category,
                                  words::Subject subject = words::Subject::bands);
[[nodiscard]] Sheet lay_out_sheet(const Study& study, const CategoryResult& category,
                                  const style::Style& style, const paint::TextMetrics& metrics,
                                  words::Subject subject = words::Subject::bands);

/// A single note for all shaded counts, suggesting circles.
[[nodiscard]] Findings advice_on_counts(const Study& study);

} // namespace wardmap::maps
